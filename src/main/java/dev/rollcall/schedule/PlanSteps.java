package dev.rollcall.schedule;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.readiness.SetupStep;
import dev.rollcall.readiness.Standing;
import dev.rollcall.readiness.Standing.State;
import dev.rollcall.readiness.Standing.Way;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What has to be settled about plans: the switch, and that there are any to compare with.
@Configuration(proxyBeanMethods = false)
class PlanSteps {

    private static final int DAYS = 7;

    @Bean
    @Order(10)
    SetupStep switchedOnStep(WorkforceManagement workforce) {
        return SetupStep.of(
                "schedule.ready.switch",
                (_, _) -> {
                    var standing = workforce.standing();
                    return new Standing(
                            standing.isOn() ? State.DONE : State.OPEN,
                            "schedule.ready.switch."
                                    + (standing.isOn() ? "on" : "off")
                                    + (standing.decided() == null ? "ByPlans" : ""),
                            List.of(),
                            List.of(new Way("schedule.ready.switch.way", "settings/workforce")));
                });
    }

    @Bean
    @Order(20)
    SetupStep plannedStep(Schedules schedules, Directory directory, ApplicationClock clock) {
        return SetupStep.of(
                "schedule.ready.plans",
                (_, _) -> {
                    var people =
                            directory.agents(Scope.everyone()).stream().map(Agent::id).toList();
                    var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
                    long planned =
                            people.isEmpty()
                                    ? 0
                                    : schedules
                                            .plans(people, today, today.plusDays(DAYS - 1))
                                            .values()
                                            .stream()
                                            .filter(plans ->
                                                    plans.stream()
                                                            .anyMatch(plan ->
                                                                    !plan.activities().isEmpty()))
                                            .count();
                    return new Standing(
                            planned == 0
                                    ? State.OPEN
                                    : Standing.doneOrLook(planned == people.size()),
                            "schedule.ready.plans." + (planned == 0 ? "none" : "some"),
                            List.of(planned, people.size(), DAYS),
                            List.of(
                                    new Way("schedule.ready.plans.planner", "planner"),
                                    new Way("schedule.ready.plans.import", "plans/import")));
                });
    }
}
