package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody worked on an item for a while.
///
/// @param number counts the turns of the item, from 1
/// @param ended null: they still do
record Turn(WorkItem item, int number, AgentId agent, Instant began, @Nullable Instant ended) {

    /// Every turn of an item, from what happened to it in order.
    static List<Turn> of(WorkItem item, List<WorkStep> history) {
        var turns = new ArrayList<Turn>();
        Turn running = null;
        for (var step : history) {
            var agent = step.agent();
            if (step.kind() == WorkStep.Kind.STARTED && agent != null) {
                running = new Turn(item, turns.size() + 1, agent, step.at(), null);
                turns.add(running);
            } else if (running != null) {
                turns.set(turns.size() - 1, running.until(step.at()));
                running = null;
            }
        }
        return List.copyOf(turns);
    }

    private Turn until(Instant end) {
        return new Turn(item, number, agent, began, end);
    }
}
