package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.schedule.Shifts;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// Days that nobody ended. Whoever forgot to clock out is shown the day when they clock in next,
/// with the last sign of life as the proposed end; where the settings say so they are clocked out
/// there by themselves. Either way the event says what it is, and the day can be corrected.
@Service
public class ForgottenClockOuts {

    /// The source of clock-outs that nobody made.
    public static final String AUTOMATIC = LogEntry.AUTOMATIC;

    /// The source of clock-outs that were proposed and confirmed.
    public static final String CONFIRMED = LogEntry.OWN_SOURCES + "forgotten";

    /// Longer ago, nobody remembers when they left.
    private static final Duration FURTHEST_BACK = Duration.ofDays(7);

    /// Comes after whatever else happened at the instant of the last sign.
    private static final long LAST = Long.MAX_VALUE;

    private static final Sentence WHEN =
            new Sentence(
                    "presence.clockIn.leftWhen",
                    "You left between clocking in and now.",
                    List.of());
    private static final Sentence WHY =
            new Sentence(
                    "presence.clockIn.leftWhy", "Say in a few words what happened.", List.of());

    private final Timelines timelines;
    private final EventStore events;
    private final Ingest ingest;
    private final LivePresence live;
    private final Tracking tracking;
    private final Directory directory;
    private final Schedules schedules;
    private final Activities activities;
    private final ClockOutClaims claims;
    private final Access access;
    private final ApplicationClock clock;

    ForgottenClockOuts(
            Timelines timelines,
            EventStore events,
            Ingest ingest,
            LivePresence live,
            Tracking tracking,
            Directory directory,
            Schedules schedules,
            Activities activities,
            ClockOutClaims claims,
            Access access,
            ApplicationClock clock) {
        this.timelines = timelines;
        this.events = events;
        this.ingest = ingest;
        this.live = live;
        this.tracking = tracking;
        this.directory = directory;
        this.schedules = schedules;
        this.activities = activities;
        this.claims = claims;
        this.access = access;
        this.clock = clock;
    }

    /// A day somebody forgot to end.
    ///
    /// @param clockedIn when it began
    /// @param lastSign the last sign of life in it, and the proposed end
    /// @param automatic whether they were clocked out there already, by themselves
    public record OpenDay(Instant clockedIn, Instant lastSign, boolean automatic) {}

    /// The viewer's own day that they forgot to end: still open, or ended for them since they were
    /// last clocked in.
    @Requires(Permission.PRESENCE_OWN)
    public Optional<OpenDay> own() {
        return access.viewer().agent().flatMap(directory::agent).flatMap(this::of);
    }

    /// Ends the viewer's own forgotten day at its last sign of life. When they say they left at
    /// another time that becomes a correction to be decided by somebody else: until then the
    /// proposal counts.
    ///
    /// @param left when they say they left; the same as the proposal: they agree
    /// @param reason why it is another time; empty when they agree
    /// @throws InvalidInput naming the bad field, with nothing done
    @Requires(Permission.PRESENCE_OWN)
    public void end(OpenDay day, Instant left, String reason) {
        var person =
                access.viewer()
                        .agent()
                        .flatMap(directory::agent)
                        .orElseThrow(
                                () -> new AccessDeniedException("Only agents have days to end"));
        boolean agrees = left.equals(day.lastSign());
        var found = new InvalidInput.Collector();
        found.check(left.isAfter(day.clockedIn()) && !left.isAfter(clock.instant()), "/left", WHEN);
        found.check(agrees || !reason.isBlank(), "/reason", WHY);
        found.throwIfAny();
        if (!day.automatic() && of(person).filter(day::equals).isPresent()) {
            clockOut(person, CONFIRMED, day, access.viewer().actor());
        }
        if (!agrees) {
            boolean stayed = left.isAfter(day.lastSign());
            claims.claim(
                    stayed ? TimeSpan.of(day.lastSign(), left) : TimeSpan.of(left, day.lastSign()),
                    stayed ? PresenceState.AVAILABLE : PresenceState.AWAY,
                    reason);
        }
    }

