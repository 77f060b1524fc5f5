package dev.rollcall.bench;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.ReasonDraft;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Tracking;
import dev.rollcall.presence.TrackingForm;
import dev.rollcall.schedule.ScheduleImport;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.NewToken;
import dev.rollcall.security.NewUser;
import dev.rollcall.security.Role;
import dev.rollcall.security.TokenScope;
import dev.rollcall.security.Tokens;
import dev.rollcall.security.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Many people in one unit, planned to work right now wherever and whenever the benchmark runs: in
/// their zone it is about four in the afternoon.
final class Workforce {

    private static final Actor BY = Actor.system("bench");
    private static final String UNIT = "floor";
    private static final int BATCH = 1_000;
    private static final int SHIFT_FROM = 8;
    private static final int NOW_IS = 16;
    private static final List<String> ENTRIES =
            List.of(
                    "WORK,08:00,09:30",
                    "BREAK,09:30,09:45",
                    "WORK,09:45,11:30",
                    "LUNCH,11:30,12:15",
                    "WORK,12:15,13:30",
                    "MEETING,13:30,14:00",
                    "WORK,14:00,15:00",
                    "BREAK,15:00,15:15",
                    "WORK,15:15,19:00",
                    "BACK_OFFICE,19:00,20:00");

    /// Each differs from the one before it, so that every event begins a segment.
    private static final List<String> DEEDS =
            List.of("AVAILABLE", "ACTIVE", "AVAILABLE", "ACTIVE", "UNAVAILABLE/BREAK");

    private final ProductInside product;
    private final ZoneId zone;
    private final Instant shiftStart;
    private final LocalDate today;

    private Workforce(ProductInside product, Instant now) {
        this.product = product;
        int hour = now.atOffset(ZoneOffset.UTC).getHour();
        // Zones end at twelve hours behind and at fourteen ahead: there it is still yesterday.
        int ahead = NOW_IS - hour > 12 ? NOW_IS - hour - 24 : NOW_IS - hour;
        this.zone = ZoneId.of("Etc/GMT" + (ahead > 0 ? "-" : "+") + Math.abs(Math.max(ahead, -12)));
        var local = LocalDateTime.ofInstant(now, zone);
        this.today = local.toLocalDate();
        this.shiftStart = today.atTime(SHIFT_FROM, 0).atZone(zone).toInstant();
    }

    /// A unit without people.
    static Workforce in(ProductInside product) {
        var all = new Workforce(product, Instant.now());
        product.get(Register.class)
                .putUnit(
                        UNIT,
                        new UnitDraft("Floor", all.zone.getId(), null, null),
                        null,
                        Scope.everyone(),
                        BY);
        return all;
    }

    /// Adds people `PREFIX-0` and so on, each with a plan of ten entries for today.
    Workforce hire(String prefix, int people) {
        var register = product.get(Register.class);
        var plan = new StringBuilder(ScheduleImport.HEADER).append('\n');
        for (int i = 0; i < people; i++) {
            var name = name(prefix, i);
            var draft = new AgentDraft("Person " + name, null, UNIT, null, null, null, null);
            register.putAgent(name, draft, null, Scope.everyone(), BY);
            for (var entry : ENTRIES) {
                var parts = entry.split(",", 2);
                plan.append("%s,%s,%s,%s%n".formatted(name, today, parts[0], parts[1]));
            }
        }
        plan(plan.toString());
        return this;
    }

    /// Adds people who have worked as planned on so many days up to yesterday, changing their
    /// status so often a day, and have clocked out since.
    void hireWithPast(String prefix, int people, int days, int deeds) {
        hire(prefix, people);
        for (int ago = 1; ago <= days; ago++) {
            var date = today.minusDays(ago);
            var plan = new StringBuilder(ScheduleImport.HEADER).append('\n');
            var events = new ArrayList<PresenceEvent>();
            for (int i = 0; i < people; i++) {
                for (var entry : ENTRIES) {
                    plan.append("%s,%s,%s%n".formatted(name(prefix, i), date, entry));
                }
                for (int number = 0; number <= deeds; number++) {
                    var deed = deed("/day-" + ago, prefix, i, number, deeds);
                    events.add(number < deeds ? onDay(deed, ago) : clockedOut(onDay(deed, ago)));
                }
            }
            plan(plan.toString());
            for (int from = 0; from < events.size(); from += BATCH) {
                append(events.subList(from, Math.min(events.size(), from + BATCH)));
            }
        }
    }

