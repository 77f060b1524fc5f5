package dev.rollcall.adherence.acting;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;

/// Something people can do about a deviation of their own, while it goes on or later. A bean of
/// this type is enough.
///
/// It is a service listener because the browser's code is gathered from what views and service
/// listeners name: what no view names would be missing from the page.
public interface OwnAction extends VaadinServiceInitListener {

    /// The translation key of what its button says beside a deviation.
    String label();

    /// The translation key of what it says while somebody is out: the second way beside going back.
    String labelNow();

    /// Begins it: opens what asks for the rest. The matter is about whoever looks at the page.
    void begin(Matter matter);

    @Override
    default void serviceInit(ServiceInitEvent event) {
        // Nothing to do: being one is enough.
    }
}
