package dev.rollcall.presence;

import static dev.rollcall.presence.PresenceState.ACTIVE;
import static dev.rollcall.presence.PresenceState.AVAILABLE;
import static dev.rollcall.presence.PresenceState.AWAY;
import static dev.rollcall.presence.PresenceState.UNKNOWN;
import static dev.rollcall.presence.PresenceState.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldTests {

    private static final String FEED = "/telephony/site-1";

    @Test
    void holdsAnExplicitStatusUntilTheNextOne() {
        assertThat(
                        timeline(
                                status("08:00", AVAILABLE),
                                status("10:00", unavailable("BREAK")),
                                status("10:15", AVAILABLE),
                                status("16:00", AWAY)))
                .containsExactly(
                        "08:00 AVAILABLE",
                        "10:00 UNAVAILABLE/BREAK",
                        "10:15 AVAILABLE",
                        "16:00 AWAY");
    }

    @Test
    void isActiveFromTheFirstItemStartedToTheLastOneEnded() {
        assertThat(
                        timeline(
                                status("08:00", PresenceState.parse("AVAILABLE/OUTBOUND")),
                                started("09:00", "case-1"),
                                started("09:05", "case-2"),
                                ended("09:10", "case-1"),
                                ended("09:20", "case-2")))
                .containsExactly(
                        "08:00 AVAILABLE/OUTBOUND", "09:00 ACTIVE", "09:20 AVAILABLE/OUTBOUND");
    }

    @Test
    void countsAnItemStartedTwiceOnce() {
        assertThat(
                        timeline(
                                status("08:00", AVAILABLE),
                                started("09:00", "case-1"),
                                started("09:01", "case-1"),
                                ended("09:10", "case-1")))
                .containsExactly("08:00 AVAILABLE", "09:00 ACTIVE", "09:10 AVAILABLE");
    }

    @Test
    void takesNoHarmFromAnItemEndedThatNeverStarted() {
        assertThat(timeline(status("08:00", AVAILABLE), ended("09:10", "case-1")))
                .containsExactly("08:00 AVAILABLE");
    }

    @Test
    void changesNoStatusByWorkWhileUnavailable() {
        assertThat(
                        timeline(
                                status("08:00", unavailable("MEETING")),
                                started("08:30", "case-1"),
                                ended("08:40", "case-1")))
                .containsExactly("08:00 UNAVAILABLE/MEETING");
    }

    @Test
    void becomesActiveWhenAvailableWithAnItemBegunWhileUnavailable() {
        assertThat(
                        timeline(
                                status("08:00", unavailable("MEETING")),
                                started("08:30", "case-1"),
                                status("09:00", AVAILABLE),
                                ended("09:30", "case-1")))
                .containsExactly("08:00 UNAVAILABLE/MEETING", "09:00 ACTIVE", "09:30 AVAILABLE");
    }

    @Test
    void closesOpenItemsWhenAway() {
        assertThat(
                        timeline(
                                status("08:00", AVAILABLE),
                                started("09:00", "case-1"),
                                status("10:00", AWAY),
                                status("11:00", AVAILABLE)))
                .containsExactly(
                        "08:00 AVAILABLE", "09:00 ACTIVE", "10:00 AWAY", "11:00 AVAILABLE");
    }

    @Test
    void keepsAnExplicitActiveWhateverTheItemsDo() {
        assertThat(
                        timeline(
                                status("08:00", ACTIVE),
                                started("09:00", "case-1"),
                                ended("10:00", "case-1")))
                .containsExactly("08:00 ACTIVE");
    }

    @Test
    void startsAwayWhenTheFirstEventIsWork() {
        assertThat(timeline(started("09:00", "case-1"), status("09:10", AVAILABLE)))
                .containsExactly("09:00 AWAY", "09:10 ACTIVE");
    }

    @Test
    void dropsWhatLastedNoTimeAndMergesItsNeighbours() {
        var pieces =
                Fold.timeline(
                        List.of(
                                status("08:00", AVAILABLE, 1L, "first"),
                                status("09:00", unavailable("BREAK"), 1L, "blink"),
                                status("09:00", AVAILABLE, 2L, "second")),
                        Silences.NONE);

        assertThat(pieces).extracting(FoldTests::words).containsExactly("08:00 AVAILABLE");
        assertThat(pieces.getFirst().origin().eventId()).isEqualTo("first");
    }

    @Test
    void ordersAnInstantBySequenceThenByDeed() {
        assertThat(
                        timeline(
                                status("08:00", AVAILABLE),
                                status("09:00", unavailable("LUNCH"), 2L, "b"),
                                status("09:00", unavailable("BREAK"), 1L, "z"),
                                status("10:00", AVAILABLE, null, "c"),
                                started("10:00", "case-1"),
                                ended("10:00", "case-1")))
                .containsExactly("08:00 AVAILABLE", "09:00 UNAVAILABLE/LUNCH", "10:00 ACTIVE");
    }

    @Test
    void saysWhoCausedASegmentAndWhetherByThemselves() {
        var pieces =
                Fold.timeline(
                        List.of(
                                new Happening(
                                        at("08:00"),
                                        null,
                                        new Happening.StatusSet(AVAILABLE, null),
                                        "/rollcall/user",
                                        "e-1",
                                        "Kim"),
                                started("09:00", "case-1", Channel.CALL)),
                        Silences.NONE);

        assertThat(pieces.getFirst().until(at("09:00")))
                .isEqualTo(
                        new PresenceSegment(
                                at("08:00"),
                                at("09:00"),
                                AVAILABLE,
                                "/rollcall/user",
                                "e-1",
                                "Kim",
                                false,
                                false));
        assertThat(pieces.getLast().until(null))
                .isEqualTo(
                        new PresenceSegment(
                                at("09:00"),
                                null,
                                ACTIVE,
                                FEED,
                                "started-case-1-09:00",
                                null,
                                true,
                                true));
    }

    @Test
    void isUnknownWhileTheLastToSpeakIsSilent() {
        var silence = new Silence(FEED, at("10:00"), at("10:30"));

        assertThat(
                        timeline(
                                List.of(silence),
                                status("08:00", AVAILABLE),
                                status("09:00", unavailable("BREAK"))))
                .containsExactly(
                        "08:00 AVAILABLE",
                        "09:00 UNAVAILABLE/BREAK",
                        "10:00 UNKNOWN",
                        "10:30 UNAVAILABLE/BREAK");
    }

    @Test
    void isKnownAgainWhenSomebodyElseSpeaks() {
        var silence = new Silence(FEED, at("10:00"), Silence.OPEN);

        assertThat(
                        timeline(
                                List.of(silence),
                                status("09:00", AVAILABLE),
                                new Happening(
                                        at("10:20"),
                                        null,
                                        new Happening.StatusSet(unavailable("MEETING"), null),
                                        "/rollcall/user",
                                        "e-1",
                                        "Kim")))
                .containsExactly("09:00 AVAILABLE", "10:00 UNKNOWN", "10:20 UNAVAILABLE/MEETING");
    }

    @Test
    void isUnknownAtOnceWhenTheLastSignWasTheEventItself() {
        assertThat(
                        timeline(
                                List.of(new Silence(FEED, at("09:00"), Silence.OPEN)),
                                status("08:00", AVAILABLE),
                                status("09:00", unavailable("BREAK"))))
                .containsExactly("08:00 AVAILABLE", "09:00 UNKNOWN");
    }

    @Test
    void chargesNobodyElseWithTheSilenceOfASource() {
        assertThat(
                        timeline(
                                List.of(new Silence("/other", at("09:00"), Silence.OPEN)),
                                status("08:00", AVAILABLE)))
                .containsExactly("08:00 AVAILABLE")
                .doesNotContain(UNKNOWN.toString());
    }

    @Test
    void resetsTheCurrentUnitWhenAway() {
        var unit = new dev.rollcall.people.UnitId(7);
        var clockedIn =
                FoldState.INITIAL.after(
                        new Happening(
                                at("08:00"),
                                null,
                                new Happening.StatusSet(AVAILABLE, unit),
                                "/rollcall/user",
                                "e-1",
                                null));
        var onBreak = clockedIn.after(status("09:00", unavailable("BREAK")));
        var away = onBreak.after(status("10:00", AWAY));

        assertThat(onBreak.unit()).isEqualTo(unit);
        assertThat(away.unit()).isNull();
    }

    /// Takes up at every piece of a long random day and must not see a difference.
    @Test
    void takesUpAnywhereTheStateIsKnown() {
        var random = new Random(7);
        var events = new ArrayList<Happening>();
        for (int i = 0; i < 400; i++) {
            events.add(RandomEvents.happening(random, i));
        }
        Collections.sort(events);
        var silences =
                new Silences(
                        List.of(
                                new Silence("a", RandomEvents.second(40), RandomEvents.second(60)),
                                new Silence("b", RandomEvents.second(55), Silence.OPEN)));
        var whole = Fold.timeline(events, silences);

        assertThat(whole).hasSizeGreaterThan(50);
        for (int i = 0; i < whole.size(); i++) {
            var piece = whole.get(i);
            var rest = new ArrayList<Piece>();
            var fold = Fold.from(silences, piece.fold(), piece.start(), piece.state(), rest::add);
            fold.applyAll(
                    events.stream().filter(event -> event.time().isAfter(piece.start())).toList());
            fold.finish();
            assertThat(rest).isEqualTo(whole.subList(i + 1, whole.size()));
        }
    }

    private static List<String> timeline(Happening... happenings) {
        return timeline(List.of(), happenings);
    }

    private static List<String> timeline(List<Silence> silences, Happening... happenings) {
        return Fold.timeline(List.of(happenings), new Silences(silences)).stream()
                .map(FoldTests::words)
                .toList();
    }

    private static String words(Piece piece) {
        return piece.start().toString().substring(11, 16) + " " + piece.state();
    }

    private static Happening status(String time, PresenceState state) {
        return status(time, state, null, "status-" + time);
    }

    private static Happening status(
            String time, PresenceState state, @Nullable Long sequence, String id) {
        return new Happening(
                at(time), sequence, new Happening.StatusSet(state, null), FEED, id, null);
    }

    private static Happening started(String time, String item) {
        return started(time, item, Channel.TICKET);
    }

    private static Happening started(String time, String item, Channel channel) {
        return new Happening(
                at(time),
                null,
                new Happening.WorkStarted(item, channel),
                FEED,
                "started-" + item + "-" + time,
                null);
    }

    private static Happening ended(String time, String item) {
        return new Happening(
                at(time),
                null,
                new Happening.WorkEnded(item),
                FEED,
                "ended-" + item + "-" + time,
                null);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
