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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a day of somebody's timeline says about their attendance.
class AttendanceDayTests {

    private static final Duration FORGOTTEN = Duration.ofHours(4);

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final TimeSpan EIGHT_TO_FOUR = TimeSpan.of(at("08:00"), at("16:00"));
    private static final Instant LATER = at("08:00").plus(Duration.ofDays(3));

    @Test
    void readsFirstInAndLastOut() {
        var day = day("08:00 AVAILABLE", "12:00 AWAY", "12:30 AVAILABLE", "16:10 AWAY");

        assertThat(day.firstIn()).isEqualTo(at("08:00"));
        assertThat(day.lastOut()).isEqualTo(at("16:10"));
    }

    @Test
    void countsClockedInTimeAsWorkedWithItsBreaks() {
        var day = day("08:00 AVAILABLE", "12:00 UNAVAILABLE/LUNCH", "12:30 ACTIVE", "16:00 AWAY");

        assertThat(day.total().worked()).isEqualTo(Duration.ofHours(8));
        assertThat(day.total().in(Base.AVAILABLE)).isEqualTo(Duration.ofHours(4));
        assertThat(day.total().in(Base.ACTIVE)).isEqualTo(Duration.ofMinutes(210));
        assertThat(day.total().spent())
                .containsEntry(PresenceState.unavailable("LUNCH"), Duration.ofMinutes(30));
    }

