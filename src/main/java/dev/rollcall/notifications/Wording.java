package dev.rollcall.notifications;

import java.util.List;

/// A message in words.
///
/// @param title one sentence that says it; the toast shows nothing else
/// @param details further lines, may be none
public record Wording(String title, List<String> details) {

    public Wording {
        details = List.copyOf(details);
    }

    public static Wording of(String title) {
        return new Wording(title, List.of());
    }
}
