package dev.rollcall.kit;

import java.time.Duration;

/// Lengths of time in words, for sentences: `15 minutes`, `1 hour 5 minutes`, `40 seconds`. From
/// ten minutes on seconds no longer matter and are rounded half-up.
public final class DurationWords {

    private static final long SECONDS_MATTER_BELOW = 600;

    private final Words words;

    public DurationWords(Words words) {
        this.words = words;
    }

    /// @param duration not negative
    public String of(Duration duration) {
        long seconds = duration.plusMillis(500).toSeconds();
        if (seconds >= SECONDS_MATTER_BELOW) {
            seconds = (seconds + 30) / 60 * 60;
        }
        long hours = seconds / 3600;
        long minutes = seconds / 60 % 60;
        long rest = seconds % 60;
        var text = new StringBuilder();
        append(text, hours, "kit.duration.hours");
        append(text, minutes, "kit.duration.minutes");
        if (rest > 0 || text.isEmpty()) {
            appendAlways(text, rest, "kit.duration.seconds");
        }
        return text.toString();
    }

    /// Short, for pills and columns: `1 h 8 min`, `47 min`, `40 s`. From a minute on seconds no
    /// longer matter and are cut off, as a clock does.
    ///
    /// @param duration not negative
    public String brief(Duration duration) {
        long minutes = duration.toMinutes();
        var text = new StringBuilder();
        append(text, minutes / 60, "kit.duration.briefHours");
        append(text, minutes % 60, "kit.duration.briefMinutes");
        if (text.isEmpty()) {
            appendAlways(text, duration.toSeconds(), "kit.duration.briefSeconds");
        }
        return text.toString();
    }

    private void append(StringBuilder text, long number, String key) {
        if (number > 0) {
            appendAlways(text, number, key);
        }
    }

    private void appendAlways(StringBuilder text, long number, String key) {
        text.append(text.isEmpty() ? "" : " ").append(words.get(key, number));
    }
}
