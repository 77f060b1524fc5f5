package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Optional;

/// Something a module puts into the header of every page, left of the person's own menu. A bean of
/// this type is enough; the header knows no feature. The order is Spring's `@Order`.
///
/// It is a service listener because the browser's code is gathered from what views and service
/// listeners name: what no view names would be missing from the page.
public interface HeaderItem extends VaadinServiceInitListener {

    /// A new component for one browser window; empty when it is nothing for whoever is signed in.
    Optional<Component> create();

    /// Whether it stands on a line of its own below the header, for as long as it is visible.
    default boolean standsBelow() {
        return false;
    }

    @Override
    default void serviceInit(ServiceInitEvent event) {
        // Nothing to do: being one is enough.
    }
}