    private static StatusChanged onDay(StatusChanged deed, int ago) {
        return new StatusChanged(
                deed.source(),
                deed.id(),
                deed.subject(),
                deed.time().minus(Duration.ofDays(ago)),
                null,
                deed.state(),
                null);
    }

    private static StatusChanged clockedOut(StatusChanged deed) {
        return new StatusChanged(
                deed.source(),
                deed.id(),
                deed.subject(),
                deed.time(),
                null,
                PresenceState.AWAY,
                null);
    }

    private void plan(String csv) {
        asSystem(() ->
                product.get(ScheduleImport.class)
                        .importCsv(csv, false, false, Scope.everyone(), BY));
    }

    /// The day it is for them.
    LocalDate today() {
        return today;
    }

    static String name(String prefix, int person) {
        return prefix + "-" + person;
    }

    /// When the shift began: a while ago, on a whole hour.
    Instant shiftStart() {
        return shiftStart;
    }

    /// The nth thing somebody does in a shift in which they do so many; in the past.
    StatusChanged deed(String source, String prefix, int person, int number, int ofSoMany) {
        var length = Duration.ofHours(NOW_IS - SHIFT_FROM).minusMinutes(10);
        var at =
                shiftStart
                        .plus(length.multipliedBy(number).dividedBy(ofSoMany))
                        .plusMillis(person)
                        .truncatedTo(ChronoUnit.MILLIS);
        return new StatusChanged(
                source,
                prefix + "-" + person + "-" + number,
                name(prefix, person),
                at,
                null,
                PresenceState.parse(DEEDS.get(number % DEEDS.size())),
                null);
    }

    /// Appends through the public service.
    ///
    /// @return how many of them were new
    int append(List<PresenceEvent> events) {
        var results =
                product.get(Access.class)
                        .asSystem(
                                "bench",
                                () ->
                                        product.get(PresenceLog.class)
                                                .append(events, BY, Scope.everyone()));
        return accepted(results);
    }

    private static int accepted(List<EventResult> results) {
        int accepted = 0;
        for (var result : results) {
            if (result.outcome() == Outcome.REJECTED) {
                throw new IllegalStateException("Rejected: " + result);
            }
            accepted += result.outcome() == Outcome.ACCEPTED ? 1 : 0;
        }
        return accepted;
    }

    /// Somebody who may look at everybody's board.
    void supervisor(String email, String password) {
        user(email, password, null, Role.SUPERVISOR);
    }

    /// Somebody who signs in.
    ///
    /// @param person whom of the people they are; null: none
    void user(String email, String password, @Nullable String person, String role) {
        asSystem(() -> {
            var agent =
                    person == null
                            ? null
                            : product.get(Directory.class).agent(person).orElseThrow().id();
            product.get(Users.class)
                    .create(
                            new NewUser(
                                    email,
                                    "Grace",
                                    password,
                                    agent,
                                    Set.of(Assignment.everywhere(role))));
        });
    }

    /// Has one of the people clock in and out here, as those who are tracked do.
    void track(String person) {
        var draft = new AgentDraft("Person " + person, null, UNIT, null, null, null, true);
        product.get(Register.class).putAgent(person, draft, null, Scope.everyone(), BY);
        asSystem(() -> {
            var tracking = product.get(Tracking.class);
            var policy = tracking.policy();
            tracking.save(
                    new TrackingForm(
                            true,
                            policy.groups(),
                            policy.clockOutWhileWorking(),
                            policy.forgottenAfter(),
                            policy.autoClockOut(),
                            product.get(Reasons.class).everyReason().stream()
                                    .map(ReasonDraft::of)
                                    .toList()),
                    policy.version());
        });
    }

    /// A token that may do everything.
    String token() {
        return product.get(Access.class)
                .asSystem(
                        "bench",
                        () ->
                                product.get(Tokens.class)
                                        .create(
                                                new NewToken(
                                                        "Bench",
                                                        EnumSet.allOf(TokenScope.class),
                                                        null,
                                                        null))
                                        .text());
    }

    private void asSystem(Runnable work) {
        product.get(Access.class).asSystem("bench", work);
    }
}
