package dev.rollcall.demo;

import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Timelines;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

/// Lets the demo's people live. Before anybody can connect it tells what today's board needs and no
/// more; then it lets the clock run and tells on, event by event, through the same door as every
/// telephone system. The days before are told meanwhile, see [DemoHistory].
///
/// One thread does both, and looks at the floor before each step into the past: history never keeps
/// the living waiting for longer than a step takes. After each step it rests, so that there is time
/// for whoever uses the product.
///
/// Whoever sets their status by hand is left alone for the rest of their shift.
@Component
@Profile("demo")
@EnableConfigurationProperties(DemoProperties.class)
class DemoFloor implements SmartLifecycle {

    /// How the sources of the demo's events begin.
    static final String SOURCES = "/demo/";

    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(DemoFloor.class);
    private static final Duration BETWEEN_LOOKS_AT_PLANS = Duration.ofMinutes(10);
    private static final Duration HANDS_OFF = Duration.ofHours(9);
    private static final int DAYS_AHEAD = 8;
    private static final int EVENTS_A_BATCH = 1_000;

    // In real time, in milliseconds.
    private static final long BEFORE_STEPS = 8_000;
    private static final long SHORTEST_REST = 40;
    private static final long LONGEST_WAIT = 5_000;
    private static final long SHORTEST_WAIT = 20;

    private final DemoOrganisation organisation;
    private final DemoPlans plans;
    private final DemoHistory history;
    private final DemoWork work;
    private final DemoQuality quality;
    private final DemoSurveys surveys;
    private final DemoCoaching coaching;
    private final DemoFeedback feedback;
    private final DemoDevelopment development;
    private final DemoIncentives incentives;
    private final DemoProgress progress;
    private final DemoProperties properties;
    private final Directory directory;
    private final PresenceLog log;
    private final LivePresence livePresence;
    private final Timelines timelines;
    private final Access access;
    private final ApplicationClock clock;

    private final Story story = new Story();
    private @Nullable Script script;
    private Instant toldUntil = Instant.EPOCH;
    private final Set<String> notBegun = new HashSet<>();
    private Instant nextLookAtPlans = Instant.EPOCH;
    private LocalDate plannedUntil = LocalDate.EPOCH;
    private long nextStep;
    private volatile @Nullable ScheduledExecutorService thread;

    DemoFloor(
            DemoOrganisation organisation,
            DemoPlans plans,
            DemoHistory history,
            DemoWork work,
            DemoQuality quality,
            DemoSurveys surveys,
            DemoCoaching coaching,
            DemoFeedback feedback,
            DemoDevelopment development,
            DemoIncentives incentives,
            DemoProgress progress,
            DemoProperties properties,
            Directory directory,
            PresenceLog log,
            LivePresence livePresence,
            Timelines timelines,
            Access access,
            ApplicationClock clock) {
        this.organisation = organisation;
        this.plans = plans;
        this.history = history;
        this.work = work;
        this.quality = quality;
        this.surveys = surveys;
        this.coaching = coaching;
        this.feedback = feedback;
        this.development = development;
        this.incentives = incentives;
        this.progress = progress;
        this.properties = properties;
        this.directory = directory;
        this.log = log;
        this.livePresence = livePresence;
        this.timelines = timelines;
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
        access.asSystem("demo", this::open);
        executor.execute(this::live);
    }

