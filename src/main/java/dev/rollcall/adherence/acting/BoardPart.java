package dev.rollcall.adherence.acting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Optional;

/// What stands in the head of the board: what waits for whoever looks at it, and what they can do
/// about many at once. A bean of this type is enough.
///
/// It is a service listener because the browser's code is gathered from what views and service
/// listeners name: what no view names would be missing from the page.
public interface BoardPart extends VaadinServiceInitListener {

    /// A new component for one page; empty when there is nothing for whoever looks.
    Optional<Component> create();

    @Override
    default void serviceInit(ServiceInitEvent event) {
        // Nothing to do: being one is enough.
    }
}