    @Test
    void countsABreakThatGoesOnUnderAnotherNameOnce() {
        var day =
                day(
                        "08:00 AVAILABLE",
                        "10:00 UNAVAILABLE/BREAK",
                        "10:10 UNAVAILABLE/LUNCH",
                        "10:30 AVAILABLE",
                        "14:00 UNAVAILABLE/BREAK",
                        "14:15 AVAILABLE",
                        "15:00 UNAVAILABLE/MEETING",
                        "16:00 AWAY");

        assertThat(day.total().breaks()).isEqualTo(2);
        assertThat(day.total().breakTime()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void saysHowLateSomebodyCame() {
        var day = day("08:12 AVAILABLE", "16:00 AWAY");

        assertThat(day.late()).isEqualTo(Duration.ofMinutes(12));
        assertThat(day.total().lateArrivals()).isEqualTo(1);
        assertThat(day.early()).isZero();
    }

    @Test
    void takesLessThanAMinuteForAClick() {
        assertThat(day("08:00:59 AVAILABLE", "15:59:30 AWAY").late()).isZero();
        assertThat(day("08:01 AVAILABLE", "16:00 AWAY").late()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void countsALateArrivalUpToNowWhileSomebodyIsStillMissing() {
        var day = on(EIGHT_TO_FOUR, at("08:20"));

        assertThat(day.late()).isEqualTo(Duration.ofMinutes(20));
        assertThat(day.absent()).isFalse();
    }

    @Test
    void callsNobodyLateBeforeTheShiftBegins() {
        assertThat(on(EIGHT_TO_FOUR, at("07:59")).late()).isZero();
    }

    @Test
    void saysHowEarlySomebodyLeft() {
        var day = day("08:00 AVAILABLE", "15:30 AWAY");

        assertThat(day.early()).isEqualTo(Duration.ofMinutes(30));
        assertThat(day.total().earlyLeaves()).isEqualTo(1);
    }

    @Test
    void callsNobodyEarlyBeforeTheShiftIsOver() {
        var day = on(EIGHT_TO_FOUR, at("12:10"), "08:00 AVAILABLE", "12:00 AWAY");

        assertThat(day.early()).isZero();
        assertThat(day.lastOut()).isEqualTo(at("12:00"));
    }

    @Test
    void callsAShiftNobodyCameToAnAbsence() {
        var day = day();

        assertThat(day.absent()).isTrue();
        assertThat(day.late()).isZero();
        assertThat(day.early()).isZero();
    }

    @Test
    void accusesNobodyBecauseAFeedWasSilent() {
        var late = day("07:00 UNKNOWN", "09:00 AVAILABLE", "16:00 AWAY");
        var early = day("08:00 AVAILABLE", "15:00 UNKNOWN", "15:30 AWAY");
        var absent = day("07:00 UNKNOWN", "17:00 AWAY");

        assertThat(late.late()).isZero();
        assertThat(early.early()).isZero();
        assertThat(absent.absent()).isFalse();
        assertThat(late.total().unknown()).isEqualTo(Duration.ofHours(2));
        assertThat(late.total().worked()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void noticesAClockOutThatNeverCame() {
        assertThat(day("08:00 AVAILABLE").missingClockOut()).isTrue();
        assertThat(day("08:00 AVAILABLE", "20:00 AWAY").missingClockOut()).isTrue();
        assertThat(day("08:00 AVAILABLE", "19:59 AWAY").missingClockOut()).isFalse();
        assertThat(on(EIGHT_TO_FOUR, at("19:59"), "08:00 AVAILABLE").missingClockOut()).isFalse();
        assertThat(on(EIGHT_TO_FOUR, at("20:00"), "08:00 AVAILABLE").missingClockOut()).isTrue();
    }

    @Test
    void missesAClockOutOnceWithoutAShiftToo() {
        var period = new DayPeriod(MONDAY, ZoneOffset.UTC).span();
        var next = new DayPeriod(MONDAY.plusDays(1), ZoneOffset.UTC).span();
        var segments = segments("09:00 AVAILABLE");

        assertThat(
                        AttendanceDay.of(MONDAY, period, null, segments, LATER, FORGOTTEN)
                                .missingClockOut())
                .isTrue();
        var second = AttendanceDay.of(MONDAY.plusDays(1), next, null, segments, LATER, FORGOTTEN);
        assertThat(second.missingClockOut()).isFalse();
        assertThat(second.firstIn()).isNull();
        assertThat(second.total().worked()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void countsNothingAfterNow() {
        var day = on(EIGHT_TO_FOUR, at("10:00"), "08:00 AVAILABLE");

        assertThat(day.total().worked()).isEqualTo(Duration.ofHours(2));
        assertThat(day.lastOut()).isNull();
    }

    @Test
    void keepsANightShiftWholeAndItsLateClockOut() {
        var shift = TimeSpan.of(at("22:00"), at("22:00").plus(Duration.ofHours(8)));
        var period = TimeSpan.of(at("00:00"), shift.end());
        var out = shift.end().plusSeconds(300);
        var segments =
                List.of(
                        segment(at("21:58"), out, PresenceState.AVAILABLE),
                        segment(out, null, PresenceState.AWAY));
        var next = TimeSpan.of(shift.end(), at("00:00").plus(Duration.ofDays(2)));

        var day = AttendanceDay.of(MONDAY, period, shift, segments, LATER, FORGOTTEN);
        var after = AttendanceDay.of(MONDAY.plusDays(1), next, null, segments, LATER, FORGOTTEN);

        assertThat(day.firstIn()).isEqualTo(at("21:58"));
        assertThat(day.lastOut()).isEqualTo(out);
        assertThat(day.missingClockOut()).isFalse();
        assertThat(day.total().worked()).isEqualTo(Duration.ofMinutes(482));
        assertThat(after.firstIn()).isNull();
        assertThat(after.total().worked()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void takesWhoeverWasInAlreadyForPunctual() {
        var shift = TimeSpan.of(at("00:00"), at("06:00"));
        var period = new DayPeriod(MONDAY, ZoneOffset.UTC).span();
        var segments =
                List.of(
                        segment(
                                at("00:00").minusSeconds(600),
                                at("06:00"),
                                PresenceState.AVAILABLE),
                        segment(at("06:00"), null, PresenceState.AWAY));

        var day = AttendanceDay.of(MONDAY, period, shift, segments, LATER, FORGOTTEN);

        assertThat(day.firstIn()).isEqualTo(at("00:00"));
        assertThat(day.late()).isZero();
        assertThat(day.lastOut()).isEqualTo(at("06:00"));
    }

    @Test
    void countsTheHourThatTheClocksGiveAndTake() {
        var berlin = ZoneId.of("Europe/Berlin");
        for (var date : List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25))) {
            var period = new DayPeriod(date, berlin).span();
            var segments =
                    List.of(
                            segment(period.start(), period.end(), PresenceState.AVAILABLE),
                            segment(period.end(), null, PresenceState.AWAY));

            var day =
                    AttendanceDay.of(
                            date,
                            period,
                            null,
                            segments,
                            period.end().plusSeconds(9000),
                            FORGOTTEN);

            assertThat(day.total().worked()).isEqualTo(period.duration());
        }
    }

    private static AttendanceDay day(String... entries) {
        return on(EIGHT_TO_FOUR, LATER, entries);
    }

    private static AttendanceDay on(@Nullable TimeSpan shift, Instant now, String... entries) {
        var period = new DayPeriod(MONDAY, ZoneOffset.UTC).span();
        return AttendanceDay.of(MONDAY, period, shift, segments(entries), now, FORGOTTEN);
    }

    /// Each lasts until the next; the last one goes on.
    private static List<PresenceSegment> segments(String... entries) {
        var segments = new ArrayList<PresenceSegment>();
        for (int i = 0; i < entries.length; i++) {
            var end = i + 1 < entries.length ? at(word(entries[i + 1], 0)) : null;
            var state = PresenceState.parse(word(entries[i], 1));
            segments.add(segment(at(word(entries[i], 0)), end, state));
        }
        return segments;
    }

    private static String word(String entry, int number) {
        return Objects.requireNonNull(entry.split(" ", -1)[number]);
    }

    private static PresenceSegment segment(
            Instant start, @Nullable Instant end, PresenceState state) {
        return new PresenceSegment(start, end, state, "/telephony", "1", null, false, false);
    }

    private static Instant at(String time) {
        return MONDAY.atTime(java.time.LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }
}
