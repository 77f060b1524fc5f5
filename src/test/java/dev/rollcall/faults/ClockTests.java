package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Timelines;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Clocks that go wrong, and days that are not 24 hours long.
@ModuleTest
class ClockTests {

    private static final Actor FEED = Actor.system("test");
    private static final String[] STATES = {"AVAILABLE", "ACTIVE", "UNAVAILABLE/BREAK", "AWAY"};

    @Autowired private Floor floor;
    @Autowired private PresenceLog log;
    @Autowired private Timelines timelines;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient jdbc;

    /// A thousand events in all, each from a source whose clock is a little or much off, shuffled.
    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({
        "Europe/Berlin,       2026-03-29, 23h",
        "Europe/Berlin,       2026-10-25, 25h",
        "America/New_York,    2026-03-08, 23h",
        "America/New_York,    2026-11-01, 25h",
        "Australia/Lord_Howe, 2026-04-05, 24h30m",
        "Australia/Lord_Howe, 2026-10-04, 23h30m",
        "Europe/Berlin,       2028-02-29, 24h"
    })
    void fillTheDayToTheSecondWhateverTheClocksDo(ZoneId zone, LocalDate date, String length) {
        var day = DayPeriod.of(date.atTime(12, 0).atZone(zone).toInstant(), zone).span();
        assertThat(day.duration())
                .isEqualTo(Duration.parse("PT" + length.toUpperCase(java.util.Locale.ROOT)));
        clock.setTo(day.end().plus(Duration.ofHours(2)));
        floor.unit("place", zone.getId());
        var person = floor.agent("dana", "place").agent();

        var chance = new Random(date.toEpochDay());
        var events = new ArrayList<PresenceEvent>();
        events.add(event("first", day.start().minusSeconds(600), "AVAILABLE"));
        for (int i = 0; i < 142; i++) {
            var at = day.start().plusSeconds(chance.nextLong(day.duration().toSeconds()));
            int[] skews = {-3, 3, -90, 90, 0};
            events.add(
                    event(
                            "e" + i,
                            at.plusSeconds(skews[i % 5]),
                            STATES[chance.nextInt(STATES.length)]));
        }
        Collections.shuffle(events, chance);
        for (int from = 0; from < events.size(); from += 20) {
            append(events.subList(from, Math.min(from + 20, events.size())));
        }

        var segments = access.asSystem("test", () -> timelines.of(person.id(), day));
        var sum = Duration.ZERO;
        Instant expected = day.start();
        for (var segment : segments) {
            var start = later(segment.start(), day.start());
            var end = end(segment, day.end());
            assertThat(start).isEqualTo(expected);
            assertThat(end).isAfter(start);
            sum = sum.plus(Duration.between(start, end));
            expected = end;
        }
        assertThat(sum).isEqualTo(day.duration());
    }

    @Test
    void keepWhatIsTooFarAheadForTheAdmin() {
        floor.agent("dana");
        var now = clock.instant();
        var results =
                append(
                        List.of(
                                event("just", now.plusSeconds(120), "AVAILABLE"),
                                event("ahead", now.plusSeconds(121), "AVAILABLE"),
                                event("far", now.plusSeconds(600), "AVAILABLE")));

        assertThat(results)
                .extracting(EventResult::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.REJECTED, Outcome.REJECTED);
        assertThat(
                        jdbc.sql(
                                        "select event_id from rejected_event where code = 'clock-skew' order by id")
                                .query(String.class)
                                .list())
                .containsExactly("ahead", "far");
        assertThat(jdbc.sql("select skewed from presence_event").query(Boolean.class).list())
                .containsExactly(true);
    }

    private List<EventResult> append(List<PresenceEvent> events) {
        return access.asSystem("test", () -> log.append(events, FEED, Scope.everyone()));
    }

    private static PresenceEvent event(String id, Instant at, String state) {
        return new StatusChanged("/pbx", id, "dana", at, null, PresenceState.parse(state), null);
    }

    private static Instant end(PresenceSegment segment, Instant day) {
        var end = Objects.requireNonNullElse(segment.end(), day);
        return end.isBefore(day) ? end : day;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
