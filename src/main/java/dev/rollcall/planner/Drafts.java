package dev.rollcall.planner;

import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What planners make of days before anybody else sees it. There is one draft of a day, which all
/// planners of the person share; it is gone when it says what is published.
@Service
public class Drafts {

    /// How many days one edit may touch.
    public static final int MOST_DAYS = 5_000;

    /// How many days a roster may span.
    public static final int LONGEST = 62;

    private final DraftTable table;
    private final Schedules schedules;
    private final TermsTable terms;
    private final Directory directory;
    private final Access access;
    private final Retries retries;
    private final ApplicationClock clock;
    private final ApplicationEventPublisher events;

    Drafts(
            DraftTable table,
            Schedules schedules,
            TermsTable terms,
            Directory directory,
            Access access,
            Retries retries,
            ApplicationClock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.schedules = schedules;
        this.terms = terms;
        this.directory = directory;
        this.access = access;
        this.retries = retries;
        this.clock = clock;
        this.events = events;
    }

    // ------------------------------------------------------------------ reading

    /// The days of the people whose home is a unit, or one below it, and whom the caller may plan.
    ///
    /// @throws NotFound when the unit is out of the caller's sight
    /// @throws InvalidInput for more than [#LONGEST] days
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public Roster roster(UnitId unit, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.plusDays(LONGEST).isBefore(to)) {
            throw InvalidInput.of("/to", "A roster has 1 to " + LONGEST + " days.");
        }
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        var units = directory.withDescendants(unit);
        var people =
                directory.agents(scope).stream()
                        .filter(agent -> units.contains(agent.unit()))
                        .toList();
        if (people.isEmpty() && !scope.includes(unit)) {
            throw new NotFound("unit", "" + unit.value());
        }
        return roster(people, from, to);
    }

    private Roster roster(List<Agent> people, LocalDate from, LocalDate to) {
        var first = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(1);
        var last = to.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusDays(1);
        var ids = people.stream().map(Agent::id).toList();
        return new Roster(people, from, to, read(ids, first, last), terms.of(ids, from));
    }

    /// Days as they are now.
    ///
    /// @throws NotFound when somebody is not among those the caller may plan
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public List<RosterDay> days(Collection<DayKey> keys) {
        insistOnScope(keys);
        return now(keys);
    }

    private List<RosterDay> now(Collection<DayKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var agents = keys.stream().map(DayKey::agent).distinct().toList();
        var dates = keys.stream().map(DayKey::date).sorted().toList();
        var all = read(agents, dates.getFirst(), dates.getLast());
        return keys.stream().distinct().map(key -> Objects.requireNonNull(all.get(key))).toList();
    }

    private Map<DayKey, RosterDay> read(List<AgentId> agents, LocalDate from, LocalDate to) {
        var drafts = table.rows(agents, from, to);
        var versions = schedules.versions(agents, from, to);
        var published = new HashMap<DayKey, DayPlan>();
        schedules
                .plans(agents, from, to)
                .forEach((agent, plans) ->
                        plans.forEach(plan -> published.put(new DayKey(agent, plan.date()), plan)));
        var days = new HashMap<DayKey, RosterDay>();
        for (var agent : agents) {
            var ofAgent = versions.getOrDefault(agent, Map.of());
            for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
                var key = new DayKey(agent, date);
                var plan = published.get(key);
                var entries = plan == null ? List.<PlannedActivity>of() : plan.activities();
                days.put(key, day(key, entries, ofAgent.getOrDefault(date, 0), drafts.get(key)));
            }
        }
        return days;
    }

    private static RosterDay day(
            DayKey key,
            List<PlannedActivity> published,
            int version,
            DraftTable.@Nullable Row row) {
        var seen = new Seen(version, row == null ? 0 : row.revision());
        return row == null || !row.isOpen()
                ? new RosterDay(key, published, published, seen, null)
                : new RosterDay(
                        key,
                        row.entries(),
                        published,
                        seen,
                        new RosterDay.Draft(row.baseVersion(), row.changedBy(), row.changedAt()));
    }

    // ------------------------------------------------------------------ changing

    /// Drafts days anew, all of them or none. A draft that says what is published is none.
    ///
    /// @return the days as they are now
    /// @throws DraftConflict when days are no longer as the planner saw them
    /// @throws InvalidInput naming the bad day
    /// @throws NotFound when somebody is not among those the caller may plan
    @Requires(Permission.SCHEDULE_WRITE)
    public List<RosterDay> apply(List<DayEdit> edits) {
        if (edits.isEmpty()) {
            return List.of();
        }
        check(edits);
        try {
            return retries.inTransaction(() -> write(edits, false));
        } catch (DuplicateKeyException e) {
            // Two began the first draft of a day at once.
            throw conflict(edits, e);
        }
    }

    /// Forgets what was drafted, all of it or nothing: the days are again as they are published.
    ///
    /// @return the days as they are now
    /// @throws DraftConflict when days are no longer as the planner saw them
    @Requires(Permission.SCHEDULE_WRITE)
    public List<RosterDay> discard(Map<DayKey, Seen> days) {
        insistOnScope(days.keySet());
        return retries.inTransaction(() -> {
            var edits = new ArrayList<DayEdit>();
            for (var day : now(days.keySet())) {
                var seen = Objects.requireNonNull(days.get(day.key()));
                edits.add(new DayEdit(day.key(), day.published(), seen));
            }
            return write(edits, true);
        });
    }

    /// Keeps drafts over what was published since they were begun.
    ///
    /// @return the days as they are now
    /// @throws DraftConflict when days are no longer as the planner saw them
    @Requires(Permission.SCHEDULE_WRITE)
    public List<RosterDay> keep(Map<DayKey, Seen> days) {
        insistOnScope(days.keySet());
        return retries.inTransaction(() -> {
            var edits = new ArrayList<DayEdit>();
            for (var day : now(days.keySet())) {
                var seen = Objects.requireNonNull(days.get(day.key()));
                edits.add(new DayEdit(day.key(), day.entries(), seen));
            }
            return write(edits, true);
        });
    }

    /// @param anew whether the drafts begin with what is published now
    private List<RosterDay> write(List<DayEdit> edits, boolean anew) {
        var by = access.viewer().actor();
        var byKey = new TreeMap<DayKey, DayEdit>();
        edits.forEach(edit -> byKey.put(edit.key(), edit));
        var before = new HashMap<DayKey, RosterDay>();
        now(byKey.keySet()).forEach(day -> before.put(day.key(), day));
        var at = clock.instant();
        var rows = new ArrayList<DraftTable.Row>();
        byKey.forEach((key, edit) -> {
            var day = Objects.requireNonNull(before.get(key));
            if (!day.seen().equals(edit.seen())) {
                throw conflict(edits, null);
            }
            var draft = day.draft();
            int base = draft == null || anew ? day.seen().version() : draft.baseVersion();
            boolean isPublished =
                    base == day.seen().version() && edit.entries().equals(day.published());
            var row =
                    new DraftTable.Row(
                            key,
                            day.seen().revision() + 1,
                            !isPublished,
                            base,
                            at,
                            by.name(),
                            isPublished ? List.of() : edit.entries());
            rows.add(row);
        });
        if (!table.write(rows)) {
            throw conflict(edits, null);
        }
        var after =
                rows.stream()
                        .map(row -> {
                            var day = Objects.requireNonNull(before.get(row.key()));
                            return day(row.key(), day.published(), day.seen().version(), row);
                        })
                        .toList();
        events.publishEvent(new DraftsChanged(after));
        return after;
    }

    private DraftConflict conflict(List<DayEdit> edits, @Nullable Exception cause) {
        var seen = new HashMap<DayKey, Seen>();
        edits.forEach(edit -> seen.put(edit.key(), edit.seen()));
        var others =
                now(seen.keySet()).stream()
                        .filter(day -> !day.seen().equals(seen.get(day.key())))
                        .toList();
        var conflict = new DraftConflict(others);
        if (cause != null) {
            conflict.addSuppressed(cause);
        }
        return conflict;
    }

    // ------------------------------------------------------------------ what is refused

    private void check(List<DayEdit> edits) {
        insistOnScope(edits.stream().map(DayEdit::key).toList());
        if (edits.size() > MOST_DAYS) {
            throw InvalidInput.of("", PlannerComplaint.TOO_MANY_DAYS.with(MOST_DAYS));
        }
        var keys = new HashSet<DayKey>();
        var problems = new InvalidInput.Collector();
        for (int i = 0; i < edits.size(); i++) {
            var edit = edits.get(i);
            problems.check(
                    keys.add(edit.key()), "/" + i, PlannerComplaint.TWICE.with(edit.key().date()));
            schedules.check(
                    edit.key().agent(), edit.key().date(), edit.entries(), "/" + i, problems);
        }
        problems.throwIfAny();
    }

    private void insistOnScope(Collection<DayKey> keys) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        keys.stream().map(DayKey::agent).distinct().forEach(agent -> insist(agent, scope));
    }

    private void insist(AgentId agent, Scope scope) {
        if (directory.agent(agent).filter(each -> scope.includes(each, null)).isEmpty()) {
            throw new NotFound("agent", "" + agent.value());
        }
    }
}
