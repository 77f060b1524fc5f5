package dev.rollcall.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Followers;
import dev.rollcall.navigation.NavigationChanged;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.schedule.WorkforceManagementOff;
import dev.rollcall.schedule.WorkforceManagementSwitched;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Stands before the pages of workforce management: shut while it is switched off. Tells open pages
/// when it is switched.
@Component
class WorkforceGate implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final String EVERYBODY = "";

    private final transient WorkforceManagement workforce;
    private final transient Followers<String, Runnable> followers = new Followers<>();

    WorkforceGate(WorkforceManagement workforce) {
        this.workforce = workforce;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(
                        opened -> opened.getUI().addBeforeEnterListener(this::beforeEnter));
    }

    private void beforeEnter(BeforeEnterEvent event) {
        if (!isOpen(event.getNavigationTarget())) {
            event.rerouteToError(new WorkforceManagementOff(), "");
        }
    }

    boolean isOpen(Class<?> view) {
        return workforce.offers(view);
    }

    @EventListener
    void on(WorkforceManagementSwitched switched) {
        followers.everybody().forEach(Runnable::run);
    }

    /// Menus are made anew, too, when somebody arranged them otherwise.
    @EventListener
    void on(NavigationChanged changed) {
        followers.everybody().forEach(Runnable::run);
    }

    /// @param follower told on the thread of whoever switched: touches no component by itself
    Registration follow(Runnable follower) {
        return followers.add(EVERYBODY, follower);
    }
}
