package dev.rollcall.planner.proposal;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A week that is to be proposed, and afterwards the week that was found.
///
/// Public because the solver asks for it; everything in it stays in the package.
@PlanningSolution
public class Week {

    @ValueRangeProvider @ProblemFactCollectionProperty private List<Option> options;
    @ProblemFactCollectionProperty private List<Person> people;
    @ProblemFactCollectionProperty private List<Need> needs;
    @PlanningEntityCollectionProperty private List<PersonDay> days;
    @PlanningScore private @Nullable HardMediumSoftScore score;

    /// The search makes copies of its own.
    @SuppressWarnings("NullAway.Init")
    public Week() {}

    Week(List<Option> options, List<Person> people, List<Need> needs, List<PersonDay> days) {
        this.options = options;
        this.people = people;
        this.needs = needs;
        this.days = days;
    }

    public List<Option> getOptions() {
        return options;
    }

    public List<Person> getPeople() {
        return people;
    }

    public List<Need> getNeeds() {
        return needs;
    }

    public List<PersonDay> getDays() {
        return days;
    }

    /// Null until the first whole week was found.
    public @Nullable HardMediumSoftScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardMediumSoftScore found) {
        score = found;
    }
}
