package dev.rollcall.people;

import org.jspecify.annotations.Nullable;

/// Numbers the database gives when a row is saved first.
final class Saved {

    private Saved() {}

    static long id(@Nullable Long id) {
        if (id == null) {
            throw new IllegalStateException("A row has no id before it is saved");
        }
        return id;
    }
}
