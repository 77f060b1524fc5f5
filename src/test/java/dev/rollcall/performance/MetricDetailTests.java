package dev.rollcall.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.performance.CallTimes.Hour;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.shared.TimeSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is behind a figure: drivers, how long things took, and when calls come.
class MetricDetailTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void moreDaysMoreOnEachAndMoreMoneyEachAreToldApart() {
        var before = new Drivers.Total(10, 20, new BigDecimal("1000"));
        var now = new Drivers.Total(12, 36, new BigDecimal("2160"));

        var drivers = Drivers.of(before, now, true);

        assertThat(drivers)
                .extracting(Driver::kind)
                .containsExactly(Driver.Kind.DAYS, Driver.Kind.PER_DAY, Driver.Kind.EACH);
        assertThat(drivers.stream().map(each -> each.effect().setScale(2, RoundingMode.HALF_UP)))
                .containsExactly(
                        new BigDecimal("200.00"),
                        new BigDecimal("600.00"),
                        new BigDecimal("360.00"));
    }

    @Test
    void nothingBeforeIsNotSplit() {
        var nothing = new Drivers.Total(0, 0, BigDecimal.ZERO);
        assertThat(Drivers.of(nothing, new Drivers.Total(1, 2, BigDecimal.TWO), false)).isEmpty();
        assertThat(Drivers.of(new Drivers.Total(1, 2, BigDecimal.TWO), nothing, false)).isEmpty();
    }

    @Property
    void theDriversAddUpToTheChange(
            @ForAll @IntRange(min = 1, max = 31) int daysBefore,
            @ForAll @IntRange(min = 1, max = 31) int daysNow,
            @ForAll @IntRange(min = 31, max = 2000) int factsBefore,
            @ForAll @IntRange(min = 31, max = 2000) int factsNow,
            @ForAll @IntRange(max = 10_000_000) int centsBefore,
            @ForAll @IntRange(max = 10_000_000) int centsNow) {
        var before = new Drivers.Total(daysBefore, factsBefore, BigDecimal.valueOf(centsBefore, 2));
        var now = new Drivers.Total(daysNow, factsNow, BigDecimal.valueOf(centsNow, 2));
        assertThat(
                        Drivers.of(before, now, true).stream()
                                .map(Driver::effect)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(now.value().subtract(before.value()));
    }

    @Test
    void theMedianAndTheNinetiethAreOfTheirOwnTimes() {
        var spread =
                TimeSpread.of(IntStream.rangeClosed(1, 10).mapToObj(Duration::ofHours).toList())
                        .orElseThrow();
        assertThat(spread.median()).isEqualTo(Duration.ofHours(5));
        assertThat(spread.ninetieth()).isEqualTo(Duration.ofHours(9));
        assertThat(TimeSpread.of(List.of(Duration.ofMinutes(3))).orElseThrow().ninetieth())
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(TimeSpread.of(List.of())).isEmpty();
    }

    @Test
    void callsAreCountedByTheHourOfTheirOwnClockAgainstTimeAtWork() {
        var span = span("2026-03-02T00:00:00Z", "2026-03-09T00:00:00Z");
        var times =
                CallTimes.of(
                        List.of(
                                Instant.parse("2026-03-02T08:10:00Z"),
                                Instant.parse("2026-03-02T08:50:00Z"),
                                Instant.parse("2026-03-02T09:10:00Z")),
                        List.of(
                                did(
                                        "2026-03-02T08:30:00Z",
                                        "2026-03-02T09:30:00Z",
                                        PresenceState.AVAILABLE),
                                did(
                                        "2026-03-02T09:30:00Z",
                                        "2026-03-02T10:00:00Z",
                                        PresenceState.AWAY)),
                        span,
                        BERLIN);

        var nine = Objects.requireNonNull(times.hours().get(new Hour(DayOfWeek.MONDAY, 9)));
        assertThat(nine).isEqualTo(new CallTimes.Count(2, Duration.ofMinutes(30)));
        assertThat(nine.perHour()).isEqualTo(4.0);
        assertThat(times.hours()).hasSize(2);
        assertThat(times.busiest()).contains(new Hour(DayOfWeek.MONDAY, 9));
        assertThat(times.best()).as("half an hour is chance").isEmpty();
    }

    @Test
    void ofLessThanAMinuteAtWorkNothingIsSaid() {
        assertThat(new CallTimes.Count(3, Duration.ofMillis(700)).perHour()).isNull();
    }

    @Test
    void anHourThatIsNoLongerThereIsNotCountedTwice() {
        // The clocks go forward at 1 o'clock UTC: there is no hour of 2 in Berlin.
        var span = span("2026-03-29T00:00:00Z", "2026-03-29T03:00:00Z");
        var times =
                CallTimes.of(
                        List.of(),
                        List.of(did("2026-03-28T00:00:00Z", null, PresenceState.ACTIVE)),
                        span,
                        BERLIN);
        assertThat(times.hours().keySet())
                .extracting(Hour::hour)
                .containsExactlyInAnyOrder(1, 3, 4);
        assertThat(
                        CallTimes.worked(
                                List.of(did("2026-03-28T00:00:00Z", null, PresenceState.ACTIVE)),
                                span))
                .isEqualTo(Duration.ofHours(3));
    }

    private static TimeSpan span(String from, String to) {
        return TimeSpan.of(Instant.parse(from), Instant.parse(to));
    }

    private static PresenceSegment did(String from, @Nullable String to, PresenceState state) {
        return new PresenceSegment(
                Instant.parse(from),
                to == null ? null : Instant.parse(to),
                state,
                null,
                null,
                null,
                false,
                false);
    }
}
