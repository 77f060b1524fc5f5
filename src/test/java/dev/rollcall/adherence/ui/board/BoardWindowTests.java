package dev.rollcall.adherence.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.ui.Zoom;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardWindowTests {

    private static final Optional<TimeSpan> SHIFTS =
            Optional.of(
                    TimeSpan.of(
                            Instant.parse("2026-03-02T08:00:00Z"),
                            Instant.parse("2026-03-02T16:00:00Z")));

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void followsTheClockWithMostOfItInThePast() {
        var window = BoardWindow.of(BoardQuery.DEFAULT, Optional.empty(), NOON, ZoneOffset.UTC);
        assertThat(window.from()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(window.to()).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(window.past()).isEqualTo(0.75);
    }

    @Test
    void standsStillOnceItWasMoved() {
        var live = BoardWindow.of(BoardQuery.DEFAULT, Optional.empty(), NOON, ZoneOffset.UTC);
        var from = BoardWindow.moved(live, live.from(), -1);
        var window =
                BoardWindow.of(
                        BoardQuery.DEFAULT.with(BoardTime.NOW.withFrom(from)),
                        Optional.empty(),
                        NOON,
                        ZoneOffset.UTC);
        assertThat(window.from()).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(window.past()).isNull();
    }

    @Test
    void showsShiftsWithAMargin() {
        var query = BoardQuery.DEFAULT.withZoom(Zoom.SHIFT);
        var window = BoardWindow.of(query, SHIFTS, NOON, ZoneOffset.UTC);
        assertThat(window.from()).isEqualTo("2026-03-02T07:45:00Z");
        assertThat(window.to()).isEqualTo("2026-03-02T16:15:00Z");
    }

    @Test
    void showsShiftsWholeThatGoOnIntoTheNextDay() {
        var query = BoardQuery.DEFAULT.withDate(LocalDate.parse("2026-03-02"));
        var tokyo = BoardWindow.of(query, SHIFTS, NOON, ZoneId.of("Asia/Tokyo"));
        assertThat(tokyo.from()).isEqualTo("2026-03-02T07:45:00Z");
        assertThat(tokyo.to()).isEqualTo("2026-03-02T16:15:00Z");
    }

    @Test
    void showsTheWholeOfADayOfTwentyThreeHours() {
        var query = BoardQuery.DEFAULT.withZoom(Zoom.DAY).withDate(LocalDate.parse("2026-03-29"));
        var window = BoardWindow.of(query, Optional.empty(), NOON, BERLIN);
        assertThat(Duration.between(window.from(), window.to())).isEqualTo(Duration.ofHours(23));
    }
}
