package dev.rollcall.dashboard;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.rollcall.security.Permission;
import java.util.Set;

/// Something a module shows on dashboards. A bean of this type is enough; the dashboard knows no
/// feature. The order in the catalogue, and on a board nobody arranged yet, is Spring's `@Order`.
///
/// It is a service listener for the same reason as a header item: the browser's code is gathered
/// from what views and service listeners name.
public interface Widget extends VaadinServiceInitListener {

    /// Never changes: people's layouts name it.
    WidgetKey key();

    /// Key of its title in the translations; with `.what`: what it shows, in a sentence.
    String words();

    /// Of which one is enough to be offered it. What it shows it asks for by itself all the same.
    Set<Permission> permissions();

    /// Whether it is there at all now; what belongs to something that is switched off is not.
    default boolean isOn() {
        return true;
    }

    WidgetSize size();

    /// What one window shows of it. Not asked of whoever lacks the permission.
    WidgetContent create(Audience audience);

    @Override
    default void serviceInit(ServiceInitEvent event) {
        // Nothing to do: being one is enough.
    }
}
