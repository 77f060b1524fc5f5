package dev.rollcall.planner.ui;

import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.schedule.PlannedActivity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one planner did on this page, so that it can be taken back and done again.
final class Steps {

    private static final int MOST = 100;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /// What the days held before and after.
    record Step(
            Map<DayKey, List<PlannedActivity>> before, Map<DayKey, List<PlannedActivity>> after) {

        private Step reversed() {
            return new Step(after, before);
        }
    }

    /// Notes what is about to be done.
    static Step step(Sheet sheet, List<DayEdit> edits) {
        var before = new LinkedHashMap<DayKey, List<PlannedActivity>>();
        var after = new LinkedHashMap<DayKey, List<PlannedActivity>>();
        for (var edit : edits) {
            sheet.day(edit.key()).ifPresent(day -> before.put(edit.key(), day.entries()));
            after.put(edit.key(), edit.entries());
        }
        return new Step(before, after);
    }

    void did(Step step) {
        done.push(step);
        undone.clear();
        if (done.size() > MOST) {
            done.removeLast();
        }
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    /// Nothing that was done can be taken back any more.
    void forget() {
        done.clear();
        undone.clear();
    }

    /// What takes the last step back; empty when somebody has changed one of its days since.
    Optional<List<DayEdit>> undo(Sheet sheet) {
        return edits(sheet, done.getFirst().reversed());
    }

    Optional<List<DayEdit>> redo(Sheet sheet) {
        return edits(sheet, undone.getFirst());
    }

    void undid() {
        undone.push(done.pop());
    }

    void redid() {
        done.push(undone.pop());
    }

    private static Optional<List<DayEdit>> edits(Sheet sheet, Step step) {
        var edits = new ArrayList<DayEdit>();
        for (var each : step.after().entrySet()) {
            var day = sheet.day(each.getKey());
            if (day.isEmpty() || !day.get().entries().equals(step.before().get(each.getKey()))) {
                return Optional.empty();
            }
            edits.add(sheet.edit(day.get(), each.getValue()));
        }
        return Optional.of(edits);
    }
}
