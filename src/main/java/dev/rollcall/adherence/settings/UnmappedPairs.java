package dev.rollcall.adherence.settings;

import dev.rollcall.adherence.engine.Mapping;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects from many days which pairs happened that no rule speaks of.
public final class UnmappedPairs {

    private final Map<Pair, Found> found = new HashMap<>();

    /// Takes in one person's day.
    ///
    /// @param person names them
    /// @param date the day
    /// @param period what belongs to it
    /// @param asOf nothing after it happened yet
    /// @param pieces what was scheduled
    /// @param segments what was reported
    public void add(
            Object person,
            LocalDate date,
            TimeSpan period,
            Instant asOf,
            List<Piece> pieces,
            List<PresenceSegment> segments,
            Mapping mapping) {
        for (var piece : pieces) {
            for (var segment : segments) {
                var state = segment.state();
                if (state.base() == PresenceState.Base.UNKNOWN
                        || mapping.verdict(piece.activity(), state.toString())
                                != Verdict.UNMAPPED) {
                    continue;
                }
                var start = latest(latest(piece.start(), segment.start()), period.start());
                var until = earliest(earliest(piece.end(), period.end()), asOf);
                var end = segment.end() == null ? until : earliest(until, segment.end());
                if (start.isBefore(end)) {
                    found.computeIfAbsent(
                                    new Pair(piece.activity(), state.toString()), _ -> new Found())
                            .add(person, date, start, end);
                }
            }
        }
    }

    /// What was found, the most time first.
    public List<SeenPair> all() {
        return found.entrySet().stream()
                .map(each -> each.getValue().of(each.getKey()))
                .sorted(
                        Comparator.comparing(SeenPair::time)
                                .reversed()
                                .thenComparing(SeenPair::activity)
                                .thenComparing(SeenPair::presence))
                .toList();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static final class Found {
        private final Set<Object> people = new HashSet<>();
        private Duration time = Duration.ZERO;
        private Instant last = Instant.MIN;
        private LocalDate firstDay = LocalDate.MAX;

        private void add(Object person, LocalDate date, Instant start, Instant end) {
            people.add(person);
            time = time.plus(Duration.between(start, end));
            last = latest(last, end);
            firstDay = date.isBefore(firstDay) ? date : firstDay;
        }

        private SeenPair of(Pair pair) {
            return new SeenPair(
                    pair.activity(), pair.presence(), people.size(), time, firstDay, last);
        }
    }
}
