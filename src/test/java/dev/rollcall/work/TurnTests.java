package dev.rollcall.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.GroupId;
import dev.rollcall.work.WorkStep.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The turns of an item from what happened to it, one step a minute from 8 o'clock on.
class TurnTests {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final AgentId ANN = new AgentId(1);
    private static final AgentId BOB = new AgentId(2);
    private static final WorkItem ITEM =
            new WorkItem(
                    new WorkItemId(1),
                    "chat-1",
                    Channel.CHAT,
                    new GroupId(1),
                    "Hello",
                    null,
                    Priority.NORMAL,
                    WorkItem.State.DONE,
                    BOB,
                    EIGHT,
                    null,
                    null,
                    EIGHT,
                    2,
                    7);

    private final List<WorkStep> history = new ArrayList<>();

    private void step(Kind kind, AgentId agent) {
        var at = EIGHT.plusSeconds(60L * history.size());
        history.add(new WorkStep(kind, at, new GroupId(1), agent, Actor.system("test"), null));
    }

    @Test
    void hasNoneWhileNobodyBegan() {
        step(Kind.ASSIGNED, ANN);
        assertThat(Turn.of(ITEM, history)).isEmpty();
    }

    @Test
    void endsWithWhateverHappensNext() {
        step(Kind.TAKEN, ANN);
        step(Kind.STARTED, ANN);
        step(Kind.TRANSFERRED, BOB);
        step(Kind.STARTED, BOB);
        step(Kind.COMPLETED, BOB);

        assertThat(Turn.of(ITEM, history))
                .containsExactly(
                        new Turn(ITEM, 1, ANN, EIGHT.plusSeconds(60), EIGHT.plusSeconds(120)),
                        new Turn(ITEM, 2, BOB, EIGHT.plusSeconds(180), EIGHT.plusSeconds(240)));
    }

    @Test
    void goesOnWhileNothingElseHappened() {
        step(Kind.TAKEN, ANN);
        step(Kind.STARTED, ANN);

        assertThat(Turn.of(ITEM, history))
                .containsExactly(new Turn(ITEM, 1, ANN, EIGHT.plusSeconds(60), null));
    }
}
