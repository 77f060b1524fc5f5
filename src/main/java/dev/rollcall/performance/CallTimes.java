package dev.rollcall.performance;

import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When calls come and when they go well, by weekday and hour of the person's own clock.
///
/// @param hours what there was in each; nothing where nobody worked and nothing came
public record CallTimes(Map<Hour, Count> hours) {

    /// In fewer hours of work a rate is chance.
    static final Duration ENOUGH = Duration.ofHours(3);

    public CallTimes {
        hours = Map.copyOf(hours);
    }

    /// @param hour 0 to 23
    public record Hour(DayOfWeek weekday, int hour) {}

    /// @param calls how many were handled
    /// @param worked for how long the person was at work
    public record Count(long calls, Duration worked) {

        /// Null where nobody was at work for a minute: of less nothing can be said.
        public @Nullable Double perHour() {
            return worked.toMinutes() == 0 ? null : calls * 3600.0 / worked.toSeconds();
        }
    }

    /// @param calls when each began
    /// @param segments what the person did; only what lies in the span counts
    static CallTimes of(
            Collection<Instant> calls, List<PresenceSegment> segments, TimeSpan span, ZoneId zone) {
        var numbers = new HashMap<Hour, Long>();
        calls.forEach(at -> numbers.merge(hour(at, zone), 1L, Long::sum));
        var worked = new HashMap<Hour, Duration>();
        for (var segment : segments) {
            work(segment, span)
                    .ifPresent(part -> {
                        var from = part.start();
                        while (from.isBefore(part.end())) {
                            var next =
                                    from.atZone(zone)
                                            .truncatedTo(ChronoUnit.HOURS)
                                            .plusHours(1)
                                            .toInstant();
                            var to = next.isBefore(part.end()) ? next : part.end();
                            worked.merge(
                                    hour(from, zone), Duration.between(from, to), Duration::plus);
                            from = to;
                        }
                    });
        }
        var hours = new HashMap<Hour, Count>();
        numbers.forEach((hour, count) ->
                hours.put(hour, new Count(count, worked.getOrDefault(hour, Duration.ZERO))));
        worked.forEach((hour, time) -> hours.putIfAbsent(hour, new Count(0, time)));
        return new CallTimes(hours);
    }

    /// How long somebody was at work in a span: available, or at work on something.
    static Duration worked(List<PresenceSegment> segments, TimeSpan span) {
        return segments.stream()
                .flatMap(segment -> work(segment, span).stream())
                .map(TimeSpan::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Optional<TimeSpan> work(PresenceSegment segment, TimeSpan span) {
        var base = segment.state().base();
        if (base != Base.AVAILABLE && base != Base.ACTIVE) {
            return Optional.empty();
        }
        var end = segment.end() == null ? span.end() : segment.end();
        return end.isAfter(segment.start())
                ? TimeSpan.of(segment.start(), end).intersection(span)
                : Optional.empty();
    }

    private static Hour hour(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return new Hour(local.getDayOfWeek(), local.getHour());
    }

    /// The hour with most calls; of two the earlier in the week.
    public Optional<Hour> busiest() {
        return hours.entrySet().stream()
                .filter(each -> each.getValue().calls() > 0)
                .max(
                        Comparator.comparingLong(
                                        (Map.Entry<Hour, Count> each) -> each.getValue().calls())
                                .thenComparing(each -> each.getKey(), earlier()))
                .map(Map.Entry::getKey);
    }

    /// The hour with most calls for each hour of work, of those with enough work to tell.
    public Optional<Hour> best() {
        return hours.entrySet().stream()
                .filter(each ->
                        each.getValue().calls() > 0
                                && each.getValue().worked().compareTo(ENOUGH) >= 0)
                .max(
                        Comparator.comparingDouble(
                                        (Map.Entry<Hour, Count> each) -> rate(each.getValue()))
                                .thenComparing(each -> each.getKey(), earlier()))
                .map(Map.Entry::getKey);
    }

    private static double rate(Count count) {
        var rate = count.perHour();
        return rate == null ? 0 : rate;
    }

    private static Comparator<Hour> earlier() {
        return Comparator.comparing(Hour::weekday).thenComparingInt(Hour::hour).reversed();
    }
}
