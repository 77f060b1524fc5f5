package dev.rollcall.security;

import java.util.Set;

/// What some users may do has changed; the [Grants] already say so.
record GrantsChanged(Set<UserId> users) {

    GrantsChanged {
        users = Set.copyOf(users);
    }
}
