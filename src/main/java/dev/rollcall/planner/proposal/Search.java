package dev.rollcall.planner.proposal;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.api.solver.event.EventProducerId;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;

/// Looks for the week that breaks the fewest rules: a greedy start, then better and better ones
/// until the time is over, nothing better was found for a while, or somebody stops it. The same
/// week and the same time on the same machine need not come to the same end.
final class Search {

    /// Told of what is found, on the thread that searches.
    interface Listener {

        /// A week found without looking back: day by day whatever was best at that moment.
        void greedy(Week week);

        /// A better one than any before.
        void better(Week week);
    }

    private final Solver<Week> solver;

    /// @param limit how long it looks at most
    /// @param patience how long it goes on without finding anything better
    Search(Duration limit, Duration patience, Listener listener) {
        var config =
                new SolverConfig()
                        .withSolutionClass(Week.class)
                        .withEntityClasses(PersonDay.class)
                        .withConstraintProviderClass(WeekRules.class)
                        .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                        .withPhases(new ConstructionHeuristicPhaseConfig(), improving())
                        .withTerminationConfig(
                                new TerminationConfig()
                                        .withSpentLimit(limit)
                                        .withUnimprovedSpentLimit(patience));
        solver = SolverFactory.<Week>create(config).buildSolver();
        solver.addEventListener(event -> {
            var phase = event.getProducerId();
            if (phase.equals(EventProducerId.constructionHeuristic(0))) {
                listener.greedy(event.getNewBestSolution());
            } else if (phase.equals(EventProducerId.localSearch(1))) {
                listener.better(event.getNewBestSolution());
            }
        });
    }

    /// Another template or none for a day, the days of two people swapped, and two days of one
    /// person: the last is how a day off gets from one end of the week to the other.
    private static LocalSearchPhaseConfig improving() {
        return new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(
                        new UnionMoveSelectorConfig()
                                .withMoveSelectors(
                                        new ChangeMoveSelectorConfig(),
                                        new SwapMoveSelectorConfig(),
                                        new SwapMoveSelectorConfig()
                                                .withFilterClass(SamePerson.class)));
    }

    /// The best week that was found.
    Week run(Week week) {
        return solver.solve(week);
    }

    /// Ends soon, with the best week so far.
    void stop() {
        solver.terminateEarly();
    }
}
