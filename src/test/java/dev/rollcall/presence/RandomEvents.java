package dev.rollcall.presence;

import dev.rollcall.people.Channel;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Happenings close together, from few sources and about few items, so that they collide.
final class RandomEvents {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<String> SOURCES = List.of("a", "b", "c");
    private static final List<PresenceState> STATES =
            List.of(
                    PresenceState.AWAY,
                    PresenceState.AVAILABLE,
                    PresenceState.AVAILABLE,
                    PresenceState.parse("AVAILABLE/OUTBOUND"),
                    PresenceState.ACTIVE,
                    PresenceState.unavailable("BREAK"),
                    PresenceState.unavailable("LUNCH"));

    private RandomEvents() {}

    static Instant second(int second) {
        return START.plusSeconds(second);
    }

    static Happening happening(Random random, int number) {
        var sequence = random.nextInt(4) == 0 ? Long.valueOf(random.nextInt(3)) : null;
        return new Happening(
                second(random.nextInt(120)),
                sequence,
                deed(random),
                SOURCES.get(random.nextInt(SOURCES.size())),
                "event-" + number,
                null);
    }

    /// A span that was corrected.
    record Corrected(String id, long sequence, TimeSpan span, PresenceState state) {

        List<Happening> edges() {
            return List.of(
                    edge(span.start(), new Happening.Corrected(id, state), id),
                    edge(span.end(), new Happening.CorrectionEnded(id), id + "/end"));
        }

        private Happening edge(Instant time, Happening.Deed deed, String event) {
            return new Happening(
                    time, sequence, deed, PresenceSegment.CORRECTIONS, event, "Somebody");
        }
    }

    /// Up to three, which may overlap.
    static List<Corrected> corrections(Random random) {
        var corrections = new ArrayList<Corrected>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(120);
            corrections.add(
                    new Corrected(
                            "" + i,
                            1_000 + random.nextInt(50) * 10 + i,
                            TimeSpan.of(second(from), second(from + 1 + random.nextInt(60))),
                            STATES.get(random.nextInt(STATES.size()))));
        }
        return corrections;
    }

    private static Happening.Deed deed(Random random) {
        var item = "item-" + random.nextInt(4);
        return switch (random.nextInt(3)) {
            case 0 -> new Happening.StatusSet(STATES.get(random.nextInt(STATES.size())), null);
            case 1 ->
                    new Happening.WorkStarted(
                            item, random.nextInt(3) == 0 ? Channel.CALL : Channel.TICKET);
            default -> new Happening.WorkEnded(item);
        };
    }
}
