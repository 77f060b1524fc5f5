package dev.rollcall.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.RulePreview.State;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// How a preview goes on, ends, is stopped and fails.
class PreviewRunTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final BiFunction<List<Agent>, PreviewRun, List<Moved>> NOTHING_MOVES =
            (some, _) ->
                    some.stream()
                            .map(each -> new Moved(each.id(), Tally.NONE, Tally.NONE))
                            .toList();

    @Test
    void tellsHowFarItIsUntilItIsDone() {
        var run = run(NOTHING_MOVES);
        var told = new ArrayList<Integer>();
        run.follow(() -> told.add(run.done()));

        run.work(2);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(told).containsExactly(0, 2, 4, 5, 5);
        assertThat(run.found()).hasSize(5);
    }

    @Test
    void findsNothingOnceItIsStopped() {
        var run =
                run((some, itself) -> {
                    itself.stop();
                    return NOTHING_MOVES.apply(some, itself);
                });

        run.work(2);

        assertThat(run.state()).isEqualTo(State.STOPPED);
        assertThat(run.done()).isEqualTo(2);
        assertThat(run.found()).isEmpty();
    }

    @Test
    void saysThatItFailed() {
        var run =
                run((_, _) -> {
                    throw new IllegalStateException("as it happens");
                });

        run.work(2);

        assertThat(run.state()).isEqualTo(State.FAILED);
    }

    private static PreviewRun run(BiFunction<List<Agent>, PreviewRun, List<Moved>> judge) {
        return new PreviewRun(
                "1",
                Actor.system("test"),
                null,
                DAY,
                DAY,
                LongStream.rangeClosed(1, 5).mapToObj(PreviewRunTests::agent).toList(),
                "shipped",
                judge);
    }

    private static Agent agent(long id) {
        return new Agent(
                new AgentId(id),
                "agent-" + id,
                "Agent " + id,
                null,
                new UnitId(1),
                Set.of(),
                Set.of(),
                null,
                ZoneOffset.UTC,
                null,
                1);
    }
}
