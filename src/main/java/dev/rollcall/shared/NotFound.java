package dev.rollcall.shared;

/// What was asked for is not there, or not there for whoever asks: both look the same from outside.
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param what the kind of thing, as a word people read: `agent`, `unit`
    /// @param which its code or external id, as the asker wrote it
    public NotFound(String what, String which) {
        super("There is no " + what + " \"" + which + "\".");
    }
}
