package dev.rollcall.support;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.ReasonDraft;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Tracking;
import dev.rollcall.presence.TrackingForm;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// Sets up people, plans and what they did by walking the real road, so that nothing impossible can
/// be set up:
///
/// ```java
/// var dana = floor.agent("dana").onShift("WORK 08:00-16:00", "LUNCH 12:00-12:30").at("12:00", "UNAVAILABLE/LUNCH");
/// ```
///
/// Times are local to the unit's zone, on [FreshStart]'s day unless a date is given.
@Component
public class Floor {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Actor TEST = Actor.system("test");
    private static final String UNIT = "care";

    private final Register register;
    private final Directory directory;
    private final Schedules schedules;
    private final PresenceLog log;
    private final Tracking tracking;
    private final Reasons reasons;
    private final Access access;
    private final AtomicLong counter = new AtomicLong();

    Floor(
            Register register,
            Directory directory,
            Schedules schedules,
            PresenceLog log,
            Tracking tracking,
            Reasons reasons,
            Access access) {
        this.register = register;
        this.directory = directory;
        this.schedules = schedules;
        this.log = log;
        this.tracking = tracking;
        this.reasons = reasons;
        this.access = access;
    }

    /// Switches tracking on: whoever is hired on this floor clocks in and out.
    public void track() {
        track(false);
    }

    /// @param clockOutWhileWorking whether they may leave work in progress
    public void track(boolean clockOutWhileWorking) {
        track(true, clockOutWhileWorking);
    }

    public void untrack() {
        track(false, false);
    }

    /// Says how long a reason should last at most.
    public void limit(String code, Duration limit) {
        var drafts =
                reasons.everyReason().stream()
                        .map(ReasonDraft::of)
                        .map(draft -> draft.code().equals(code) ? draft.withLimit(limit) : draft)
                        .toList();
        var policy = tracking.policy();
        save(policy.enabled(), policy.clockOutWhileWorking(), drafts);
    }

    private void track(boolean enabled, boolean clockOutWhileWorking) {
        var drafts = reasons.everyReason().stream().map(ReasonDraft::of).toList();
        save(enabled, clockOutWhileWorking, drafts);
    }

    private void save(boolean enabled, boolean clockOutWhileWorking, List<ReasonDraft> drafts) {
        var form =
                new TrackingForm(
                        enabled,
                        Set.of(),
                        clockOutWhileWorking,
                        tracking.policy().forgottenAfter(),
                        tracking.policy().autoClockOut(),
                        drafts);
        access.asSystem("test", () -> tracking.save(form, tracking.policy().version()));
    }

    /// A unit in a zone.
    public Unit unit(String code, String zone) {
        return register.putUnit(
                code, new UnitDraft(code, zone, null, null), null, Scope.everyone(), TEST);
    }

    /// Somebody in the unit "care", which is in UTC.
    public Worker agent(String externalId) {
        if (directory.unit(UNIT).isEmpty()) {
            unit(UNIT, "UTC");
        }
        return agent(externalId, UNIT);
    }

    /// Somebody in a unit that is there.
    public Worker agent(String externalId, String unit) {
        var draft = new AgentDraft(externalId, null, unit, null, null, null, true);
        return new Worker(register.putAgent(externalId, draft, null, Scope.everyone(), TEST));
    }

    /// Somebody who is here already.
    public Worker of(Agent agent) {
        return new Worker(agent);
    }

    /// Somebody who has plans and does things.
    public final class Worker {
        private final Agent agent;

        private Worker(Agent agent) {
            this.agent = agent;
        }

        public Agent agent() {
            return agent;
        }

        /// Today's plan: `ACTIVITY HH:MM-HH:MM`; an end at or before its start is on the next day.
        public Worker onShift(String... entries) {
            return onShift(TODAY, entries);
        }

        public Worker onShift(LocalDate date, String... entries) {
            var activities = new ArrayList<PlannedActivity>();
            for (var entry : entries) {
                var parts = entry.split("[ -]");
                var start = LocalTime.parse(parts[1]);
                var end = LocalTime.parse(parts[2]);
                activities.add(
                        new PlannedActivity(
                                parts[0],
                                TimeSpan.of(
                                        instant(date.atTime(start)),
                                        instant(
                                                end.isAfter(start)
                                                        ? date.atTime(end)
                                                        : date.plusDays(1).atTime(end)))));
            }
            access.asSystem(
                    "test",
                    () -> schedules.replace(agent.id(), date, activities, null, null, TEST));
            return this;
        }

        /// From a local time of today on they are in a presence, as their telephone system says.
        public Worker at(String time, String presence) {
            return at(TODAY, time, presence);
        }

        public Worker at(LocalDate date, String time, String presence) {
            return reports(
                    new StatusChanged(
                            "/telephony",
                            nextId(),
                            agent.externalId(),
                            instant(date.atTime(LocalTime.parse(time))),
                            null,
                            PresenceState.parse(presence),
                            null));
        }

        public Worker startsCall(String time, String item) {
            return reports(
                    new WorkStarted(
                            "/telephony",
                            nextId(),
                            agent.externalId(),
                            instant(TODAY.atTime(LocalTime.parse(time))),
                            null,
                            item,
                            Channel.CALL,
                            null));
        }

        public Worker endsCall(String time, String item) {
            return reports(
                    new WorkEnded(
                            "/telephony",
                            nextId(),
                            agent.externalId(),
                            instant(TODAY.atTime(LocalTime.parse(time))),
                            null,
                            item,
                            Channel.CALL,
                            null));
        }

        private Worker reports(PresenceEvent event) {
            var result =
                    access.asSystem(
                                    "test",
                                    () -> log.append(List.of(event), TEST, Scope.everyone()))
                            .getFirst();
            if (result.outcome() != EventResult.Outcome.ACCEPTED) {
                throw new IllegalStateException("The floor's event was not accepted: " + result);
            }
            return this;
        }

        private String nextId() {
            return "floor-" + counter.incrementAndGet();
        }

        private Instant instant(LocalDateTime local) {
            ZoneId zone = agent.zone();
            return local.atZone(zone).toInstant();
        }
    }
}
