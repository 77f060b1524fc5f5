package dev.rollcall.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import dev.rollcall.navigation.NavigationProfiles;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.ViewAccess;
import dev.rollcall.security.Viewer;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends everybody to the page their day begins on: unit managers to their dashboard, others who
/// look after people to the board, admins to the settings, others to the first of their menu;
/// agents stay here, their status is in the header of every page. A navigation profile that puts
/// another page on top, or hides that one, has the last word.
@Route("")
@PermitAll
final class HomeView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SETTINGS = "settings";

    private final Access access;
    private final ViewAccess viewAccess;
    private final WorkforceManagement workforce;
    private final NavigationProfiles profiles;

    HomeView(
            Access access,
            ViewAccess viewAccess,
            WorkforceManagement workforce,
            NavigationProfiles profiles,
            OwnDay ownDay) {
        this.access = access;
        this.viewAccess = viewAccess;
        this.workforce = workforce;
        this.profiles = profiles;
        addClassName("home");
        var viewer = access.viewer();
        add(new H1(getTranslation("shell.home.hello", viewer.actor().name())));
        viewer.agent()
                .filter(_ -> workforce.isOn())
                .ifPresentOrElse(
                        agent -> add(ownDay.of(agent)),
                        () ->
                                add(
                                        new Paragraph(
                                                getTranslation(
                                                        viewer.agent().isPresent()
                                                                ? "shell.home.off"
                                                                : "shell.home.nothing"))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var viewer = access.viewer();
        var pages =
                MenuConfiguration.getMenuEntries().stream()
                        .filter(entry -> entry.menuClass() != null)
                        .filter(entry -> viewAccess.mayOpen(entry.menuClass()))
                        .filter(entry -> workforce.offers(entry.menuClass()))
                        .map(entry -> entry.path().replaceFirst("^/", ""))
                        .filter(path -> !path.isEmpty())
                        .toList();
        profiles.of(viewer).start(pages, usual(viewer, pages)).ifPresent(event::forwardTo);
    }

    /// Null for this page.
    private @Nullable String usual(Viewer viewer, List<String> pages) {
        if (viewer.may(Permission.UNIT_STATUS_VIEW)) {
            return "dashboard";
        }
        if (viewer.may(Permission.ADHERENCE_VIEW) && workforce.isOn()) {
            return "adherence";
        }
        if (viewer.agent().isPresent() || pages.isEmpty()) {
            return null;
        }
        return pages.contains(SETTINGS) ? SETTINGS : pages.getFirst();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.home.title") + " – Rollcall";
    }
}
