package dev.rollcall.demo;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.quality.Answer;
import dev.rollcall.quality.Calibrations;
import dev.rollcall.quality.EvaluationDraft;
import dev.rollcall.quality.Evaluations;
import dev.rollcall.quality.InteractionFilter;
import dev.rollcall.quality.Interactions;
import dev.rollcall.quality.Medium;
import dev.rollcall.quality.OwnEvaluations;
import dev.rollcall.quality.Question;
import dev.rollcall.quality.Sampling;
import dev.rollcall.quality.SamplingPlan;
import dev.rollcall.quality.Scorecards;
import dev.rollcall.quality.Sheet;
import dev.rollcall.quality.ToldInteraction;
import dev.rollcall.security.Access;
import dev.rollcall.security.User;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Users;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Months of evaluations: a scorecard and its second version, what the analyst and the supervisor
/// found, what Robin Keller said to it, two disputes, a calibration that is over and one that goes
/// on, and a sample that waits. Told before anybody can connect, with the clock standing at each
/// moment it is told of, so that nothing looks as if it had been written afterwards.
@Component
@Profile("demo")
class DemoQuality {

    private static final String CARD = "customer-calls";
    private static final String SOURCE = "/demo/recordings";
    private static final Actor RECORDER = new Actor(Actor.Kind.SYSTEM, "demo", "Recordings");
    private static final int WEEKS = 12;
    private static final int SECOND_VERSION = 5;
    private static final int COLLEAGUES = 5;
    private static final int CALIBRATED = 3;
    private static final List<String> REASONS =
            List.of("Bill too high", "Moving house", "Outage", "Tariff change", "Late technician");
    private static final List<String> PRAISE =
            List.of(
                    "Calm from the first word on; the customer was.",
                    "You summed up well before you solved it.",
                    "Ask once more before you assume: the second bill was the point.",
                    "A good end. The beginning was hurried.");

    private final Scorecards scorecards;
    private final Interactions interactions;
    private final Evaluations evaluations;
    private final OwnEvaluations own;
    private final Sampling sampling;
    private final Calibrations calibrations;
    private final Users users;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;
    private final Random dice = new Random(11);
    private final Map<String, UserId> accounts = new HashMap<>();
    private int calls;