    /// Clocks everybody out who forgot, where the settings say so. However often and wherever this
    /// runs, a day is ended once.
    void endForgotten() {
        var policy = tracking.policy();
        if (!policy.enabled() || !policy.autoClockOut()) {
            return;
        }
        var longAgo = clock.instant().minus(policy.forgottenAfter());
        for (var now : live.all().values()) {
            // A state that began a moment ago is a sign of life; a feed that died is none.
            boolean perhaps =
                    now.state().base() != Base.AWAY
                            && now.state().base() != Base.UNKNOWN
                            && !now.since().isAfter(longAgo);
            if (perhaps) {
                directory
                        .agent(now.agent())
                        .filter(policy::tracks)
                        .ifPresent(person ->
                                of(person)
                                        .ifPresent(day ->
                                                clockOut(
                                                        person,
                                                        AUTOMATIC,
                                                        day,
                                                        Actor.system("clock-out-rule"))));
            }
        }
    }

    private void clockOut(Agent person, String source, OpenDay day, Actor by) {
        var now = clock.instant();
        var status =
                new StatusChanged(
                        source,
                        person.externalId() + "/" + day.lastSign(),
                        person.externalId(),
                        day.lastSign(),
                        LAST,
                        PresenceState.AWAY,
                        null);
        var entry = new LogEntry(status, person.id(), null, now, false, by);
        ingest.take(List.of(Submission.good(entry)), now);
    }

    // ------------------------------------------------------------------ finding it

    private Optional<OpenDay> of(Agent person) {
        var now = clock.instant();
        var segments =
                timelines.of(person.id(), TimeSpan.of(now.minus(FURTHEST_BACK), now)).stream()
                        .filter(segment -> !segment.start().isAfter(now))
                        .toList();
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        var last = segments.getLast();
        boolean away = last.state().base() == Base.AWAY;
        if (away && AUTOMATIC.equals(last.source())) {
            return clockedIn(segments.subList(0, segments.size() - 1))
                    .map(start -> new OpenDay(start, last.start(), true));
        }
        return away
                ? Optional.empty()
                : clockedIn(segments).flatMap(start -> stillOpen(person, start, now));
    }

    /// Where the stay that lasts at the end of some segments began. A silence does not end one.
    private static Optional<Instant> clockedIn(List<PresenceSegment> segments) {
        Instant start = null;
        for (var segment : segments.reversed()) {
            if (segment.state().base() == Base.AWAY) {
                break;
            }
            start = segment.start();
        }
        return Optional.ofNullable(start);
    }

    private Optional<OpenDay> stillOpen(Agent person, Instant clockedIn, Instant now) {
        var signs =
                events.happenings(person.id(), clockedIn.minusNanos(1_000), now).stream()
                        .filter(happening -> !happening.isCorrection())
                        .map(Happening::time)
                        .toList();
        return LastSign.beforeSilence(
                        signs, due(person, clockedIn), tracking.policy().forgottenAfter(), now)
                .map(sign -> new OpenDay(clockedIn, sign, false));
    }

    /// The end of the shift they clocked in to, else of the day.
    private Instant due(Agent person, Instant clockedIn) {
        var date = LocalDate.ofInstant(clockedIn, person.zone());
        return schedules
                .plans(List.of(person.id()), date.minusDays(1), date.plusDays(1))
                .getOrDefault(person.id(), List.<DayPlan>of())
                .stream()
                .flatMap(plan ->
                        Shifts.of(plan, activities::categoryOf, activities::needsPresence).stream())
                .filter(shift -> shift.end().isAfter(clockedIn))
                .filter(shift -> shift.start().isBefore(clockedIn.plus(Duration.ofHours(12))))
                .map(TimeSpan::end)
                .findFirst()
                .orElseGet(() -> new DayPeriod(date, person.zone()).end());
    }
}
