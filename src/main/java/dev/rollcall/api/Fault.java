package dev.rollcall.api;

import org.springframework.http.HttpStatus;

/// The kinds of failure a program can meet, each with a stable code. What is new gets a new code; a
/// code never changes its meaning.
enum Fault {
    MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    INVALID_INPUT(HttpStatus.BAD_REQUEST, "A field is not valid"),
    BAD_LINES(HttpStatus.BAD_REQUEST, "The file has bad lines"),
    BAD_EVENT(HttpStatus.BAD_REQUEST, "The event is not valid"),
    CLOCK_SKEW(HttpStatus.BAD_REQUEST, "The event lies in the future"),
    UNKNOWN_AGENT(HttpStatus.NOT_FOUND, "The agent is unknown"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid token is needed"),
    MISSING_SCOPE(HttpStatus.FORBIDDEN, "The token may not do this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take this method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer has no such form"),
    CONFLICT(HttpStatus.CONFLICT, "Somebody else was first"),
    IN_PROGRESS(HttpStatus.CONFLICT, "The same request is still being worked on"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body has an unknown form"),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, "The key was used for another request"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not available at the moment"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here"),
    /// Any other failure of the protocol, with the status the framework gives it.
    OTHER(HttpStatus.BAD_REQUEST, "The request cannot be served");

    private final HttpStatus status;
    private final String title;

    Fault(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /// `unknown-agent` and the like.
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Problem problem(String detail) {
        return Problem.of(this, detail);
    }
}
