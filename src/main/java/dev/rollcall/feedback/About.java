package dev.rollcall.feedback;

import java.util.Optional;
import java.util.regex.Pattern;

/// What feedback was said of, by the name it has where it is kept.
///
/// @param id an ISO date of a day, otherwise a number; see [#of]
public record About(Subject subject, String id) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /// What can be meant.
    public enum Subject {
        DAY,
        CASE,
        EVALUATION
    }

    /// From an address; empty when it names nothing.
    public static Optional<About> of(String subject, String id) {
        for (var each : Subject.values()) {
            var form = each == Subject.DAY ? DATE : NUMBER;
            if (each.name().equalsIgnoreCase(subject) && form.matcher(id).matches()) {
                return Optional.of(new About(each, id));
            }
        }
        return Optional.empty();
    }

    /// Where its receiver finds it; empty where they have no page of it.
    public Optional<String> addressForReceiver() {
        return switch (subject) {
            case DAY -> Optional.of("my-day?date=" + id);
            case EVALUATION -> Optional.of("my-evaluations/" + id);
            case CASE -> Optional.of("cases/" + id);
        };
    }
}
