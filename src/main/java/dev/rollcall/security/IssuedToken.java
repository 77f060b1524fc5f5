package dev.rollcall.security;

/// A token that was just made.
///
/// @param text what a program sends as its bearer token; this is the only time it can be read
public record IssuedToken(Token token, String text) {

    @Override
    public String toString() {
        return "IssuedToken[" + token.prefix() + "]";
    }
}
