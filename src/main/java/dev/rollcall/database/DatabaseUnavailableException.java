package dev.rollcall.database;

/// There is no database to work with. The message is one sentence for the person who starts
/// Rollcall and says what to change; it carries no password.
final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String sentence) {
        super(sentence);
    }

    DatabaseUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
