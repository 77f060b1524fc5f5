package dev.rollcall.adherence.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardQueryTests {

    @Test
    void readsWhatAnAddressAsksFor() {
        var query =
                BoardQuery.of(
                        QueryParameters.fromString(
                                "unit=north&unit=south&group=billing&show=out&q=kim&sort=name"
                                        + "&zoom=2h&date=2026-03-02&zone=Europe/Berlin"
                                        + "&at=2026-03-02T12:41:00Z&view=table"));
        assertThat(query)
                .isEqualTo(
                        new BoardQuery(
                                List.of("north", "south"),
                                "billing",
                                Show.OUT,
                                "kim",
                                BoardOrder.NAME,
                                Zoom.TWO_HOURS,
                                LocalDate.parse("2026-03-02"),
                                null,
                                ZoneId.of("Europe/Berlin"),
                                Instant.parse("2026-03-02T12:41:00Z"),
                                true));
    }

    @Test
    void writesWhatItReads() {
        var query =
                BoardQuery.DEFAULT
                        .withUnits(List.of("north", "a&b"))
                        .withText("Åkesson + co")
                        .withZoom(Zoom.DAY)
                        .withFrom(Instant.parse("2026-03-02T06:00:00Z"));
        var address = query.parameters().getQueryString();
        assertThat(BoardQuery.of(QueryParameters.fromString(address))).isEqualTo(query);
    }

    @Test
    void leavesDefaultsOutOfTheAddress() {
        assertThat(BoardQuery.DEFAULT.parameters().getQueryString()).isEmpty();
    }

    @Test
    void takesWhatItDoesNotUnderstandForTheDefault() {
        var query =
                BoardQuery.of(
                        QueryParameters.fromString(
                                "show=all&zoom=9h&date=tomorrow&zone=Mars&sort=luck&from=soon"));
        assertThat(query).isEqualTo(BoardQuery.DEFAULT);
    }

    @Test
    void showsEverybodyWhenTheSameTileIsPressedAgain() {
        var pressed = BoardQuery.DEFAULT.toggling(Show.OUT);
        assertThat(pressed.show()).isEqualTo(Show.OUT);
        assertThat(pressed.toggling(Show.OUT).show()).isNull();
    }

    @Test
    void followsTheClockAgainAfterANewZoom() {
        var moved = BoardQuery.DEFAULT.withFrom(Instant.EPOCH);
        assertThat(moved.withZoom(Zoom.DAY).from()).isNull();
    }

    @Test
    void showsShiftsWhereADayThatIsOverHasNoPresent() {
        var past = BoardQuery.DEFAULT.withDate(LocalDate.parse("2026-03-01"));
        assertThat(past.zoomInForce()).isEqualTo(Zoom.SHIFT);
    }
}
