package dev.rollcall.demo;

import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Lets the demo's people live. Before anybody can connect it tells their last days on a clock that
/// is set as it goes, so that everything looks received when it happened; then it lets the clock
/// run and tells on, event by event, through the same door as every telephone system.
///
/// Whoever sets their status by hand is left alone for the rest of their shift.
@Component
@Profile("demo")
@EnableConfigurationProperties(DemoProperties.class)
class DemoFloor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFloor.class);
    private static final Actor DEMO = Actor.system("demo");
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Duration BETWEEN_INCIDENTS = Duration.ofMinutes(6);
    private static final Duration HANDS_OFF = Duration.ofHours(9);
    private static final int DAYS_AHEAD = 8;

    private final DemoOrganisation organisation;
    private final DemoProgress progress;
    private final DemoProperties properties;
    private final Directory directory;
    private final Schedules schedules;
    private final PresenceLog log;
    private final LivePresence livePresence;
    private final Access access;
    private final ApplicationClock clock;

    private final Story story = new Story();
    private final SplittableRandom chance = new SplittableRandom();
    private Instant nextIncident = Instant.EPOCH;
    private volatile @Nullable ScheduledExecutorService thread;

    DemoFloor(
            DemoOrganisation organisation,
            DemoProgress progress,
            DemoProperties properties,
            Directory directory,
            Schedules schedules,
            PresenceLog log,
            LivePresence livePresence,
            Access access,
            ApplicationClock clock) {
        this.organisation = organisation;
        this.progress = progress;
        this.properties = properties;
        this.directory = directory;
        this.schedules = schedules;
        this.log = log;
        this.livePresence = livePresence;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public int getPhase() {
        return LiveBoard.PHASE - 1;
    }

    @Override
    public void start() {
        var executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("demo-floor").daemon().factory());
        thread = executor;
        access.asSystem(
                "demo",
                () -> {
                    tellHistory();
                    return true;
                });
        executor.execute(this::live);
    }

    @Override
    public void stop() {
        var executor = thread;
        thread = null;
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void tellHistory() {
        var started = System.nanoTime();
        var real = ApplicationClock.system();
        var told = progress.toldUntil();
        // A demo that ran faster than real time goes on where it stopped.
        var ahead = told.filter(t -> t.isAfter(real.instant()));
        var now = ahead.orElseGet(real::instant);
        var oldest =
                now.minus(properties.historyDays(), ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        var from = told.filter(t -> t.isAfter(oldest)).orElse(oldest);
        clock.setTo(from);
        organisation.settleIn();
        plan(from, now);
        keepDemoAgentOnShift(now);
        writeStory(from, now);
        startWithIncidents(now);
        for (var at = from; at.isBefore(now); ) {
            at = at.plus(STEP).isBefore(now) ? at.plus(STEP) : now;
            clock.setTo(at);
            tell(at);
        }
        clock.runFrom(ahead.isPresent() ? now : real.instant(), properties.speed());
        LOG.info(
                "The demo organisation is at work: {} people, history since {}, told in {} ms",
                Roster.PEOPLE.size(),
                from,
                Duration.ofNanos(System.nanoTime() - started).toMillis());
    }

    private void plan(Instant from, Instant now) {
        for (var person : Roster.PEOPLE) {
            var agent = agent(person).id();
            var first = LocalDate.ofInstant(from, person.zone());
            var last = LocalDate.ofInstant(now, person.zone()).plusDays(DAYS_AHEAD);
            var planned =
                    schedules.plans(List.of(agent), first, last).getOrDefault(agent, List.of());
            first.datesUntil(last)
                    .filter(date -> planned.stream().noneMatch(p -> p.date().equals(date)))
                    .filter(person::works)
                    .forEach(date ->
                            schedules.replace(
                                    agent, date, Rota.plan(person, date), null, null, DEMO));
        }
    }

    /// Whenever the demo starts, its agent sign-in finds a shift that goes on for a while.
    private void keepDemoAgentOnShift(Instant now) {
        var person = Roster.PEOPLE.getFirst();
        var agent = agent(person).id();
        var today = LocalDate.ofInstant(now, person.zone());
        var coming = now.plus(2, ChronoUnit.HOURS);
        boolean onShift =
                schedules
                        .plans(List.of(agent), today.minusDays(1), today)
                        .getOrDefault(agent, List.of())
                        .stream()
                        .flatMap(plan -> plan.activities().stream())
                        .anyMatch(a -> a.span().contains(now) && a.span().contains(coming));
        if (!onShift) {
            var start =
                    now.atZone(person.zone())
                            .minusHours(2)
                            .truncatedTo(ChronoUnit.HOURS)
                            .toLocalDateTime();
            var date = start.toLocalDate();
            schedules.replace(agent, date, Rota.shift(person, date, start), null, null, DEMO);
        }
    }

    private void writeStory(Instant from, Instant now) {
        for (var person : Roster.PEOPLE) {
            var agent = agent(person).id();
            var first = LocalDate.ofInstant(from, person.zone()).minusDays(1);
            var last = LocalDate.ofInstant(now, person.zone()).plusDays(1);
            for (var plan :
                    schedules.plans(List.of(agent), first, last).getOrDefault(agent, List.of())) {
                story.write(person, plan.date(), plan.activities(), from);
            }
        }
    }

    /// Somebody is out for long, somebody else for a little while: a floor as one meets it.
    private void startWithIncidents(Instant now) {
        interrupt(TimeSpan.of(now.minusSeconds(22 * 60), now.plusSeconds(9 * 60)), "LUNCH");
        interrupt(TimeSpan.of(now.minusSeconds(6 * 60), now.plusSeconds(7 * 60)), "BREAK");
        interrupt(TimeSpan.of(now.minusSeconds(70), now.plusSeconds(4 * 60)), "BREAK");
        nextIncident = now.plus(BETWEEN_INCIDENTS);
    }

    /// Sends somebody away who has nothing but work planned meanwhile.
    private void interrupt(TimeSpan away, String reason) {
        var candidates =
                Roster.PEOPLE.stream()
                        .skip(1)
                        .filter(person -> isAtPlainWork(person, away))
                        .toList();
        if (!candidates.isEmpty()) {
            story.interrupt(
                    candidates.get(chance.nextInt(candidates.size())),
                    away,
                    PresenceState.unavailable(reason));
        }
    }

    private boolean isAtPlainWork(Person person, TimeSpan away) {
        var agent = agent(person).id();
        var date = LocalDate.ofInstant(away.start(), person.zone());
        var near =
                schedules
                        .plans(List.of(agent), date.minusDays(1), date)
                        .getOrDefault(agent, List.of())
                        .stream()
                        .map(DayPlan::activities)
                        .flatMap(List::stream)
                        .map(PlannedActivity::span)
                        .filter(span -> span.overlaps(away))
                        .toList();
        return near.size() == 1
                && near.getFirst().contains(away.start().minusSeconds(1_800))
                && near.getFirst().contains(away.end())
                && !isLeftAlone(agent, away.start());
    }

    private void live() {
        var executor = thread;
        if (executor == null) {
            return;
        }
        try {
            access.asSystem(
                    "demo",
                    () -> {
                        liveUntilNow();
                        return true;
                    });
        } catch (RuntimeException e) {
            LOG.warn("The demo lost a moment and goes on", e);
        }
        if (executor.isShutdown()) {
            return;
        }
        var next = story.next().orElse(clock.instant().plusSeconds(60));
        long wait = Math.min(clock.realTimeUntil(next).toMillis(), 5_000);
        executor.schedule(this::live, Math.max(wait, 20), TimeUnit.MILLISECONDS);
    }

    private void liveUntilNow() {
        var now = clock.instant();
        if (!now.isBefore(nextIncident)) {
            nextIncident = now.plus(BETWEEN_INCIDENTS);
            plan(now, now);
            writeStory(now, now);
            interrupt(
                    TimeSpan.of(now.plusSeconds(5), now.plusSeconds(chance.nextInt(240, 1_320))),
                    chance.nextInt(3) == 0 ? "LUNCH" : "BREAK");
        }
        tell(now);
    }

    private void tell(Instant until) {
        var due =
                story.until(until).stream()
                        .filter(event -> !isLeftAlone(Story.subject(event), event.time()))
                        .toList();
        for (int i = 0; i < due.size(); i += 1_000) {
            log.append(due.subList(i, Math.min(due.size(), i + 1_000)), DEMO, Scope.everyone());
        }
        progress.tellUntil(until);
    }

    private boolean isLeftAlone(String externalId, Instant at) {
        return directory.agent(externalId).map(agent -> isLeftAlone(agent.id(), at)).orElse(false);
    }

    /// Whoever last set their status by hand plays themselves.
    private boolean isLeftAlone(AgentId agent, Instant at) {
        return livePresence
                .of(agent)
                .filter(now -> now.source() != null && !now.source().startsWith("/demo/"))
                .filter(now -> now.since().plus(HANDS_OFF).isAfter(at))
                .isPresent();
    }

    private Agent agent(Person person) {
        return Objects.requireNonNull(directory.agent(person.externalId()).orElse(null));
    }
}
