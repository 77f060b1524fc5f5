package dev.rollcall.presence.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.Layers.Piece;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedHoursTests {

    private static final PlannedHours HOURS =
            new PlannedHours(
                    List.of(
                            piece("WORK", Category.WORK, "08:00", "12:00"),
                            piece("LUNCH", Category.AUXILIARY, "12:00", "12:30"),
                            piece("VACATION", Category.TIME_OFF, "13:00", "16:00")),
                    List.of(span("08:00", "12:30"), span("20:00", "23:00")));

    @Test
    void saysWhatIsPlannedAtAnInstant() {
        assertThat(HOURS.at(at("11:59"))).map(Piece::activity).contains("WORK");
        assertThat(HOURS.at(at("12:00"))).map(Piece::activity).contains("LUNCH");
        assertThat(HOURS.at(at("12:45"))).isEmpty();
    }

    @Test
    void asksNobodyToDoAnythingInTheirTimeOff() {
        assertThat(HOURS.at(at("14:00"))).isEmpty();
    }

    @Test
    void namesTheShiftThatLastsOrTheNextOneSoon() {
        assertThat(HOURS.shift(at("07:57"))).contains(span("08:00", "12:30"));
        assertThat(HOURS.shift(at("12:29"))).contains(span("08:00", "12:30"));
        assertThat(HOURS.shift(at("12:30"))).contains(span("20:00", "23:00"));
        assertThat(HOURS.shift(at("23:00"))).isEmpty();
        assertThat(new PlannedHours(List.of(), List.of(span("20:00", "23:00"))).shift(at("07:00")))
                .isEmpty();
    }

    @Test
    void knowsWhenThePlanSaysSomethingElse() {
        assertThat(HOURS.nextEdge(at("07:00"))).contains(at("08:00"));
        assertThat(HOURS.nextEdge(at("08:00"))).contains(at("12:00"));
        assertThat(HOURS.nextEdge(at("12:40"))).contains(at("13:00"));
        assertThat(HOURS.nextEdge(at("16:00"))).isEmpty();
    }

    private static Piece piece(String activity, Category category, String start, String end) {
        return new Piece(0, activity, category, span(start, end));
    }

    private static TimeSpan span(String start, String end) {
        return TimeSpan.of(at(start), at(end));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
