package dev.rollcall.planner.ui;

import dev.rollcall.people.Unit;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.RosterDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What the dialogs of the planner ask of the page they are opened over.
interface PlannerPage {

    Optional<Unit> unit();

    /// The units whose people one may plan.
    List<Unit> plannable();

    /// What is shown; empty where there is nothing to plan.
    Optional<Sheet> sheet();

    /// The days that are chosen.
    Set<DayKey> chosen();

    /// Saves edits, so that they can be taken back.
    ///
    /// @return whether they were taken
    boolean edit(List<DayEdit> edits);

    /// Does what answers with the days as they are then, and says why when it is refused.
    ///
    /// @return whether it was done
    boolean attempt(Sheet shown, Supplier<List<RosterDay>> deed);

    /// Shows days anew, with what there is to say about their people.
    void redraw(Set<DayKey> touched);

    /// Nothing that was done can be taken back any more.
    void forgetSteps();

    void tell(String text);
}
