package dev.rollcall.security.ui;

import dev.rollcall.security.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether somebody can sign in, and if not, why.
enum UserState {
    READY,
    INVITED,
    EXPIRED,
    DISABLED;

    /// @param until until when their link works, null: they have none
    static UserState of(User user, @Nullable Instant until) {
        if (!user.enabled()) {
            return DISABLED;
        }
        if (user.hasPassword()) {
            return READY;
        }
        return until == null ? EXPIRED : INVITED;
    }
}
