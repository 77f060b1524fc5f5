package dev.rollcall.demo;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Timelines;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Tells the days before today while the floor already lives: the newest day first, in small steps,
/// through the same door as every telephone system, as somebody does who brings the log of an older
/// one along.
///
/// What has been told is remembered by days, and found out by looking within the day that was
/// interrupted; what is told twice counts once. Days a person took into their own hands, by status
/// or by plan, are left as they are. Only the floor's thread calls this.
@Component
@Profile("demo")
class DemoHistory {

    private static final Logger LOG = LoggerFactory.getLogger(DemoHistory.class);

    /// So many events at most in one step: whoever waits behind it waits for a fraction of a
    /// second.
    private static final int EVENTS_A_STEP = 300;

    private static final Duration NEARLY = Duration.ofMinutes(10);
    private static final int DAYS_A_LINE = 7;

    private final DemoPlans plans;
    private final DemoProgress progress;
    private final PresenceLog log;
    private final Timelines timelines;
    private final HistoryProgress told;

    private final Deque<LocalDate> days = new ArrayDeque<>();
    private final Deque<List<PresenceEvent>> steps = new ArrayDeque<>();
    private Instant until = Instant.EPOCH;
    private long started;
    private @Nullable Script script;

    DemoHistory(
            DemoPlans plans,
            DemoProgress progress,
            PresenceLog log,
            Timelines timelines,
            HistoryProgress told) {
        this.told = told;
        this.plans = plans;
        this.progress = progress;
        this.log = log;
        this.timelines = timelines;
    }

    /// Looks which days are to be told.
    ///
    /// @param until when the floor began to live; from there on it tells itself
    /// @param howMany days before the current one
    void begin(Script script, Instant until, int howMany) {
        this.script = script;
        this.until = until;
        this.started = System.nanoTime();
        days.clear();
        steps.clear();
        var known = progress.daysTold();
        // Nobody's date is ahead of the eastern zone's.
        var newest = LocalDate.ofInstant(until, Roster.BERLIN);
        for (int back = 0; back <= howMany; back++) {
            var day = newest.minusDays(back);
            if (!known.contains(day)) {
                days.add(day);
            }
        }
        told.is(howMany + 1 - days.size(), howMany + 1);
    }

    boolean isDone() {
        return days.isEmpty();
    }

    int daysLeft() {
        return days.size();
    }

    /// Does the next small piece of work.
    void step() {
        var day = days.peek();
        if (day == null) {
            return;
        }
        if (steps.isEmpty()) {
            prepare(day);
        } else {
            log.append(steps.getFirst(), DemoPlans.DEMO, Scope.everyone());
            steps.removeFirst();
        }
        if (steps.isEmpty()) {
            finish(day);
        }
    }

    private void finish(LocalDate day) {
        if (!endOf(day).isAfter(until)) {
            progress.told(day);
        }
        days.remove();
        int all = told.told().of();
        int done = all - days.size();
        told.is(done, all);
        if (days.isEmpty() || done % DAYS_A_LINE == 0) {
            LOG.info(
                    "The demo's history reaches back to {}: {} of {} days, {} s so far",
                    day,
                    done,
                    all,
                    Duration.ofNanos(System.nanoTime() - started).toSeconds());
        }
    }

    /// Later than the end of every shift of a date in every zone.
    private static Instant endOf(LocalDate day) {
        return day.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void prepare(LocalDate day) {
        plans.plan(day, day);
        var planned = plans.plans(day, day);
        var done = timelines(planned, day);
        var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        // The signs of life first: a person's event without them would look like a silence.
        add(script().beats(start.minusNanos(1), until.isBefore(end) ? until : end.minusNanos(1)));
        for (var person : Roster.PEOPLE) {
            for (var plan : planned.getOrDefault(person, List.of())) {
                var segments = done.getOrDefault(plan.agent(), List.of());
                var events =
                        script().of(person, day, plan.activities()).stream()
                                .filter(event -> !event.time().isAfter(until))
                                .toList();
                if (!events.isEmpty()
                        && !isLeftAlone(plan, segments)
                        && !isTold(events, segments)) {
                    add(events);
                }
            }
        }
    }

    /// Puts somebody's events behind the others, in the last step while there is room in it.
    private void add(List<PresenceEvent> events) {
        for (int from = 0; from < events.size(); from += EVENTS_A_STEP) {
            var some = events.subList(from, Math.min(events.size(), from + EVENTS_A_STEP));
            var last = steps.peekLast();
            if (last == null || last.size() + some.size() > EVENTS_A_STEP) {
                last = new ArrayList<>();
                steps.add(last);
            }
            last.addAll(some);
        }
    }

    private Map<AgentId, List<PresenceSegment>> timelines(
            Map<Person, List<DayPlan>> planned, LocalDate day) {
        var agents = new ArrayList<AgentId>();
        planned.values().forEach(days -> days.forEach(plan -> agents.add(plan.agent())));
        var span =
                TimeSpan.of(day.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), endOf(day));
        return new HashMap<>(timelines.of(agents, span));
    }

    /// Whether somebody took the day into their own hands.
    private static boolean isLeftAlone(DayPlan plan, List<PresenceSegment> segments) {
        if (!plan.changedBy().equals(DemoPlans.DEMO.name())) {
            return true;
        }
        var shift = Script.span(plan.activities());
        return segments.stream()
                .filter(segment -> shift.contains(segment.start()))
                .map(PresenceSegment::source)
                .filter(Objects::nonNull)
                .anyMatch(source -> !source.startsWith(DemoFloor.SOURCES));
    }

    /// Whether the day's last word is there already.
    private static boolean isTold(List<PresenceEvent> events, List<PresenceSegment> segments) {
        var last =
                events.reversed().stream()
                        .filter(StatusChanged.class::isInstance)
                        .map(StatusChanged.class::cast)
                        .findFirst();
        return last.isPresent()
                && segments.stream()
                        .filter(segment -> isAlike(segment.state(), last.get().state()))
                        .anyMatch(segment ->
                                Duration.between(segment.start(), last.get().time())
                                                .abs()
                                                .compareTo(NEARLY)
                                        <= 0);
    }

    /// Whether a timeline that shows one says what a status of the other does.
    static boolean isAlike(PresenceState shown, PresenceState set) {
        return shown.equals(set) || (shown.base() == Base.ACTIVE && set.base() == Base.AVAILABLE);
    }

    private Script script() {
        return Objects.requireNonNull(script, "The history has not begun");
    }
}
