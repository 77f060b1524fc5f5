package dev.rollcall.planner.proposal;

import ai.timefold.solver.core.impl.heuristic.selector.common.decorator.SelectionFilter;
import ai.timefold.solver.core.impl.heuristic.selector.move.generic.SelectorBasedSwapMove;
import ai.timefold.solver.core.impl.score.director.ScoreDirector;

/// Two days of one person: to swap them moves a day off, and leaves the hours of the week as they
/// are.
///
/// Public because the solver asks for it.
public final class SamePerson implements SelectionFilter<Week, SelectorBasedSwapMove<Week>> {

    @Override
    public boolean accept(ScoreDirector<Week> director, SelectorBasedSwapMove<Week> move) {
        return ((PersonDay) move.getLeftEntity())
                .person()
                .equals(((PersonDay) move.getRightEntity()).person());
    }
}
