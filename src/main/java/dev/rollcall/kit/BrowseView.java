package dev.rollcall.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;

/// A list that is read and not written, with one of its records beside it. The address says what is
/// open and what the list is narrowed to, so that it can be shared and gone back to.
///
/// @param <T> a row
public abstract class BrowseView<T> extends DetailLayout
        implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(BrowseView.class);
    private static final int MESSAGE_MILLIS = 4000;

    /// How many rows a page has.
    protected static final int PAGE = 100;

    private final String words;
    private final BrowsePage<T> page;
    private final PageKeys keys = new PageKeys();
    private BrowseQuery query = BrowseQuery.DEFAULT;
    private @Nullable BrowseQuery shown;
    private @Nullable Drawer drawer;

    /// @param words what the translations begin with, for example `audit`
    protected BrowseView(String words, RecordGrid<T> grid) {
        this.words = words;
        page =
                new BrowsePage<>(
                        getTranslation(words + ".title"),
                        getTranslation(words + ".what"),
                        grid,
                        record -> choose(query.opening(record)));
        addClassName("records-view");
        setSizeFull();
        setMasterSize("min(30rem, 100%)");
        setExpandMaster(true);
        setDetailSize("30rem");
        page.add(keys);
        setMaster(page);
        addBackdropClickListener(_ -> close());
        addDetailEscapePressListener(_ -> close());
    }

    /// Reads the list and shows it on the page.
    protected abstract void showList(BrowseQuery wanted);

    /// What is shown beside the list; empty when there is no such record.
    protected abstract Optional<Drawer> drawer(String record);

    protected final BrowsePage<T> page() {
        return page;
    }

    protected final BrowseQuery query() {
        return query;
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        keys.on("Escape", this::close);
    }

    @Override
    public String getPageTitle() {
        var title = getTranslation(words + ".title") + " – Rollcall";
        return drawer == null ? title : drawer.title() + " – " + title;
    }

    // ------------------------------------------------------------------ the address

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query =
                BrowseQuery.of(
                        event.getRouteParameters(), event.getLocation().getQueryParameters());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var before = shown;
        shown = query;
        guarded(() -> {
            showList(query);
            if (before == null || !Objects.equals(before.opened(), query.opened())) {
                showDrawer();
                if (before != null && before.opened() != null && query.opened() == null) {
                    page.focusRow(before.opened());
                }
            }
        });
    }

    /// Goes to another choice, one of its own in the browser's history.
    protected final void choose(BrowseQuery wanted) {
        UI.getCurrentOrThrow().navigate(getClass(), wanted.path(), wanted.parameters());
    }

    public final void close() {
        if (query.opened() != null) {
            choose(query.opening(null));
        }
    }

    /// Reads everything again: something was done, or time has passed. Nothing before the first
    /// address is known: it is read then.
    protected final void refresh() {
        if (shown == null) {
            return;
        }
        guarded(() -> {
            showList(query);
            showDrawer();
        });
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (AccessDeniedException e) {
            setDetail(null);
            page.showTrouble(getTranslation("kit.browse.wholeOrganisation"), null);
        } catch (DataAccessException e) {
            LOG.warn("{} cannot be shown: {}", words, e.getClass().getSimpleName());
            page.showTrouble(getTranslation("kit.browse.away"), this::refresh);
        }
    }

    // ------------------------------------------------------------------ the list

    /// Shows one page of a list that goes on, newest first.
    ///
    /// @param read the page and one row more, if there is one
    /// @param number what pages are told apart by
    protected final void showPage(
            List<T> read, ToLongFunction<T> number, String counted, Component empty) {
        boolean more = read.size() > PAGE;
        var rows = more ? read.subList(0, PAGE) : read;
        page.show(rows, counted, query.opened(), empty);
        boolean first = query.get(BrowseQuery.BEFORE).isEmpty();
        page.showPages(
                first ? null : () -> choose(query.with(BrowseQuery.BEFORE, null)),
                more
                        ? () ->
                                choose(
                                        query.with(
                                                BrowseQuery.BEFORE,
                                                "" + number.applyAsLong(rows.getLast())))
                        : null);
    }

    /// Says that nothing is there, or that nothing is left of it, with a way back.
    protected final Component nothing(Component... whenNotNarrowed) {
        if (!query.isNarrowed()) {
            return BrowsePage.empty(whenNotNarrowed);
        }
        return BrowsePage.empty(
                new Paragraph(getTranslation(words + ".noneFound")),
                new Button(
                        getTranslation("kit.browse.showAll"),
                        _ -> choose(new BrowseQuery(query.opened(), Map.of()))));
    }

    /// Reads what stands beside the list again and leaves the focus where it is.
    protected final void refreshDrawer() {
        guarded(() -> {
            drawer = drawerNow();
            setDetail(drawer);
        });
    }

    private @Nullable Drawer drawerNow() {
        var record = query.opened();
        return record == null ? null : drawer(record).orElseGet(this::gone);
    }

    private void showDrawer() {
        var now = drawerNow();
        drawer = now;
        setDetail(now);
        if (now != null) {
            now.focusTitle();
        }
    }

    private Drawer gone() {
        var none = new Drawer(this::close);
        none.setTitle(getTranslation("kit.form.gone"), "");
        none.add(new Paragraph(getTranslation(words + ".gone")));
        return none;
    }

    protected final void tell(String sentence) {
        Notification.show(sentence, MESSAGE_MILLIS, Notification.Position.BOTTOM_START);
    }
}
