package dev.rollcall.adherence.acting;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;

/// Something to do about people on the board: from a row, from several rows, from the drawer, by a
/// key. A bean of this type is enough; the order is Spring's `@Order`.
///
/// It is a service listener because the browser's code is gathered from what views and service
/// listeners name: what no view names would be missing from the page.
public interface PeopleAction extends VaadinServiceInitListener {

    /// What pages call it: small letters.
    String code();

    /// The key that begins it: a small letter.
    String key();

    VaadinIcon icon();

    /// The translation key of what its button says: one or two words.
    String label();

    /// The translation key of what its key does, for the overview of keys.
    String help();

    /// Whether it is for whoever looks at the page.
    boolean isOffered();

    /// Whether it can be about one deviation.
    default boolean isAboutDeviations() {
        return false;
    }

    /// Begins it: opens what asks for the rest. Runs in the page, for whoever looks at it.
    void begin(Matter matter);

    @Override
    default void serviceInit(ServiceInitEvent event) {
        // Nothing to do: being one is enough.
    }
}
