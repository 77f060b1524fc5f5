package dev.rollcall.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.ViewAccess;
import jakarta.annotation.security.PermitAll;

/// Sends everybody to the page their day begins on: unit managers to their dashboard, others who
/// look after people to the board, or the first of their menu; agents stay here, their status is in
/// the header of every page.
@Route("")
@PermitAll
final class HomeView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final Access access;
    private final ViewAccess viewAccess;
    private final WorkforceManagement workforce;

    HomeView(Access access, ViewAccess viewAccess, WorkforceManagement workforce, OwnDay ownDay) {
        this.access = access;
        this.viewAccess = viewAccess;
        this.workforce = workforce;
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
        if (access.viewer().may(Permission.UNIT_STATUS_VIEW)) {
            event.forwardTo("dashboard");
            return;
        }
        if (access.viewer().may(Permission.ADHERENCE_VIEW) && workforce.isOn()) {
            event.forwardTo("adherence");
            return;
        }
        if (access.viewer().agent().isPresent()) {
            return;
        }
        MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> entry.menuClass() != null && !entry.path().isEmpty())
                .filter(entry -> viewAccess.mayOpen(entry.menuClass()))
                .filter(entry -> workforce.offers(entry.menuClass()))
                .findFirst()
                .ifPresent(entry -> event.forwardTo(entry.path()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.home.title") + " – Rollcall";
    }
}