    @Override
    public void stop() {
        var executor = thread;
        thread = null;
        if (executor != null) {
            executor.shutdownNow();
            try {
                // Whoever stops the floor may take the database away next.
                executor.awaitTermination(LONGEST_STEP.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void open() {
        long started = System.nanoTime();
        var real = ApplicationClock.system().instant();
        var before = progress.toldUntil();
        // A demo that ran faster than real time goes on where it stopped.
        var ahead = before.filter(t -> t.isAfter(real));
        var now = ahead.orElse(real);
        if (ahead.isPresent() || properties.speed() != 1) {
            clock.runFrom(now, properties.speed());
        }
        organisation.settleIn();
        boolean told = quality.settleIn(now);
        if (told) {
            surveys.settleIn(now);
            incentives.settleIn(now);
            feedback.settleIn(now);
        }
        told |= coaching.settleIn(now);
        told |= development.settleIn(now);
        if (told) {
            // It told of the past with the clock standing there.
            clock.runFrom(now.plusNanos(System.nanoTime() - started), properties.speed());
        }
        work.settleIn();
        var today = LocalDate.ofInstant(now, Roster.BERLIN);
        plans.plan(today.minusDays(1), today);
        plans.keepDemoAgentOnShift(now);
        script = new Script(progress.foundedAt(now));
        int count = tellToday(before.orElse(Instant.EPOCH), now);
        toldUntil = now;
        progress.tellUntil(now);
        history.begin(script(), now, properties.historyDays());
        plannedUntil = today;
        nextStep = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BEFORE_STEPS);
        LOG.info(
                "The demo organisation is at work: {} people, {} events of today told in {} ms;"
                        + " {} days of history follow in the background",
                Roster.PEOPLE.size(),
                count,
                Duration.ofNanos(System.nanoTime() - started).toMillis(),
                history.daysLeft());
    }

    /// Tells what happened today, and in shifts that began yesterday and go on.
    ///
    /// @param before up to when it was told already
    /// @return how many events that were
    private int tellToday(Instant before, Instant now) {
        var today = LocalDate.ofInstant(now, Roster.BERLIN);
        var events = new ArrayList<PresenceEvent>();
        var standing = new ArrayList<StatusChanged>();
        plans.plans(today.minusDays(1), today)
                .forEach((person, days) -> {
                    for (var plan : days) {
                        boolean goesOn = !Script.isOver(plan.activities(), now);
                        if (goesOn || plan.date().equals(LocalDate.ofInstant(now, person.zone()))) {
                            var day = script().of(person, plan.date(), plan.activities());
                            day.stream()
                                    .filter(event -> !event.time().isAfter(now))
                                    .filter(event -> event.time().isAfter(before))
                                    .forEach(events::add);
                            if (goesOn) {
                                last(day, now).ifPresent(standing::add);
                            }
                        }
                    }
                });
        events.sort(DayScript.ORDER);
        if (!events.isEmpty()) {
            var first = events.getFirst().time().minus(Duration.ofMinutes(10));
            events.addAll(script().beats(first.isBefore(before) ? before : first, now));
            events.sort(DayScript.ORDER);
        }
        append(events);
        append(
                standing.stream()
                        .filter(status -> !isLeftAlone(status.subject(), now) && !isSo(status))
                        .map(status -> repeated(status, now))
                        .toList());
        return events.size();
    }

    /// How somebody last said they stand.
    private static Optional<StatusChanged> last(List<PresenceEvent> day, Instant now) {
        return day.reversed().stream()
                .filter(event -> !event.time().isAfter(now))
                .filter(StatusChanged.class::isInstance)
                .map(StatusChanged.class::cast)
                .findFirst();
    }

    /// Whether the floor shows what somebody said; a plan that was made anew may have had them say
    /// something else at another time.
    private boolean isSo(StatusChanged status) {
        return directory
                .agent(status.subject())
                .flatMap(agent -> livePresence.of(agent.id()))
                .filter(now ->
                        now.state().base() == Base.UNKNOWN
                                || DemoHistory.isAlike(now.state(), status.state()))
                .isPresent();
    }

    private static PresenceEvent repeated(StatusChanged status, Instant now) {
        return new StatusChanged(
                status.source(),
                "standing-" + status.subject() + "-" + now.getEpochSecond(),
                status.subject(),
                now,
                null,
                status.state(),
                null);
    }

    private void live() {
        var executor = thread;
        if (executor == null) {
            return;
        }
        try {
            access.asSystem("demo", this::liveUntilNow);
        } catch (RuntimeException e) {
            LOG.warn("The demo lost a moment and tells it again", e);
            nextLookAtPlans = Instant.EPOCH;
        }
        if (!executor.isShutdown()) {
            executor.schedule(this::live, pause(), TimeUnit.MILLISECONDS);
        }
    }

    private long pause() {
        var now = clock.instant();
        var next = story.next().orElse(nextLookAtPlans);
        var soonest = next.isBefore(nextLookAtPlans) ? next : nextLookAtPlans;
        long wait = Math.min(clock.realTimeUntil(soonest).toMillis(), LONGEST_WAIT);
        return Math.max(Math.min(wait, leisure(now)), SHORTEST_WAIT);
    }

    /// How long everything but the floor can wait, in milliseconds of real time.
    private long leisure(Instant now) {
        return isPlannedAhead(now) && history.isDone()
                ? LONGEST_WAIT
                : Math.max(0, TimeUnit.NANOSECONDS.toMillis(nextStep - System.nanoTime()));
    }

    private boolean isPlannedAhead(Instant now) {
        return !plannedUntil.isBefore(lastAhead(now));
    }

    private static LocalDate lastAhead(Instant now) {
        return LocalDate.ofInstant(now, Roster.BERLIN).plusDays(DAYS_AHEAD);
    }

    private void liveUntilNow() {
        var now = clock.instant();
        if (!now.isBefore(nextLookAtPlans)) {
            writeStory(now);
            nextLookAtPlans = now.plus(BETWEEN_LOOKS_AT_PLANS);
        }
        tell(now);
        work.live(now);
        if (leisure(now) == 0) {
            long began = System.nanoTime();
            try {
                step(now);
            } finally {
                long end = System.nanoTime();
                nextStep =
                        end + Math.max(end - began, TimeUnit.MILLISECONDS.toNanos(SHORTEST_REST));
            }
        }
    }

    /// The days to come first: they are few, and one message tells each person of them.
    private void step(Instant now) {
        if (isPlannedAhead(now)) {
            history.step();
        } else {
            var last = lastAhead(now);
            plans.plan(plannedUntil.plusDays(1), last);
            plannedUntil = last;
            coaching.planAhead(now);
        }
    }

    /// Takes in what was planned anew since the last look, too.
    private void writeStory(Instant now) {
        var today = LocalDate.ofInstant(now, Roster.BERLIN);
        var events = new ArrayList<>(script().beats(toldUntil, now.plus(BETWEEN_LOOKS_AT_PLANS)));
        plans.plans(today.minusDays(1), today.plusDays(1))
                .forEach((person, days) ->
                        days.forEach(plan ->
                                events.addAll(
                                        script().of(person, plan.date(), plan.activities()))));
        events.removeIf(event -> !event.time().isAfter(toldUntil));
        story.rewrite(events);
    }

    private void tell(Instant until) {
        append(
                story.until(until).stream()
                        .filter(this::isScripted)
                        .filter(this::isToldNow)
                        .toList());
        toldUntil = until;
        progress.tellUntil(until);
    }

    private void append(List<PresenceEvent> events) {
        for (int i = 0; i < events.size(); i += EVENTS_A_BATCH) {
            var batch = events.subList(i, Math.min(events.size(), i + EVENTS_A_BATCH));
            log.append(batch, DemoPlans.DEMO, Scope.everyone());
        }
    }

    /// A call that was begun before somebody took over ends all the same.
    private boolean isToldNow(PresenceEvent event) {
        return event instanceof WorkEnded || !isLeftAlone(Story.subject(event), event.time());
    }

    /// Whether an event is the script's to tell. While the floor lives, items are handled as they
    /// come, and of the script's own only those that were begun before are ended.
    private boolean isScripted(PresenceEvent event) {
        return switch (event) {
            case WorkStarted started when DemoWork.tells(Roster.person(started.subject())) -> {
                notBegun.add(started.workItem());
                yield false;
            }
            case WorkEnded ended -> !notBegun.remove(ended.workItem());
            default -> true;
        };
    }

    /// Whoever last set their status by hand, or works on items by hand, plays themselves.
    private boolean isLeftAlone(String externalId, Instant at) {
        return directory
                .agent(externalId)
                .filter(agent -> work.isPlayed(agent) || isSetByHand(agent, at))
                .isPresent();
    }

    private boolean isSetByHand(Agent agent, Instant at) {
        var source = livePresence.of(agent.id()).map(LivePresence.Now::source);
        if (source.isEmpty() || source.get().startsWith(SOURCES)) {
            return false;
        }
        // What work makes of a status says nothing of who set it.
        return timelines.of(agent.id(), TimeSpan.of(at.minus(HANDS_OFF), at)).stream()
                .filter(segment ->
                        !segment.automatic() && segment.start().plus(HANDS_OFF).isAfter(at))
                .reduce((_, later) -> later)
                .map(PresenceSegment::source)
                .filter(by -> !by.startsWith(SOURCES))
                .isPresent();
    }

    private Script script() {
        return Objects.requireNonNull(script, "The demo has not begun");
    }
}
