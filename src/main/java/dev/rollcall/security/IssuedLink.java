package dev.rollcall.security;

import java.time.Instant;

/// A way in for one user that was just made: whoever opens it chooses the password.
///
/// @param address what the admin hands over; this is the only time it can be read
/// @param until from then on it no longer works
public record IssuedLink(User user, String address, Instant until) {

    @Override
    public String toString() {
        return "IssuedLink[" + user.id() + "]";
    }
}
