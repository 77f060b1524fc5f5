package dev.rollcall.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rollcall.calendar.CalendarDay.Planned;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.Layers;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A day of a calendar in Berlin: midnights, and the nights on which clocks are changed.
class CalendarDayTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void cutsAShiftAtMidnight() {
        var night = piece("2026-03-02T22:00", "2026-03-03T06:00");

        var monday = day("2026-03-02", List.of(night), List.of(), LATER);
        var tuesday = day("2026-03-03", List.of(night), List.of(), LATER);

        assertThat(monday.paid()).isEqualTo(Duration.ofHours(2));
        assertThat(tuesday.paid()).isEqualTo(Duration.ofHours(6));
        assertThat(monday.planned())
                .extracting(Planned::before, Planned::after)
                .containsExactly(tuple(false, true));
        assertThat(tuesday.planned())
                .extracting(Planned::before, Planned::after)
                .containsExactly(tuple(true, false));
    }

    @Test
    void countsTheHoursThatAreThereOnNightsWhenClocksAreChanged() {
        // In spring two o'clock is three o'clock; in autumn there are two of it.
        var spring = piece("2026-03-29T00:00", "2026-03-29T06:00");
        var autumn = piece("2026-10-25T00:00", "2026-10-25T06:00");

        assertThat(day("2026-03-29", List.of(spring), List.of(), LATER).paid())
                .isEqualTo(Duration.ofHours(5));
        assertThat(day("2026-10-25", List.of(autumn), List.of(), LATER).paid())
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void tellsOfThePastOnly() {
        var now = instant("2026-03-02T10:00");
        var open = segment("2026-03-02T08:00", null, PresenceState.AVAILABLE);

        var day = day("2026-03-02", List.of(), List.of(open), now);

        assertThat(day.worked()).isEqualTo(Duration.ofHours(2));
        assertThat(day.done().getFirst().open()).isTrue();
        assertThat(day("2026-03-03", List.of(), List.of(open), now).done()).isEmpty();
    }

    @Test
    void takesNeitherBeingAwayNorASilenceForWork() {
        var day =
                day(
                        "2026-03-02",
                        List.of(),
                        List.of(
                                segment("2026-03-02T08:00", "2026-03-02T09:00", PresenceState.AWAY),
                                segment(
                                        "2026-03-02T09:00",
                                        "2026-03-02T10:00",
                                        PresenceState.UNKNOWN),
                                segment(
                                        "2026-03-02T10:00",
                                        "2026-03-02T11:00",
                                        PresenceState.unavailable("LUNCH"))),
                        LATER);

        assertThat(day.done()).hasSize(2);
        assertThat(day.worked()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void takesWorkInOneGoForOne() {
        var day =
                day(
                        "2026-03-02",
                        List.of(),
                        List.of(
                                segment(
                                        "2026-03-02T08:00",
                                        "2026-03-02T09:00",
                                        PresenceState.AVAILABLE),
                                segment(
                                        "2026-03-02T09:00",
                                        "2026-03-02T10:00",
                                        PresenceState.ACTIVE),
                                segment(
                                        "2026-03-02T10:00",
                                        "2026-03-02T11:00",
                                        PresenceState.unavailable("LUNCH"))),
                        LATER);

        assertThat(day.done()).hasSize(2);
        assertThat(day.done().getFirst().span().duration()).isEqualTo(Duration.ofHours(2));
        assertThat(day.worked()).isEqualTo(Duration.ofHours(3));
    }

    private static CalendarDay day(
            String date, List<Layers.Piece> pieces, List<PresenceSegment> segments, Instant now) {
        return CalendarDay.of(LocalDate.parse(date), BERLIN, pieces, segments, "WORK"::equals, now);
    }

    private static Layers.Piece piece(String from, String to) {
        return new Layers.Piece(0, "WORK", Category.WORK, TimeSpan.of(instant(from), instant(to)));
    }

    private static PresenceSegment segment(String from, @Nullable String to, PresenceState state) {
        return new PresenceSegment(
                instant(from),
                to == null ? null : instant(to),
                state,
                null,
                null,
                null,
                false,
                false);
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
