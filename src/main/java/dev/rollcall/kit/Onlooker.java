package dev.rollcall.kit;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/// Whoever looks at a page, for what the page does in their name on threads that are not theirs,
/// such as when it is pushed to.
public final class Onlooker {

    private final SecurityContext context;

    private Onlooker(SecurityContext context) {
        this.context = context;
    }

    /// Whoever is signed in now.
    public static Onlooker current() {
        return new Onlooker(SecurityContextHolder.getContext());
    }

    /// Does something with their rights, as they are then.
    public void does(Runnable work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
