package dev.rollcall.demo;

import dev.rollcall.coaching.OwnCoaching;
import dev.rollcall.development.CheckIns;
import dev.rollcall.development.Development;
import dev.rollcall.development.OwnDevelopment;
import dev.rollcall.development.PlanEdit;
import dev.rollcall.development.PlanFile;
import dev.rollcall.development.PlanReview;
import dev.rollcall.development.PlanStep;
import dev.rollcall.development.Remark;
import dev.rollcall.development.Side;
import dev.rollcall.development.Source;
import dev.rollcall.development.Wellbeing;
import dev.rollcall.development.WellbeingUnits;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.User;
import dev.rollcall.security.UserDraft;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Users;
import dev.rollcall.shared.ApplicationClock;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Plans of Robin Keller, who owns one together with the supervisor, and of two colleagues; and how
/// the weeks were for Robin's unit, which asks. Told with the clock standing at each moment it is
/// told of, before coaching of the last days.
@Component
@Profile("demo")
class DemoDevelopment {

    private static final int WEEKS = 6;
    private static final int COLLEAGUES = 6;
    private static final int MARKS = 5;

    private final Development development;
    private final OwnDevelopment own;
    private final CheckIns checkIns;
    private final Wellbeing wellbeing;
    private final WellbeingUnits units;
    private final OwnCoaching coaching;
    private final Users users;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private final Random dice = new Random(17);
    private final Map<String, UserId> accounts = new HashMap<>();

    DemoDevelopment(
            Development development,
            OwnDevelopment own,
            CheckIns checkIns,
            Wellbeing wellbeing,
            WellbeingUnits units,
            OwnCoaching coaching,
            Users users,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.development = development;
        this.own = own;
        this.checkIns = checkIns;
        this.wellbeing = wellbeing;
        this.units = units;
        this.coaching = coaching;
        this.users = users;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// What lies behind. Once. Leaves the clock standing; whoever calls lets it run again.
    ///
    /// @return whether there was anything to tell
    boolean settleIn(Instant now) {
        for (User user : users.list()) {
            accounts.put(user.email(), user.id());
        }
        if (!as("agent", own::plans).isEmpty()) {
            return false;
        }
        var people = people();
        var robin = people.getFirst();
        var today = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(10));
        weeks(people, now);
        robin(robin.id(), today);
        planOf(
                people.get(1).id(),
                today.minus(Duration.ofDays(30)),
                "Lead the morning huddle by summer",
                "Open three huddles alone",
                "Watch how two other teams open theirs");
        planOf(
                people.get(2).id(),
                today.minus(Duration.ofDays(12)),
                "Feel at home in written chat",
                "Two chats at a time without a pause of more than a minute",
                "Write down five phrases that work");
        clock.setTo(now);
        access.asSystem("demo", () -> wellbeing.countDue());
        return true;
    }

    /// Robin, who signs in, and colleagues of the same unit.
    private List<Agent> people() {
        var robin = directory.agent(Roster.DEMO_AGENT).orElseThrow();
        var people = new ArrayList<>(List.of(robin));
        Roster.PEOPLE.stream()
                .flatMap(person -> directory.agent(person.externalId()).stream())
                .filter(each -> each.unit().equals(robin.unit()) && !each.id().equals(robin.id()))
                .limit(COLLEAGUES)
                .forEach(people::add);
        return people;
    }

    // ------------------------------------------------------------------ plans

    private void robin(AgentId robin, Instant today) {
        clock.setTo(today.minus(Duration.ofDays(40)));
        as(
                "supervisor",
                () ->
                        development.begin(
                                robin,
                                "Second level by the end of the year, and lunch without a clock in mind",
                                day(today.minus(Duration.ofDays(19)))));
        lead(
                robin,
                new PlanEdit.AddGoal("Solve tariff questions at the first contact", null, null));
        later(Duration.ofHours(4));
        person(new PlanEdit.Agree(goal(0)));
        person(new PlanEdit.AddGoal("Be the one whom others ask about refunds", null, null));
        lead(robin, new PlanEdit.Agree(goal(1)));
        lead(
                robin,
                new PlanEdit.AddObjective(
                        goal(0),
                        "Quality of calls about tariffs",
                        new BigDecimal("78"),
                        new BigDecimal("90"),
                        "%"));
        person(new PlanEdit.Agree(goal(0)));
        lead(
                robin,
                new PlanEdit.AddStep(
                        PlanStep.Kind.ACTION,
                        goal(0),
                        Side.PERSON,
                        "Sit beside second level for a morning",
                        day(today.minus(Duration.ofDays(22))),
                        "",
                        null));
        lead(
                robin,
                new PlanEdit.AddStep(
                        PlanStep.Kind.ACTION,
                        goal(0),
                        Side.LEAD,
                        "Ask second level for two mornings",
                        day(today.minus(Duration.ofDays(33))),
                        "",
                        null));
        person(
                new PlanEdit.AddStep(
                        PlanStep.Kind.TRAINING,
                        goal(1),
                        Side.PERSON,
                        "The refund desk, both parts",
                        day(today.plus(Duration.ofDays(20))),
                        "https://learning.example.com/refunds",
                        null));
        lead(
                robin,
                new PlanEdit.AddRemark(
                        Remark.Kind.STRENGTH,
                        "Stays calm, and callers become it too",
                        day(today.minus(Duration.ofDays(41))),
                        null));
        person(
                new PlanEdit.AddRemark(
                        Remark.Kind.SHORTCOMING,
                        "I begin to solve before I have heard it all",
                        day(today.minus(Duration.ofDays(40))),
                        session().orElse(null)));
        clock.setTo(today.minus(Duration.ofDays(30)));
        lead(robin, new PlanEdit.Tick(step("Ask second level for two mornings"), true));
        clock.setTo(today.minus(Duration.ofDays(23)));
        person(new PlanEdit.Tick(step("Sit beside second level for a morning"), true));
        person(
                new PlanEdit.AddRemark(
                        Remark.Kind.SUCCESS,
                        "Solved a disputed invoice alone, and the caller thanked me by name",
                        day(today.minus(Duration.ofDays(24))),
                        null));
        clock.setTo(today.minus(Duration.ofDays(19)));
        lead(
                robin,
                new PlanEdit.HoldReview(
                        PlanReview.Outcome.ON_TRACK,
                        "The morning at second level did it. Next: one refund a day with the desk beside.",
                        day(today.plus(Duration.ofDays(9)))));
        lead(robin, new PlanEdit.Measure(objective(), new BigDecimal("84")));
        later(Duration.ofHours(3));
        person(new PlanEdit.NoteReview(file().reviews().getLast().number()));
        clock.setTo(today.minus(Duration.ofDays(9)));
        person(
                new PlanEdit.AddStep(
                        PlanStep.Kind.ACTION,
                        goal(1),
                        Side.PERSON,
                        "One refund a day with the desk beside",
                        day(today.minus(Duration.ofDays(2))),
                        "",
                        null));
        person(
                new PlanEdit.AddRemark(
                        Remark.Kind.FAILURE,
                        "Promised a callback and forgot it",
                        day(today.minus(Duration.ofDays(10))),
                        null));
        clock.setTo(today.minus(Duration.ofDays(3)));
        lead(
                robin,
                new PlanEdit.ChangeGoal(
                        goal(1),
                        "Be the one whom others ask about refunds and vouchers",
                        day(today.plus(Duration.ofDays(60)))));
    }

