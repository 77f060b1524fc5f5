package dev.rollcall.planner.proposal;

import dev.rollcall.people.UnitId;
import dev.rollcall.planner.DayEdit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the proposal of a week has come. It changes nothing by itself: whoever likes it takes
/// its edits into the draft.
///
/// @param monday the first day of the week
/// @param open how many days were to be filled
/// @param elapsed how long it has been searched
/// @param limit how long it is searched at most
/// @param greedy the account of the start it improved on; null until there is one
/// @param now the account of the best week so far; null until there is one
/// @param edits what makes the week the draft, in no order; empty while it is searched
public record Proposal(
        UnitId unit,
        LocalDate monday,
        State state,
        int open,
        Duration elapsed,
        Duration limit,
        @Nullable Account greedy,
        @Nullable Account now,
        List<DayEdit> edits) {

    public Proposal {
        edits = List.copyOf(edits);
    }

    public enum State {
        /// Others are searched first.
        WAITING,
        SEARCHING,
        /// Found as good a week as it could in its time.
        DONE,
        /// Somebody ended it; the best week until then is there.
        STOPPED,
        /// Something went wrong; there is no week.
        FAILED
    }

    public boolean isOver() {
        return state == State.DONE || state == State.STOPPED || state == State.FAILED;
    }
}
