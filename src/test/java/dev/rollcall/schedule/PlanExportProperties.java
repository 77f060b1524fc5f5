package dev.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What is exported comes in again as the same plans, whatever the zone and the clocks do.
class PlanExportProperties {

    private static final List<String> ZONES =
            List.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "Asia/Kolkata",
                    "Australia/Lord_Howe",
                    "UTC");
    private static final List<String> DATES =
            List.of(
                    "2026-03-02",
                    "2026-03-28",
                    "2026-03-29",
                    "2026-10-24",
                    "2026-10-25",
                    "2026-04-05");
    private static final List<String> IDS = List.of("agent-017", "=1+1", "-7", "a,\"b\"", "@x");
    private static final List<Activity> ACTIVITIES = ScheduleIcsTests.ACTIVITIES;

    @Property(tries = 2000)
    void aTableComesInAgainAsTheSamePlan(@ForAll @IntRange(min = 0) int seed) {
        var random = new Random(seed);
        var agent = agent(random);
        var plan = plan(agent, random, false);
        var file =
                PlanCsv.of(
                        List.of(new PlanExport.PersonPlans(agent, List.of(plan))),
                        PlanExportProperties::categoryOf);
        assertThat(file.lines()).noneMatch(line -> line.matches("\"?[=+@-].*"));

        var read =
                ScheduleCsv.read(
                        file,
                        id -> id.equals(agent.externalId()) ? Optional.of(agent) : Optional.empty(),
                        code ->
                                ACTIVITIES.stream()
                                        .filter(each -> each.code().equals(code))
                                        .findFirst());

        assertSame(read, plan);
    }

    @Property(tries = 2000)
    void aCalendarComesInAgainAsTheSamePlan(@ForAll @IntRange(min = 0) int seed) {
        var random = new Random(seed);
        var agent = agent(random);
        var plan = plan(agent, random, true);
        var file =
                PlanIcs.of(
                        List.of(new PlanExport.PersonPlans(agent, List.of(plan))),
                        PlanExportProperties::categoryOf,
                        code -> code);
        assertThat(file.lines()).allMatch(line -> line.length() <= 75);

        var read =
                new ScheduleIcs(
                                new WhatIsKnown(List.of(agent), ACTIVITIES),
                                null,
                                null,
                                LocalDate.of(2026, 1, 1))
                        .read(file);

        assertSame(read, plan);
    }

    private static void assertSame(ScheduleCsv.Content read, DayPlan plan) {
        var expected = FlatPlan.of(plan, PlanExportProperties::categoryOf);
        assertThat(read.bad()).isEmpty();
        assertThat(read.days().keySet())
                .containsExactly(new ScheduleCsv.Day(plan.agent(), plan.date()));
        var entries = read.days().values().iterator().next();
        assertThat(entries).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Layers.visible(entries, PlanExportProperties::categoryOf))
                .extracting(piece -> piece.activity() + piece.span())
                .isEqualTo(
                        Layers.visible(plan.activities(), PlanExportProperties::categoryOf).stream()
                                .map(piece -> piece.activity() + piece.span())
                                .toList());
    }

    private static DayPlan plan(Agent agent, Random random, boolean wholeSeconds) {
        var date = LocalDate.parse(DATES.get(random.nextInt(DATES.size())));
        var earliest = date.minusDays(1).atStartOfDay(agent.zone()).toInstant();
        var entries = new ArrayList<PlannedActivity>();
        int number = 1 + random.nextInt(6);
        for (int i = 0; i < number; i++) {
            var start =
                    random.nextInt(3) == 0
                            ? earliest.plusSeconds(random.nextInt(48 * 3600))
                            : date.atStartOfDay(agent.zone())
                                    .toInstant()
                                    .plusSeconds(random.nextInt(96) * 900L);
            var end = start.plusSeconds(1 + random.nextInt(80_000));
            if (!wholeSeconds && random.nextInt(5) == 0) {
                end = end.plusNanos(1000L * random.nextInt(1_000_000));
            }
            entries.add(
                    new PlannedActivity(
                            ACTIVITIES.get(random.nextInt(ACTIVITIES.size())).code(),
                            TimeSpan.of(start, end)));
        }
        return new DayPlan(agent.id(), date, 1, entries, null, Instant.EPOCH, "Test");
    }

    private static Category categoryOf(String code) {
        return ACTIVITIES.stream()
                .filter(each -> each.code().equals(code))
                .map(Activity::category)
                .findFirst()
                .orElse(Category.WORK);
    }

    private static Agent agent(Random random) {
        var id = IDS.get(random.nextInt(IDS.size()));
        return new Agent(
                new AgentId(1),
                id,
                id,
                null,
                new UnitId(1),
                Set.of(),
                Set.of(),
                null,
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                null,
                1);
    }
}
