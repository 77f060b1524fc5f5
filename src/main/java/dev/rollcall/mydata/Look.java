package dev.rollcall.mydata;

import dev.rollcall.audit.Actor;
import dev.rollcall.security.Role;
import java.time.Instant;
import java.util.List;

/// Somebody looked at one's detail.
///
/// @param number grows with every entry of the audit log
/// @param by who it was
/// @param roles the roles they have now; none for programs, for Rollcall itself, and for those who
///   cannot come in any more
/// @param screen what they looked at, as it was written down
public record Look(long number, Instant at, Actor by, List<Role> roles, String screen) {

    public Look {
        roles = List.copyOf(roles);
    }
}
