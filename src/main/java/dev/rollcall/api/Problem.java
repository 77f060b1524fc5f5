package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A failure as a program reads it: `application/problem+json` of RFC 9457.
///
/// @param type names the kind of failure and never changes: `urn:rollcall:problem:<code>`
/// @param code the last part of the type
/// @param errors one for each bad field, null when no field is to blame
/// @param more further members, at the top level of the answer
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "errors"})
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable List<FieldError> errors,
        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> more) {

    static final String MEDIA_TYPE = "application/problem+json";

    Problem {
        more = Map.copyOf(more);
    }

    static Problem of(Fault fault, String detail) {
        return new Problem(
                "urn:rollcall:problem:" + fault.code(),
                fault.title(),
                fault.status().value(),
                detail,
                fault.code(),
                null,
                Map.of());
    }

    /// What the server says of itself, in its own words.
    ///
    /// @param status null when it is none that has a name
    static Problem of(@Nullable HttpStatus status) {
        if (status == null || status.is5xxServerError()) {
            return of(Fault.INTERNAL, "The request could not be carried out. Try it again later.")
                    .withStatus(status == null ? 500 : status.value());
        }
        return switch (status) {
            case BAD_REQUEST ->
                    of(
                            Fault.MALFORMED,
                            "The request is not valid HTTP. Look for characters in its address and"
                                    + " headers that must be encoded.");
            case NOT_FOUND -> of(Fault.NOT_FOUND, "There is no such address.");
            case METHOD_NOT_ALLOWED ->
                    of(Fault.METHOD_NOT_ALLOWED, "This address does not take this method.");
            default -> of(Fault.OTHER, status.getReasonPhrase() + ".").withStatus(status.value());
        };
    }

    Problem withErrors(List<FieldError> errors) {
        return new Problem(type, title, status, detail, code, List.copyOf(errors), more);
    }

    Problem with(Map<String, Object> more) {
        return new Problem(type, title, status, detail, code, errors, more);
    }

    Problem withStatus(int status) {
        return new Problem(type, title, status, detail, code, errors, more);
    }

    /// One bad field.
    ///
    /// @param pointer a JSON pointer into the body, or the name of a parameter after a slash
    record FieldError(String pointer, String detail) {}
}
