package dev.rollcall.demo;

import dev.rollcall.coaching.ActionItem;
import dev.rollcall.coaching.Coaching;
import dev.rollcall.coaching.GoalDraft;
import dev.rollcall.coaching.Metric;
import dev.rollcall.coaching.OwnCoaching;
import dev.rollcall.coaching.Reason;
import dev.rollcall.coaching.SessionDraft;
import dev.rollcall.coaching.SessionKind;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.quality.EvaluationFilter;
import dev.rollcall.quality.Evaluations;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.User;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Users;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Eight weeks of coaching: what the supervisor talked about with Robin Keller and some colleagues,
/// material to work through, and what is planned for tomorrow. Told with the clock standing at each
/// moment it is told of.
@Component
@Profile("demo")
class DemoCoaching {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final int COLLEAGUES = 3;
    private static final int LAST_TRY = 12;

    private final Coaching coaching;
    private final OwnCoaching own;
    private final Evaluations evaluations;
    private final Schedules schedules;
    private final Users users;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private final Map<String, UserId> accounts = new HashMap<>();

    DemoCoaching(
            Coaching coaching,
            OwnCoaching own,
            Evaluations evaluations,
            Schedules schedules,
            Users users,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.coaching = coaching;
        this.own = own;
        this.evaluations = evaluations;
        this.schedules = schedules;
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
        if (!as("supervisor", () -> coaching.list(null, 1)).isEmpty()) {
            return false;
        }
        var people = people();
        var robin = people.getFirst();
        var weeks = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));
        session(
                robin,
                weeks.minus(Duration.ofDays(45)),
                "Back from lunch on time",
                new Reason(
                        Reason.Kind.DAY,
                        LocalDate.ofInstant(weeks.minus(Duration.ofDays(47)), Roster.BERLIN)
                                .toString()),
                new GoalDraft(
                        Metric.ADHERENCE,
                        "Start the second half on the minute",
                        new BigDecimal("92"),
                        null),
                "Set a reminder five minutes before the end of lunch",
                "Robin eats at the far canteen and the lift takes its time. We agreed on the near one on busy days.",
                "That was it. It works, mostly.");
        session(
                robin,
                weeks.minus(Duration.ofDays(17)),
                "Summing up before solving",
                evaluationOf(robin),
                new GoalDraft(
                        Metric.QUALITY,
                        "Say back what the customer wants, in one sentence",
                        new BigDecimal("90"),
                        null),
                "Listen to two calls of your own and note where it went well",
                "We listened to one call together. Robin noticed it before I said anything.",
                "");
        for (var colleague : people.subList(1, people.size())) {
            session(
                    colleague,
                    weeks.minus(Duration.ofDays(24)).plus(Duration.ofHours(2)),
                    "How the new tariff is explained",
                    null,
                    new GoalDraft(Metric.WORDS, "Explain it without the leaflet", null, null),
                    "Explain it to a colleague over coffee",
                    "Knows it well; the leaflet gets in the way.",
                    "");
        }
        clock.setTo(weeks.minus(Duration.ofDays(6)));
        as(
                "supervisor",
                () ->
                        coaching.prepare(
                                new SessionDraft(
                                        SessionKind.E_LEARNING,
                                        "Calm with angry callers",
                                        people.stream().map(Agent::id).collect(Collectors.toSet()),
                                        null,
                                        "Twenty minutes. The second part is worth it.",
                                        null,
                                        "https://learning.example.com/calm",
                                        LocalDate.ofInstant(now, Roster.BERLIN).plusDays(5),
                                        false)));
        clock.setTo(now);
        return true;
    }

    private List<Agent> people() {
        return Roster.PEOPLE.stream()
                .flatMap(person -> directory.agent(person.externalId()).stream())
                .limit(1L + COLLEAGUES)
                .toList();
    }

    private @Nullable Reason evaluationOf(Agent agent) {
        return as(
                        "supervisor",
                        () ->
                                evaluations.page(
                                        new EvaluationFilter(agent.id(), null, null, false),
                                        Long.MAX_VALUE,
                                        4,
                                        Scope.ofAgent(agent.id())))
                .stream()
                .reduce((_, earlier) -> earlier)
                .map(each -> new Reason(Reason.Kind.EVALUATION, "" + each.number()))
                .orElse(null);
    }

    private void session(
            Agent agent,
            Instant at,
            String title,
            @Nullable Reason reason,
            GoalDraft goal,
            String action,
            String notes,
            String word) {
        clock.setTo(at.minus(Duration.ofDays(1)));
        boolean isRobin = agent.equals(people().getFirst());
        var back = LocalDate.ofInstant(at, Roster.BERLIN).plusDays(21);
        long number =
                as(
                        "supervisor",
                        () ->
                                coaching.prepare(
                                        new SessionDraft(
                                                SessionKind.ONE_ON_ONE,
                                                title,
                                                Set.of(agent.id()),
                                                TimeSpan.of(at, at.plus(HALF_AN_HOUR)),
                                                "How it goes. Then: "
                                                        + title.toLowerCase(Locale.ROOT)
                                                        + ".",
                                                reason,
                                                "",
                                                back,
                                                false)));
        clock.setTo(at.plus(HALF_AN_HOUR));
        long owed =
                as(
                        "supervisor",
                        () -> {
                            coaching.goal(number, goal);
                            coaching.action(number, ActionItem.Owner.AGENT, action, back);
                            coaching.note(number, 1, notes, "");
                            coaching.held(number, 2);
                            return coaching.open(number)
                                    .orElseThrow()
                                    .actions()
                                    .getFirst()
                                    .number();
                        });
        if (!isRobin) {
            return;
        }
        clock.setTo(at.plus(Duration.ofHours(3)));
        as("agent", own::list);
        if (!word.isEmpty()) {
            as(
                    "agent",
                    () -> {
                        own.acknowledge(number, word);
                        own.tick(owed, true);
                        return number;
                    });
        }
    }

    /// One for tomorrow, where Robin's plan has room; once. The plan has to be there.
    void planAhead(Instant now) {
        var robin = people().getFirst();
        if (as("supervisor", () -> coaching.list(robin.id(), 1)).stream()
                .anyMatch(each -> each.isPlanned() && each.span() != null)) {
            return;
        }
        var tomorrow = LocalDate.ofInstant(now, robin.zone()).plusDays(1);
        schedules
                .plans(List.of(robin.id()), tomorrow, tomorrow.plusDays(2))
                .getOrDefault(robin.id(), List.of())
                .stream()
                .filter(day -> !day.activities().isEmpty())
                .findFirst()
                .map(day -> day.activities().getFirst().span().start())
                .ifPresent(start -> plan(robin.id(), start));
    }

    private void plan(AgentId robin, Instant shift) {
        for (int i = 2; i < LAST_TRY; i++) {
            var at = shift.plus(HALF_AN_HOUR.multipliedBy(i));
            try {
                as(
                        "supervisor",
                        () ->
                                coaching.prepare(
                                        new SessionDraft(
                                                SessionKind.ONE_ON_ONE,
                                                "Second level, or not yet?",
                                                Set.of(robin),
                                                TimeSpan.of(at, at.plus(HALF_AN_HOUR)),
                                                "What went well since the last time. What second level would need.",
                                                null,
                                                "",
                                                null,
                                                true)));
                return;
            } catch (InvalidInput _) {
                // Something stands there: half an hour later, then.
            }
        }
    }

    private <T> T as(String who, Supplier<T> work) {
        var account = accounts.get(who + "@rollcall.demo");
        if (account == null) {
            throw new IllegalStateException("Nobody signs in as " + who);
        }
        return access.inNameOf(account, work);
    }
}
