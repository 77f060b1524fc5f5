package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.kit.DetailLayout;
import dev.rollcall.kit.LeaveGuard;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.organisation.People;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.NotFound;
import org.jspecify.annotations.Nullable;

/// Units, departments, groups and agents: looked up by everybody who may see people, changed by
/// those who may write them, each within their own scope.
@Route("people")
@RouteAlias("people/:kind(agents|groups|departments|units)/:code?")
@Menu(title = "organisation.title", order = 60, icon = "vaadin:users")
@Requires({Permission.PEOPLE_VIEW, Permission.PEOPLE_WRITE})
final class PeopleView extends DetailLayout
        implements BeforeEnterObserver,
                AfterNavigationObserver,
                BeforeLeaveObserver,
                HasDynamicTitle,
                PeopleToolbar.Choices {

    private static final int CONFIRMATION_MILLIS = 3000;

    private final People people;
    private final Directory directory;
    private final ApplicationClock clock;
    private final PeoplePage page = new PeoplePage(this);
    private final PageKeys keys = new PageKeys();
    private final LeaveGuard guard = new LeaveGuard();
    private final FormContext context = new Context();
    private PeopleQuery query = PeopleQuery.DEFAULT;
    private Chart chart;
    private @Nullable PeopleQuery shown;
    private @Nullable PeopleForm<?> form;

    PeopleView(People people, Directory directory, ApplicationClock clock) {
        this.people = people;
        this.directory = directory;
        this.clock = clock;
        this.chart = new Chart(people, directory);
        addClassName("records-view");
        setSizeFull();
        setMasterSize("min(36rem, 100%)");
        setExpandMaster(true);
        setDetailSize("28rem");
        page.add(keys, guard);
        setMaster(page);
        addBackdropClickListener(_ -> context.close());
        addDetailEscapePressListener(_ -> context.close());
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        keys.on("Escape", context::close);
    }

    @Override
    public String getPageTitle() {
        var title = getTranslation("organisation.title") + " – Rollcall";
        return form == null ? title : form.title() + " – " + title;
    }

    // ------------------------------------------------------------------ the address

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query =
                PeopleQuery.of(
                        event.getRouteParameters(), event.getLocation().getQueryParameters());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        chart = new Chart(people, directory);
        var before = shown;
        shown = query;
        page.show(query, chart);
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
        var open = form;
        if (open == null || !open.isDirty() || keepsPanel(event)) {
            return;
        }
        guard.ask(event);
    }

    private boolean keepsPanel(BeforeLeaveEvent event) {
        return event.getNavigationTarget() == PeopleView.class
                && PeopleQuery.of(
                                event.getRouteParameters(),
                                event.getLocation().getQueryParameters())
                        .hasSamePanelAs(query);
    }

    @Override
    public void choose(PeopleQuery newQuery) {
        UI.getCurrentOrThrow().navigate(PeopleView.class, newQuery.path(), newQuery.parameters());
    }

    @Override
    public void refine(PeopleQuery newQuery) {
        query = newQuery;
        var ui = UI.getCurrentOrThrow();
        var path = ui.getInternals().getActiveViewLocation().getPath();
        ui.getPage().getHistory().replaceState(null, new Location(path, newQuery.parameters()));
        page.show(newQuery, chart);
    }

    // ------------------------------------------------------------------ one record

    private void showPanel() {
        guard.changed(false);
        form = null;
        if (!query.hasPanel()) {
            setDetail(null);
            return;
        }
        var code = query.opened();
        if (code == null) {
            open(PeopleForms.add(context, query.kind(), query.unit()));
            return;
        }
        try {
            open(PeopleForms.open(context, query.kind(), code));
        } catch (NotFound e) {
            setDetail(PeopleForms.nothing(context, query.kind(), code));
        }
    }

    private void open(PeopleForm<?> opened) {
        form = opened;
        setDetail(opened);
        opened.focusFirst();
    }

    private final class Context implements FormContext {

        @Override
        public People people() {
            return people;
        }

        @Override
        public Chart chart() {
            return chart;
        }

        @Override
        public ApplicationClock clock() {
            return clock;
        }

        @Override
        public void close() {
            if (query.hasPanel()) {
                choose(query.closed());
            }
        }

        @Override
        public void changed(boolean dirty) {
            guard.changed(dirty);
        }

        @Override
        public void saved(String name) {
            form = null;
            Notification.show(
                    getTranslation("kit.form.saved", name),
                    CONFIRMATION_MILLIS,
                    Notification.Position.BOTTOM_START);
            choose(query.closed());
        }

        @Override
        public void open(Kind kind, String code) {
            choose(query.opening(kind, code));
        }
    }
}
