package dev.rollcall.presence.ui;

import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// How long somebody was unavailable today for each reason; what goes on is not counted yet.
///
/// @param byReason by the reason's code
record UsedToday(Map<String, Duration> byReason) {

    static final UsedToday NOTHING = new UsedToday(Map.of());

    UsedToday {
        byReason = Map.copyOf(byReason);
    }

    /// Pure.
    static UsedToday of(TimeSpan today, Collection<PresenceSegment> segments) {
        var used = new HashMap<String, Duration>();
        for (var segment : segments) {
            var end = segment.end();
            var state = segment.state();
            if (end != null && state.base() == Base.UNAVAILABLE) {
                state.reason()
                        .ifPresent(code ->
                                used.merge(code, within(today, segment, end), Duration::plus));
            }
        }
        return new UsedToday(used);
    }

    /// How much of a segment lies within a day and before an instant.
    static Duration within(TimeSpan day, PresenceSegment segment, Instant until) {
        var start = segment.start().isBefore(day.start()) ? day.start() : segment.start();
        var last = until.isBefore(day.end()) ? until : day.end();
        var end = segment.end() == null || segment.end().isAfter(last) ? last : segment.end();
        return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
    }
}