    private void planOf(AgentId agent, Instant at, String aim, String goal, String action) {
        clock.setTo(at);
        as("supervisor", () -> development.begin(agent, aim, day(at.plus(Duration.ofDays(28)))));
        lead(agent, new PlanEdit.AddGoal(goal, null, null));
        lead(
                agent,
                new PlanEdit.AddStep(
                        PlanStep.Kind.ACTION,
                        null,
                        Side.PERSON,
                        action,
                        day(at.plus(Duration.ofDays(14))),
                        "",
                        null));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Roster.BERLIN);
    }

    private void later(Duration by) {
        clock.setTo(clock.instant().plus(by));
    }

    private void lead(AgentId agent, PlanEdit edit) {
        later(Duration.ofMinutes(1));
        as(
                "supervisor",
                () -> {
                    var plan = development.open(agent, null).orElseThrow().plan();
                    development.edit(plan.number(), plan.version(), edit);
                    return plan;
                });
    }

    private void person(PlanEdit edit) {
        later(Duration.ofMinutes(1));
        var plan = file().plan();
        as(
                "agent",
                () -> {
                    own.edit(plan.number(), plan.version(), edit);
                    return plan;
                });
    }

    private PlanFile file() {
        return as("agent", () -> own.open(null)).orElseThrow();
    }

    private long goal(int place) {
        return file().goals().get(place).number();
    }

    private long objective() {
        return file().goals().getFirst().objectives().getFirst().number();
    }

    private long step(String text) {
        return file().steps().stream()
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private Optional<Source> session() {
        return as("agent", coaching::list).stream()
                .reduce((_, earlier) -> earlier)
                .map(each -> new Source(Source.Kind.COACHING, each.session().number()));
    }

    // ------------------------------------------------------------------ how weeks were

    private void weeks(List<Agent> people, Instant now) {
        var unit = people.getFirst().unit();
        as(
                "admin",
                () -> {
                    units.settle(unit, true);
                    people.forEach(this::door);
                    return unit;
                });
        var monday = day(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int week = WEEKS; week >= 1; week--) {
            clock.setTo(
                    monday.minusWeeks(week)
                            .plusDays(4)
                            .atTime(LocalTime.of(15, 0))
                            .atZone(Roster.BERLIN)
                            .toInstant());
            for (var each : people) {
                say(each, week);
            }
        }
    }

    /// Colleagues were invited, and have not chosen a password yet.
    private void door(Agent agent) {
        if (agent.externalId().equals(Roster.DEMO_AGENT)) {
            return;
        }
        var email = agent.externalId() + "@rollcall.demo";
        if (!accounts.containsKey(email)) {
            accounts.put(
                    email,
                    users.invite(
                                    new UserDraft(
                                            email,
                                            agent.name(),
                                            agent.id(),
                                            true,
                                            Set.of(Assignment.everywhere(Role.AGENT))))
                            .user()
                            .id());
        }
    }

    private void say(Agent agent, int week) {
        boolean isRobin = agent.externalId().equals(Roster.DEMO_AGENT);
        int mood = mark(week);
        int pace = mark(week + 1);
        int support = mark(0);
        as(
                isRobin ? "agent" : agent.externalId(),
                () -> {
                    checkIns.say(
                            mood,
                            pace,
                            support,
                            isRobin && week == 2 ? "Better since the near canteen" : "");
                    return agent;
                });
    }

    /// Weeks become a little lighter, and nobody's is like another's.
    private int mark(int weeksAgo) {
        return Math.clamp(MARKS - weeksAgo / 3 - dice.nextInt(3), 1, MARKS);
    }

    private <T> T as(String who, Supplier<T> work) {
        var account = accounts.get(who + "@rollcall.demo");
        if (account == null) {
            throw new IllegalStateException("Nobody signs in as " + who);
        }
        return access.inNameOf(account, work);
    }
}
