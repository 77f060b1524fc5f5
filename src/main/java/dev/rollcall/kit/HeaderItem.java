package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/// Something a module puts into the header of every page, left of the person's own menu. A bean of
/// this type is enough; the header knows no feature. The order is Spring's `@Order`.
public interface HeaderItem {

    /// A new component for one browser window; empty when it is nothing for whoever is signed in.
    Optional<Component> create();
}