    DemoQuality(
            Scorecards scorecards,
            Interactions interactions,
            Evaluations evaluations,
            OwnEvaluations own,
            Sampling sampling,
            Calibrations calibrations,
            Users users,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.scorecards = scorecards;
        this.interactions = interactions;
        this.evaluations = evaluations;
        this.own = own;
        this.sampling = sampling;
        this.calibrations = calibrations;
        this.users = users;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// Once. Leaves the clock standing; whoever calls lets it run again.
    ///
    /// @return whether there was anything to tell
    boolean settleIn(Instant now) {
        if (scorecards.find(CARD).isPresent()) {
            return false;
        }
        for (User user : users.list()) {
            accounts.put(user.email(), user.id());
        }
        clock.setTo(now.minus(Duration.ofDays(7L * WEEKS + 6)));
        publish(DemoScorecard.first());
        var people = people();
        for (int week = WEEKS; week >= 1; week--) {
            if (week == SECOND_VERSION) {
                publish(DemoScorecard.second());
            }
            week(people, now.minus(Duration.ofDays(7L * week)), week);
        }
        clock.setTo(now.minus(Duration.ofHours(3)));
        sample(people, now);
        calibrate(people.getFirst(), now);
        clock.setTo(now);
        return true;
    }

    /// Robin Keller, who signs in, and some colleagues.
    private List<Agent> people() {
        return Roster.PEOPLE.stream()
                .flatMap(person -> directory.agent(person.externalId()).stream())
                .limit(1L + COLLEAGUES)
                .toList();
    }

    private void publish(Sheet sheet) {
        var draft = scorecards.save(CARD, sheet, null);
        scorecards.publish(CARD, draft.edits());
    }

    private <T> T as(String who, Supplier<T> work) {
        var account = accounts.get(who + "@rollcall.demo");
        if (account == null) {
            throw new IllegalStateException("Nobody signs in as " + who);
        }
        return access.inNameOf(account, work);
    }

    private void doAs(String who, Runnable work) {
        as(
                who,
                () -> {
                    work.run();
                    return "";
                });
    }

    // ------------------------------------------------------------------ week by week

    private void week(List<Agent> people, Instant begin, int week) {
        // Robin last: what Robin says to it takes a while.
        for (int i = people.size() - 1; i >= 0; i--) {
            if (i > 0 && (week + i) % 2 == 0) {
                continue;
            }
            var at = begin.plus(Duration.ofHours(20L * (people.size() - 1 - i) + 3));
            clock.setTo(at.plus(Duration.ofHours(1)));
            long interaction = call(people.get(i), at);
            clock.setTo(at.plus(Duration.ofHours(4)));
            boolean isRobin = i == 0;
            var answers = answers(week, i);
            long number =
                    evaluate(
                            (week + i) % 3 == 0 ? "supervisor" : "analyst",
                            interaction,
                            answers,
                            isRobin);
            if (isRobin) {
                clock.setTo(clock.instant().plus(Duration.ofHours(5)));
                reply(number, answers, week);
            }
        }
        if (week == CALIBRATED) {
            calibrated(people.getFirst());
        }
    }

    private long call(Agent agent, Instant at) {
        int number = ++calls;
        boolean transferred = dice.nextInt(5) == 0;
        interactions.take(
                List.of(
                        new ToldInteraction(
                                SOURCE,
                                "call-%04d".formatted(number),
                                1,
                                agent.externalId(),
                                number % 4 == 0 ? Medium.CHAT : Medium.CALL,
                                at,
                                agent.zone(),
                                Duration.ofSeconds(120 + dice.nextInt(500)),
                                Duration.ofSeconds(4 + dice.nextInt(40)),
                                transferred ? List.of("Second level") : List.of(),
                                "C-%05d".formatted(10_000 + dice.nextInt(80_000)),
                                "https://recordings.example.com/calls/%04d".formatted(number),
                                REASONS.get(dice.nextInt(REASONS.size())))),
                RECORDER,
                Scope.everyone());
        return interactions
                .page(InteractionFilter.ALL, Long.MAX_VALUE, 1, Scope.everyone())
                .getFirst()
                .number();
    }

    private Sheet sheet() {
        return scorecards.find(CARD).flatMap(card -> card.published()).orElseThrow().sheet();
    }

    /// A little better with the weeks; once in a while a rule is forgotten.
    private Map<String, Answer> answers(int week, int person) {
        var answers = new HashMap<String, Answer>();
        sheet().questions()
                .forEach(question -> answers.put(question.key(), answer(question, week, person)));
        return answers;
    }

    private Answer answer(Question question, int week, int person) {
        if (question.isBonus()) {
            return Answer.of(dice.nextInt(5) == 0 ? 0 : 1);
        }
        if (question.mayBeSkipped() && dice.nextInt(9) == 0) {
            return Answer.skipped();
        }
        return switch (question.kind()) {
            case YES_NO -> Answer.of(dice.nextInt(14 - week / 2) == 0 ? 1 : 0);
            case NUMBER -> Answer.of(dice.nextInt(20 + 8 * week));
            case SCALE, CHOICE -> {
                int most = question.options().size() - 1;
                int missed = dice.nextInt(2 + (week + person) / 5);
                yield Answer.of(
                        question.kind() == Question.Kind.CHOICE
                                ? Math.min(most, missed)
                                : Math.max(0, most - missed));
            }
        };
    }

    private long evaluate(
            String who, long interaction, Map<String, Answer> answers, boolean asksSelf) {
        return as(
                who,
                () -> {
                    long number = evaluations.begin(interaction, CARD);
                    evaluations.publish(
                            number,
                            1,
                            new EvaluationDraft(
                                    answers,
                                    PRAISE.get(dice.nextInt(PRAISE.size())),
                                    asksSelf && dice.nextInt(3) == 0
                                            ? "Talk about summing up in the next one-to-one."
                                            : "",
                                    asksSelf));
                    return number;
                });
    }

    // ------------------------------------------------------------------ what Robin says

    private void reply(long number, Map<String, Answer> found, int week) {
        if (week == 1) {
            // The latest still waits for Robin's own view.
            return;
        }
        if (week % 4 == 0) {
            doAs("agent", () -> own.decline(number, version(number)));
        } else {
            doAs("agent", () -> own.assess(number, version(number), ownView(found), ""));
        }
        // Seen, and taken note of.
        as("agent", () -> own.open(number));
        doAs("agent", () -> own.acknowledge(number, version(number)));
        if (week == 6) {
            dispute(
                    number,
                    "The customer hung up before I could sum up; that cannot be held against me.");
            clock.setTo(clock.instant().plus(Duration.ofHours(20)));
            var better = new HashMap<>(found);
            better.put("understood", Answer.of(4));
            long version = fileVersion(number);
            doAs(
                    "manager",
                    () ->
                            evaluations.change(
                                    number,
                                    version,
                                    better,
                                    "Listened again: you are right, the line broke."));
        } else if (week == 2) {
            dispute(
                    number,
                    "The hold was the system’s, not mine: the customer file would not open.");
        }
    }

    private void dispute(long number, String reason) {
        doAs("agent", () -> own.dispute(number, version(number), reason));
    }

    private long version(long number) {
        return as("agent", () -> own.open(number).orElseThrow().line().version());
    }

    private long fileVersion(long number) {
        return as("manager", () -> evaluations.open(number, Scope.everyone()).orElseThrow())
                .evaluation()
                .version();
    }

    private Map<String, Answer> ownView(Map<String, Answer> found) {
        var view = new HashMap<>(found);
        found.forEach((key, answer) -> {
            var value = answer.value();
            if (key.equals("tone") && value != null && value.intValue() < 4) {
                view.put(key, Answer.of(value.intValue() + 1L));
            }
        });
        return view;
    }

    // ------------------------------------------------------------------ what waits

    private void sample(List<Agent> people, Instant now) {
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < 4; j++) {
                call(people.get(i), now.minus(Duration.ofHours(30L + 9L * j + i)));
            }
        }
        var unit = directory.unit(Roster.NORTH).orElseThrow();
        var plan =
                sampling.save(
                        new SamplingPlan(
                                0,
                                "Calls of the north",
                                CARD,
                                unit.id(),
                                null,
                                null,
                                Duration.ofSeconds(120),
                                null,
                                1,
                                true,
                                0));
        doAs(
                "analyst",
                () ->
                        sampling.draw(
                                plan.number(),
                                LocalDate.ofInstant(
                                        now.minus(Duration.ofHours(40)), Roster.BERLIN)));
    }

    private void calibrated(Agent agent) {
        long interaction = call(agent, clock.instant().minus(Duration.ofDays(1)));
        clock.setTo(clock.instant().plus(Duration.ofHours(1)));
        long session = as("analyst", () -> calibrations.open("A long call", interaction, CARD));
        var answers = answers(CALIBRATED, 1);
        for (var who : List.of("analyst", "supervisor", "manager")) {
            var seen = new HashMap<>(answers);
            if (!who.equals("analyst")) {
                seen.put("tone", Answer.of(who.equals("manager") ? 1 : 4));
                seen.put("solved", Answer.of(who.equals("manager") ? 1 : 0));
            }
            doAs(who, () -> calibrations.score(session, seen));
        }
        doAs("analyst", () -> calibrations.close(session));
    }

    private void calibrate(Agent agent, Instant now) {
        clock.setTo(now.minus(Duration.ofHours(2)));
        long interaction = call(agent, now.minus(Duration.ofDays(1)));
        long open = as("supervisor", () -> calibrations.open("A hurried chat", interaction, CARD));
        var answers = answers(2, 1);
        doAs("supervisor", () -> calibrations.score(open, answers));
    }
}
