package dev.rollcall.organisation.ui;

import org.jspecify.annotations.Nullable;

/// Whether somebody's attendance is tracked, as a form offers it.
enum Tracking {
    BY_GROUP,
    ALWAYS,
    NEVER;

    static Tracking of(@Nullable Boolean tracked) {
        if (tracked == null) {
            return BY_GROUP;
        }
        return tracked ? ALWAYS : NEVER;
    }

    @Nullable Boolean tracked() {
        return this == BY_GROUP ? null : Boolean.valueOf(this == ALWAYS);
    }
}
