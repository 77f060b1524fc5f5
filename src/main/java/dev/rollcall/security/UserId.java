package dev.rollcall.security;

import java.io.Serializable;

/// Names one user inside Rollcall: somebody who can sign in. An agent is a user only when they have
/// a way to sign in, and not every user is an agent.
public record UserId(long value) implements Comparable<UserId>, Serializable {

    @Override
    public int compareTo(UserId other) {
        return Long.compare(value, other.value);
    }
}
