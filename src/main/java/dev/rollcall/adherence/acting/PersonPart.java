package dev.rollcall.adherence.acting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.rollcall.adherence.PersonTimeline;
import java.time.ZoneId;
import java.util.Optional;

/// What stands beside somebody's day in full: what was said and decided about it. A bean of this
/// type is enough.
///
/// It is a service listener because the browser's code is gathered from what views and service
/// listeners name: what no view names would be missing from the page.
public interface PersonPart extends VaadinServiceInitListener {

    /// A new component for one page; empty when there is nothing for whoever looks.
    ///
    /// @param zone in which they read times
    /// @param changed told when something was done in it that changes the day
    Optional<Component> create(PersonTimeline day, ZoneId zone, Runnable changed);

    /// Says what a component stands on. As long as a later one stands on equal facts, the one that
    /// is shown stays, with whatever somebody has typed into it.
    static <C extends Component> C standingOn(Object facts, C component) {
        ComponentUtil.setData(component, Facts.class, new Facts(facts));
        return component;
    }

    /// Whether two components stand on equal facts.
    static boolean areAlike(Component one, Component other) {
        var facts = ComponentUtil.getData(one, Facts.class);
        return facts != null && facts.equals(ComponentUtil.getData(other, Facts.class));
    }

    /// What a component stands on.
    record Facts(Object value) {}

    @Override
    default void serviceInit(ServiceInitEvent event) {
        // Nothing to do: being one is enough.
    }
}
