package dev.rollcall.attendance.ui;

import dev.rollcall.attendance.AttendanceLine;
import dev.rollcall.attendance.AttendanceTotal;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.presence.ForgottenClockOuts;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reasons;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How attendance is said: on the page and in the files alike.
final class AttendanceWords {

    /// Stands where there is nothing to say.
    static final String NOTHING = "–";

    private final Words words;
    private final Locale locale;
    private final Reasons reasons;
    private final DurationWords durations;

    AttendanceWords(Words words, Locale locale, Reasons reasons) {
        this.words = words;
        this.locale = locale;
        this.reasons = reasons;
        this.durations = new DurationWords(words);
    }

    String say(String key, Object... arguments) {
        return words.get("attendance.report." + key, arguments);
    }

    Locale locale() {
        return locale;
    }

    /// Who or what a line stands for.
    String name(AttendanceLine line) {
        var agent = line.agent();
        var unit = line.unit();
        var date = line.date();
        return agent != null
                ? agent.name()
                : unit != null ? unit.name() : date != null ? day(date) : NOTHING;
    }

    /// The same, with how much of it was corrected.
    String markedName(AttendanceLine line) {
        return line.corrected() == 0
                ? name(line)
                : say("nameCorrected", name(line), line.corrected());
    }

    /// `1 h 8 min`, or nothing to say.
    String duration(Duration duration) {
        return duration.isZero() ? NOTHING : durations.brief(duration);
    }

    /// How often, and how long in all: `2 × · 31 min`.
    String times(int count, Duration duration) {
        return count == 0 ? NOTHING : say("times", count, durations.brief(duration));
    }

    String count(int count) {
        return count == 0 ? NOTHING : String.format(locale, "%d", count);
    }

    String time(@Nullable Instant instant, ZoneId zone) {
        return instant == null
                ? NOTHING
                : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(instant.atZone(zone));
    }

    /// With the day, where it is another one than expected.
    String time(@Nullable Instant instant, ZoneId zone, LocalDate expected) {
        if (instant == null || LocalDate.ofInstant(instant, zone).equals(expected)) {
            return time(instant, zone);
        }
        return day(LocalDate.ofInstant(instant, zone)) + ", " + time(instant, zone);
    }

    String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMEEEd").withLocale(locale).format(date);
    }

    String period(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : say("period", day(from), day(to));
    }

    /// The status, or its reason by the name people here gave it.
    String state(PresenceState state) {
        var base = words.get("presence.state." + state.base());
        return state.reason()
                .map(code -> reasons.find(code).map(known -> known.name(words)).orElse(code))
                .map(reason -> say("because", base, reason))
                .orElse(base);
    }

    /// The same, with why they clocked out.
    ///
    /// @param clockOutReason the code of the reason they chose, null when they did not say
    String state(PresenceState state, @Nullable String clockOutReason) {
        return clockOutReason == null || state.base() != PresenceState.Base.AWAY
                ? state(state)
                : say(
                        "because",
                        state(state),
                        reasons.find(clockOutReason)
                                .map(known -> known.name(words))
                                .orElse(clockOutReason));
    }

    /// Where a segment came from.
    String origin(PresenceSegment segment) {
        if (segment.state().base() == PresenceState.Base.UNKNOWN && segment.eventId() == null) {
            return say("origin.silent", source(segment));
        }
        if (segment.automatic()) {
            return say("origin.automatic", source(segment));
        }
        if (ForgottenClockOuts.AUTOMATIC.equals(segment.source())) {
            return say("origin.auto");
        }
        if (ForgottenClockOuts.CONFIRMED.equals(segment.source())) {
            return say(
                    "origin.confirmed", Objects.requireNonNullElse(segment.changedBy(), NOTHING));
        }
        var by = segment.changedBy();
        return by == null ? say("origin.feed", source(segment)) : say("origin.hand", by);
    }

    private static String source(PresenceSegment segment) {
        var source = segment.source();
        return source == null ? NOTHING : source;
    }

    /// Time by status and reason, the longest first: `Available 6 h, Unavailable: Lunch 30 min`.
    String spent(AttendanceTotal total) {
        return total.spent().entrySet().stream()
                .sorted(
                        Map.Entry.<PresenceState, Duration>comparingByValue(
                                Comparator.reverseOrder()))
                .map(each -> state(each.getKey()) + " " + durations.brief(each.getValue()))
                .collect(Collectors.joining(", "));
    }
}
