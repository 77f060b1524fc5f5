package dev.rollcall.adherence.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.rollcall.adherence.ui.Zoom;
import dev.rollcall.adherence.ui.picture.BoardOrder;
import dev.rollcall.adherence.ui.picture.Show;
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
                                "unit=north&unit=south&group=billing&group=sales&activity=WORK"
                                        + "&show=out&q=kim&sort=name&zoom=2h&date=2026-03-02&zone=Europe/Berlin"
                                        + "&at=2026-03-02T12:41:00Z&view=table"
                                        + "&rows=dense"));
        assertThat(query)
                .isEqualTo(
                        new BoardQuery(
                                new BoardPeople(
                                        List.of("north", "south"),
                                        List.of("billing", "sales"),
                                        "WORK",
                                        Show.OUT,
                                        "kim"),
                                new BoardTime(
                                        LocalDate.parse("2026-03-02"),
                                        null,
                                        null,
                                        ZoneId.of("Europe/Berlin"),
                                        Instant.parse("2026-03-02T12:41:00Z")),
                                new BoardLook(BoardOrder.NAME, Zoom.TWO_HOURS, true, true)));
    }

    @Test
    void writesWhatItReads() {
        var query =
                new BoardQuery(
                        BoardPeople.EVERYBODY
                                .withUnits(List.of("north", "a&b"))
                                .withText("Åkesson + co"),
                        BoardTime.NOW.withFrom(Instant.parse("2026-03-02T06:00:00Z")),
                        BoardLook.DEFAULT.withZoom(Zoom.DAY));
        var address = query.parameters().getQueryString();
        assertThat(BoardQuery.of(QueryParameters.fromString(address))).isEqualTo(query);
    }

    @Test
    void aMomentSaysWhichDayItIs() {
        var query =
                BoardQuery.of(
                        QueryParameters.fromString("date=2026-02-20&seen=2026-03-02T23:30:00Z"));

        assertThat(query.time().isPast()).isFalse();
        assertThat(query.time().isLive()).isFalse();
        assertThat(query.time().day(ZoneId.of("Europe/Berlin")))
                .isEqualTo(LocalDate.parse("2026-03-03"));
        assertThat(query.parameters().getQueryString()).isEqualTo("seen=2026-03-02T23%3A30%3A00Z");
        assertThat(query.withDate(null).time().isLive()).isTrue();
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
        var pressed = BoardPeople.EVERYBODY.toggling(Show.OUT);
        assertThat(pressed.show()).isEqualTo(Show.OUT);
        assertThat(pressed.toggling(Show.OUT).show()).isNull();
    }

    @Test
    void followsTheClockAgainAfterANewZoom() {
        var moved = BoardQuery.DEFAULT.with(BoardTime.NOW.withFrom(Instant.EPOCH));
        assertThat(moved.withZoom(Zoom.DAY).time().from()).isNull();
    }

    @Test
    void showsShiftsWhereADayThatIsOverHasNoPresent() {
        var past = BoardQuery.DEFAULT.withDate(LocalDate.parse("2026-03-01"));
        assertThat(past.zoomInForce()).isEqualTo(Zoom.SHIFT);
    }
}
