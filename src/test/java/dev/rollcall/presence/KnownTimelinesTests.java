package dev.rollcall.presence;

import static dev.rollcall.presence.LogFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What was known of several people at an instant, read in one go. It is 8 o'clock.
@ModuleTest
class KnownTimelinesTests {

    @Autowired private Timelines timelines;
    @Autowired private Floor floor;
    @Autowired private ApplicationClock clock;

    @Test
    void readsEverybodyTogetherAsEachIsAlone() {
        var span = TimeSpan.of(at("05:00"), at("08:00"));
        var unseen = floor.agent("unseen");
        var newcomer = floor.agent("newcomer").at("06:00", "AVAILABLE");
        var onLeave = floor.agent("on leave").at(Floor.TODAY.minusDays(12), "17:00", "AWAY");
        var offForTheWeekend =
                floor.agent("off")
                        .at(Floor.TODAY.minusDays(3), "17:00", "AWAY")
                        .at("05:30", "AVAILABLE");
        var atNight =
                floor.agent("at night")
                        .at(Floor.TODAY.minusDays(1), "22:00", "AVAILABLE")
                        .at("06:00", "AWAY");
        var busy =
                floor.agent("busy")
                        .at(Floor.TODAY.minusDays(2), "09:00", "AVAILABLE")
                        .at(Floor.TODAY.minusDays(1), "17:00", "AWAY")
                        .at("05:00", "AVAILABLE");
        var mended =
                floor.agent("mended").at(Floor.TODAY.minusDays(2), "10:00", "UNAVAILABLE/BREAK");
        var known = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        busy.at("06:30", "UNAVAILABLE/BREAK").at("06:40", "AVAILABLE");
        onLeave.at(Floor.TODAY.minusDays(1), "17:00", "AVAILABLE");
        newcomer.at("05:10", "AVAILABLE");
        mended.at(Floor.TODAY.minusDays(2), "11:00", "AVAILABLE");
        var everybody =
                List.of(unseen, newcomer, onLeave, offForTheWeekend, atNight, busy, mended).stream()
                        .map(worker -> worker.agent().id())
                        .toList();

        var together = timelines.asKnownAt(everybody, span, known);

        assertThat(together).containsOnlyKeys(everybody);
        assertThat(together)
                .allSatisfy((agent, segments) ->
                        assertThat(segments).isEqualTo(timelines.asKnownAt(agent, span, known)));
        assertThat(states(together, unseen)).isEmpty();
        assertThat(states(together, newcomer)).containsExactly("06:00 AVAILABLE");
        assertThat(states(together, onLeave)).hasSize(1).first().asString().endsWith("AWAY");
        assertThat(states(together, offForTheWeekend))
                .hasSize(2)
                .last()
                .isEqualTo("05:30 AVAILABLE");
        assertThat(states(together, atNight)).containsExactly("22:00 AVAILABLE", "06:00 AWAY");
        // Told late, but before the span's run-up: as it is known today.
        assertThat(states(together, mended)).containsExactly("11:00 AVAILABLE");
        assertThat(states(together, busy)).containsExactly("05:00 AVAILABLE");
    }

    private static List<String> states(
            Map<AgentId, List<PresenceSegment>> timelines, Floor.Worker worker) {
        return timelines.getOrDefault(worker.agent().id(), List.of()).stream()
                .map(segment ->
                        segment.start().toString().substring(11, 16) + " " + segment.state())
                .toList();
    }
}
