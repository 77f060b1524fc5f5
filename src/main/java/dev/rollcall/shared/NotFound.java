package dev.rollcall.shared;

/// What was named does not exist, or the viewer may not know that it does; both look the same from
/// outside. The message is a sentence for people.
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound(String sentence) {
        super(sentence);
    }

    /// @param what the kind of thing, such as `agent`
    /// @param which what the caller called it
    public static NotFound of(String what, String which) {
        return new NotFound("There is no " + what + " \"" + which + "\".");
    }
}
