package dev.rollcall.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import dev.rollcall.shared.ApplicationClock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A list of records and the form for one of them beside it. The address says what is open and what
/// is searched for.
///
/// @param <R> a row of the list
public abstract class ListView<R> extends DetailLayout
        implements BeforeEnterObserver,
                AfterNavigationObserver,
                BeforeLeaveObserver,
                HasDynamicTitle,
                FormHost {

    private static final int CONFIRMATION_MILLIS = 3000;

    private final String words;
    private final ApplicationClock clock;
    private final ListPage<R> page;
    private final PageKeys keys = new PageKeys();
    private final LeaveGuard guard = new LeaveGuard();
    private ListQuery query = ListQuery.DEFAULT;
    private @Nullable ListQuery shown;
    private @Nullable RecordForm<?> form;

    /// @param words what the translations begin with, for example `security.users`
    protected ListView(String words, ApplicationClock clock, RecordGrid<R> grid) {
        this.words = words;
        this.clock = clock;
        page =
                new ListPage<>(
                        words,
                        grid,
                        new ListPage.Choices() {
                            @Override
                            public void choose(ListQuery query) {
                                ListView.this.choose(query);
                            }

                            @Override
                            public void refine(ListQuery query) {
                                ListView.this.refine(query);
                            }
                        });
        addClassName("records-view");
        setSizeFull();
        setMasterSize("min(30rem, 100%)");
        setExpandMaster(true);
        setDetailSize("32rem");
        page.add(keys, guard);
        setMaster(page);
        addBackdropClickListener(_ -> close());
        addDetailEscapePressListener(_ -> close());
    }

    /// The rows in which a text occurs, in order.
    protected abstract List<R> rows(SearchText text);

    /// The form for a record; empty when it is not there.
    protected abstract Optional<RecordForm<?>> form(String record);

    /// @param like what addresses call the record the new one begins as, empty: none
    protected abstract RecordForm<?> newForm(String like);

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        keys.on("Escape", this::close);
    }

    @Override
    public String getPageTitle() {
        var title = getTranslation(words + ".title") + " – Rollcall";
        return form == null ? title : form.title() + " – " + title;
    }

    // ------------------------------------------------------------------ the address

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = ListQuery.of(event.getRouteParameters(), event.getLocation().getQueryParameters());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var before = shown;
        shown = query;
        showList();
        if (before != null && before.hasSamePanelAs(query)) {
            return;
        }
        showPanel();
        if (before != null && before.hasPanel() && !query.hasPanel()) {
            page.focusRow(before.opened());
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form != null && form.isDirty() && !keepsPanel(event)) {
            guard.ask(event);
        }
    }

    private boolean keepsPanel(BeforeLeaveEvent event) {
        return event.getNavigationTarget() == getClass()
                && ListQuery.of(
                                event.getRouteParameters(),
                                event.getLocation().getQueryParameters())
                        .hasSamePanelAs(query);
    }

    private void choose(ListQuery newQuery) {
        UI.getCurrentOrThrow().navigate(getClass(), newQuery.path(), newQuery.parameters());
    }

    private void refine(ListQuery newQuery) {
        query = newQuery;
        var ui = UI.getCurrentOrThrow();
        var path = ui.getInternals().getActiveViewLocation().getPath();
        ui.getPage().getHistory().replaceState(null, new Location(path, newQuery.parameters()));
        showList();
    }

    /// Draws the list as it is now.
    protected final void showList() {
        page.show(query, rows(new SearchText(query.text())));
    }

    // ------------------------------------------------------------------ one record

    private void showPanel() {
        guard.changed(false);
        form = null;
        if (!query.hasPanel()) {
            setDetail(null);
            return;
        }
        var record = query.opened();
        form = record == null ? newForm(query.like()) : form(record).orElse(null);
        setDetail(form == null ? nothing() : form);
        if (form != null) {
            form.focusFirst();
        }
    }

    private Component nothing() {
        var drawer = new Drawer(this::close);
        drawer.setTitle(getTranslation("kit.form.gone"), "");
        drawer.add(new Paragraph(getTranslation(words + ".gone")));
        return drawer;
    }

    // ------------------------------------------------------------------ for the form

    @Override
    public final ApplicationClock clock() {
        return clock;
    }

    @Override
    public final void close() {
        if (query.hasPanel()) {
            choose(query.closed());
        }
    }

    @Override
    public final void changed(boolean dirty) {
        guard.changed(dirty);
    }

    @Override
    public void saved(String name) {
        done(getTranslation("kit.form.saved", name));
    }

    /// Opens the form for a new record that begins as another.
    protected final void startLike(String record) {
        choose(query.startingLike(record));
    }

    /// Closes the form: what it was about is settled.
    protected final void done(String sentence) {
        form = null;
        tell(sentence);
        choose(query.closed());
    }

    protected final void tell(String sentence) {
        Notification.show(sentence, CONFIRMATION_MILLIS, Notification.Position.BOTTOM_START);
    }
}
