package dev.rollcall.security;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/// Who may open which view. A view says so by one annotation: [Requires] with the permissions of
/// which one is enough, [PermitAll] for everybody who is signed in, [AnonymousAllowed] for
/// everybody. Without one nobody may.
@Component
public class ViewAccess {

    private final Access access;

    ViewAccess(Access access) {
        this.access = access;
    }

    /// Whether the current viewer may open a view.
    public boolean mayOpen(Class<?> view) {
        if (view.isAnnotationPresent(AnonymousAllowed.class)) {
            return true;
        }
        var viewer = access.currentViewer();
        if (viewer.isEmpty()) {
            return false;
        }
        var required = view.getAnnotation(Requires.class);
        return required == null
                ? view.isAnnotationPresent(PermitAll.class)
                : Arrays.stream(required.value()).anyMatch(viewer.get()::may);
    }
}
