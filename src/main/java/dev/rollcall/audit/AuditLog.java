package dev.rollcall.audit;

import org.jspecify.annotations.Nullable;

/// The record of changes and of looks at individual detail. Entries are written in the caller's
/// transaction: what was not written down did not happen.
public interface AuditLog {

    /// A change of something.
    ///
    /// @param what the kind of thing, for example `agent`, `unit`, `token`
    /// @param which its code or external id
    /// @param before the state before as JSON or plain text, null when it is new; never a secret
    /// @param after the state after, null when it is gone; never a secret
    void changed(
            Actor actor,
            String what,
            String which,
            @Nullable String before,
            @Nullable String after);

    /// A look at one person's detail.
    ///
    /// @param which the person's external id
    /// @param screen what was looked at, for example `timeline 2026-03-02`
    void looked(Actor actor, String which, String screen);
}
