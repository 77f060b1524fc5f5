package dev.rollcall.presence.ui;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.schedule.Shifts;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The plan of the person at the screen, for their status menu.
@Component
class OwnPlan {

    private static final Logger LOG = LoggerFactory.getLogger(OwnPlan.class);

    private final Schedules schedules;
    private final WorkforceManagement workforce;
    private final Activities activities;
    private final Directory directory;
    private final ApplicationClock clock;

    OwnPlan(
            Schedules schedules,
            WorkforceManagement workforce,
            Activities activities,
            Directory directory,
            ApplicationClock clock) {
        this.schedules = schedules;
        this.workforce = workforce;
        this.activities = activities;
        this.directory = directory;
        this.clock = clock;
    }

    /// Without the database there is no plan to show, and everything else goes on.
    PlannedHours of(AgentId agent) {
        var person = directory.agent(agent).orElse(null);
        if (person == null || !workforce.isOn()) {
            return PlannedHours.NONE;
        }
        var today = LocalDate.ofInstant(clock.instant(), person.zone());
        try {
            var plans =
                    schedules
                            .plans(
                                    Set.of(agent),
                                    today.minusDays(Schedules.DAYS_AFTER),
                                    today.plusDays(1))
                            .getOrDefault(agent, List.of());
            return new PlannedHours(
                    Layers.ofPlans(plans, activities::categoryOf),
                    plans.stream()
                            .flatMap(plan ->
                                    Shifts.of(
                                            plan, activities::categoryOf, activities::needsPresence)
                                            .stream())
                            .toList());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The status menu goes without the plan", e);
            return PlannedHours.NONE;
        }
    }

    String name(String activity) {
        return activities.of(activity).map(Activity::name).orElse(activity);
    }
}
