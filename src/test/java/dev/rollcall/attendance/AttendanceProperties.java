package dev.rollcall.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/// What holds for every timeline.
class AttendanceProperties {

    private static final Duration FORGOTTEN = Duration.ofHours(4);

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 27);
    private static final int DAYS = 5;
    private static final Instant START = FIRST.atStartOfDay(BERLIN).toInstant();

    @Property(tries = 300)
    void timesByStatusAddUpToWhatWasWorkedAndDaysToThePeriod(
            @ForAll("timelines") List<PresenceSegment> segments) {
        var whole = TimeSpan.of(START, FIRST.plusDays(DAYS).atStartOfDay(BERLIN).toInstant());
        var now = whole.end().minusSeconds(7200);
        var sum = AttendanceTotal.NONE;
        for (int i = 0; i < DAYS; i++) {
            var date = FIRST.plusDays(i);
            var period = new DayPeriod(date, BERLIN).span();
            var shift =
                    TimeSpan.of(
                            period.start().plusSeconds(28800), period.end().minusSeconds(28800));
            var total = AttendanceDay.of(date, period, shift, segments, now, FORGOTTEN).total();
            assertThat(
                            total.in(Base.AVAILABLE)
                                    .plus(total.in(Base.ACTIVE))
                                    .plus(total.in(Base.UNAVAILABLE)))
                    .isEqualTo(total.worked());
            assertThat(total.breakTime()).isLessThanOrEqualTo(total.worked());
            sum = sum.plus(total);
        }
        var expected = AttendanceDay.of(FIRST, whole, null, segments, now, FORGOTTEN).total();
        assertThat(sum.worked()).isEqualTo(expected.worked()).isEqualTo(clockedIn(segments, now));
        assertThat(sum.spent()).isEqualTo(expected.spent());
        assertThat(sum.unknown()).isEqualTo(expected.unknown());
        assertThat(sum.breakTime()).isEqualTo(expected.breakTime());
    }

    /// What is kept of a day is kept for good, unless what it rests on changes.
    @Property(tries = 500)
    void nothingLaterThanADayRestsOnChangesIt(
            @ForAll("timelines") List<PresenceSegment> segments,
            @ForAll("timelines") List<PresenceSegment> others,
            @ForAll @IntRange(max = DAYS - 1) int number,
            @ForAll @IntRange(max = 400_000) int seconds,
            @ForAll @IntRange(max = 200_000) int later) {
        var now = START.plusSeconds(seconds);
        var period = new DayPeriod(FIRST.plusDays(number), BERLIN).span();
        var shift =
                TimeSpan.of(period.start().plusSeconds(28800), period.end().minusSeconds(28800));
        var limit = period.end().plus(FORGOTTEN);
        var read = reading(segments, period, limit);
        var until = AttendanceDay.restsUpTo(limit, read, now);
        if (until.isEmpty()) {
            return;
        }
        assertThat(until.get()).isBetween(limit, now);

        // From there on something else is told, and it is read when that has happened.
        var told = new ArrayList<PresenceSegment>();
        for (var segment : segments) {
            if (segment.start().isBefore(until.get())) {
                told.add(cut(segment, until.get()));
            }
        }
        for (var other : others) {
            var from = other.start().plus(Duration.between(START, until.get())).plusSeconds(10_000);
            var to =
                    other.end() == null
                            ? null
                            : other.end()
                                    .plus(Duration.between(START, until.get()))
                                    .plusSeconds(10_000);
            told.add(segment(from, to, other.state()));
        }
        var date = FIRST.plusDays(number);
        assertThat(
                        AttendanceDay.of(
                                date,
                                period,
                                shift,
                                reading(told, period, limit),
                                now.plusSeconds(later),
                                FORGOTTEN))
                .isEqualTo(AttendanceDay.of(date, period, shift, read, now, FORGOTTEN));
    }

    private static List<PresenceSegment> reading(
            List<PresenceSegment> segments, TimeSpan period, Instant limit) {
        return segments.stream()
                .filter(each -> each.end() == null || each.end().isAfter(period.start()))
                .filter(each -> each.start().isBefore(limit))
                .toList();
    }

    private static PresenceSegment cut(PresenceSegment segment, Instant end) {
        return segment.end() != null && !segment.end().isAfter(end)
                ? segment
                : segment(segment.start(), end, segment.state());
    }

    private static PresenceSegment segment(
            Instant from, @Nullable Instant to, PresenceState state) {
        return new PresenceSegment(from, to, state, "/telephony", "1", null, false, false);
    }

    private static Duration clockedIn(List<PresenceSegment> segments, Instant now) {
        var sum = Duration.ZERO;
        for (var segment : segments) {
            var base = segment.state().base();
            var end = segment.end() == null || segment.end().isAfter(now) ? now : segment.end();
            var start = segment.start().isBefore(START) ? START : segment.start();
            if (base != Base.AWAY && base != Base.UNKNOWN && end.isAfter(start)) {
                sum = sum.plus(Duration.between(start, end));
            }
        }
        return sum;
    }

    @Provide
    Arbitrary<List<PresenceSegment>> timelines() {
        var states =
                Arbitraries.of(
                        PresenceState.AWAY,
                        PresenceState.AVAILABLE,
                        PresenceState.ACTIVE,
                        PresenceState.UNKNOWN,
                        PresenceState.unavailable("BREAK"),
                        PresenceState.unavailable("LUNCH"),
                        PresenceState.unavailable("MEETING"));
        var lengths = Arbitraries.integers().between(1, 40_000);
        return Combinators.combine(states, lengths)
                .as(Stretch::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(AttendanceProperties::lay);
    }

    private static List<PresenceSegment> lay(List<Stretch> stretches) {
        var segments = new ArrayList<PresenceSegment>();
        var from = START.minusSeconds(10_000);
        for (int i = 0; i < stretches.size(); i++) {
            var stretch = stretches.get(i);
            var to = i + 1 < stretches.size() ? from.plusSeconds(stretch.seconds()) : null;
            segments.add(segment(from, to, stretch.state()));
            from = to == null ? from : to;
        }
        return segments;
    }

    private record Stretch(PresenceState state, int seconds) {}
}
