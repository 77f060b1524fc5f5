package dev.rollcall.presence;

import org.jspecify.annotations.Nullable;

/// Why an event was rejected.
///
/// @param code `unknown-agent`, `clock-skew` or `bad-event`
/// @param detail a sentence for the sender
/// @param pointer a JSON pointer to the field within the event, when one field is to blame
public record EventProblem(String code, String detail, @Nullable String pointer) {}
