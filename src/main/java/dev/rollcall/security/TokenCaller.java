package dev.rollcall.security;

import java.security.Principal;

/// The program a request comes from: its token's public part.
record TokenCaller(String prefix) implements Principal {

    @Override
    public String getName() {
        return prefix;
    }
}
