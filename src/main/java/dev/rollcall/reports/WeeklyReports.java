package dev.rollcall.reports;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.reports.ReportQuery.By;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A report of each person's week, for talks about it: prepared by itself an hour after the week is
/// over where the person is, once, and kept as it was. What became known later stands beside it.
@Service
public class WeeklyReports {

    /// As many characters has a note at most.
    public static final int LONGEST_NOTE = 4_000;

    /// So many weeks back reports are made up for when the product was away.
    private static final int WEEKS_BACK = 4;

    private static final int PEOPLE_A_STEP = 100;
    private static final int WEEK = 7;

    private final WeeklyTable table;
    private final Facts facts;
    private final PersonReports persons;
    private final Reported people;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    WeeklyReports(
            WeeklyTable table,
            Facts facts,
            PersonReports persons,
            Reported people,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.facts = facts;
        this.persons = persons;
        this.people = people;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ preparing

    /// Prepares what is due and not prepared yet; as often as one likes.
    ///
    /// @return how many reports were prepared
    int prepare() {
        var thisWeek =
                AdherenceReports.monday(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        int prepared = 0;
        // In the east a week may be over while it goes on in UTC.
        for (int back = 0; back <= WEEKS_BACK; back++) {
            prepared += prepare(thisWeek.minusWeeks(back));
        }
        return prepared;
    }

    private int prepare(LocalDate monday) {
        var sunday = monday.plusDays(WEEK - 1L);
        var done = table.prepared(monday);
        var due =
                directory.everybody().stream()
                        .filter(agent -> !done.contains(agent.id()))
                        .filter(agent -> facts.isOver(sunday, agent))
                        .toList();
        int prepared = 0;
        for (int from = 0; from < due.size(); from += PEOPLE_A_STEP) {
            var some = due.subList(from, Math.min(due.size(), from + PEOPLE_A_STEP));
            var weeks = new HashMap<AgentId, Totals>();
            for (var day : facts.days(some, monday, sunday)) {
                weeks.merge(day.agent(), day.totals(), Totals::plus);
            }
            // Who was planned on no day has no week to talk about.
            weeks.values().removeIf(totals -> totals.days() == 0);
            table.prepare(weeks, monday, clock.instant());
            prepared += weeks.size();
        }
        return prepared;
    }

    // ------------------------------------------------------------------ reading

    /// The reports of a week, by name.
    ///
    /// @param monday the first day of the week
    /// @param query narrows whom; its period is not looked at
    /// @throws InvalidInput when it is no Monday
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public List<WeeklyReport> week(LocalDate monday, ReportQuery query, Scope scope) {
        check(monday);
        var rows = table.of(monday);
        return people.of(query, scope).stream()
                .filter(agent -> rows.containsKey(agent.id()))
                .map(agent -> report(agent, rows.get(agent.id())))
                .toList();
    }

    /// One person's report with what stands behind it. A look at somebody's detail, and written
    /// down as one unless it is their own.
    ///
    /// @return empty when the person is not in scope, or nothing is prepared
    /// @throws InvalidInput when it is no Monday
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional
    public Optional<WeeklyDetail> open(AgentId id, LocalDate monday, Scope scope) {
        check(monday);
        return people.one(id, scope)
                .flatMap(agent -> table.find(id, monday).map(row -> detail(agent, row)));
    }

    private WeeklyDetail detail(Agent agent, WeeklyTable.Row row) {
        var viewer = access.viewer();
        if (!viewer.agent().equals(Optional.of(agent.id()))) {
            audit.looked(viewer.actor(), agent.externalId(), "weekly report " + row.monday());
        }
        var report = report(agent, row);
        var person = persons.read(agent, report.sunday());
        var days = new TreeMap<LocalDate, Totals>();
        var now = Totals.NONE;
        for (var day : facts.days(List.of(agent), row.monday(), report.sunday())) {
            if (day.totals().days() > 0) {
                days.put(day.date(), day.totals());
            }
            now = now.plus(day.totals());
        }
        return new WeeklyDetail(
                report,
                now,
                person.weeks().getOrDefault(row.monday().minusWeeks(1), Totals.NONE),
                days,
                person.recurrence(),
                person.strains(),
                table.notes(row.id()),
                person.target());
    }

    private static WeeklyReport report(Agent agent, WeeklyTable.@Nullable Row row) {
        if (row == null) {
            throw new NotFound("weekly report", agent.externalId());
        }
        var note = row.note();
        return new WeeklyReport(
                agent,
                row.monday(),
                row.preparedAt(),
                row.totals(),
                note == null || note.text().isEmpty() ? null : note,
                note == null ? 0 : note.version());
    }

    // ------------------------------------------------------------------ notes

    /// Writes a new version of the note on somebody's week; an empty one takes it back. The person
    /// reads it, too, and writes none about themselves.
    ///
    /// @param expectedVersion the newest version the writer saw, null when they do not care
    /// @param scope whose reports the caller may write on
    /// @return the version that was written
    /// @throws NotFound when the person is not in scope, or nothing is prepared
    /// @throws InvalidInput when it is too long
    /// @throws EditConflict when somebody was first
    @Requires(Permission.ADHERENCE_WRITE)
    @Transactional
    public WeeklyNote note(
            AgentId id,
            LocalDate monday,
            String text,
            @Nullable Integer expectedVersion,
            Scope scope) {
        check(monday);
        var said = text.strip();
        if (said.length() > LONGEST_NOTE) {
            throw InvalidInput.of(
                    "/note",
                    new Sentence(
                            "reports.weekly.note.long",
                            "A note has at most " + LONGEST_NOTE + " characters.",
                            List.of(LONGEST_NOTE)));
        }
        var agent =
                people.one(id, scope)
                        .orElseThrow(() -> new NotFound("agent", Long.toString(id.value())));
        var viewer = access.viewer();
        if (viewer.agent().equals(Optional.of(id))) {
            throw new AccessDeniedException("Nobody notes anything about themselves.");
        }
        var which = agent.externalId() + " " + monday;
        var row = table.find(id, monday).orElseThrow(() -> new NotFound("weekly report", which));
        int known = table.lockedVersion(row.id());
        if (expectedVersion != null && known != expectedVersion) {
            throw audit.conflict("weekly note", which, agent.name());
        }
        var now = clock.instant();
        table.write(row.id(), known + 1, said, viewer.actor(), now);
        var before = row.note();
        audit.changed(
                viewer.actor(),
                "weekly note",
                which,
                before == null ? null : before.text(),
                said.isEmpty() ? null : said);
        return new WeeklyNote(known + 1, said, viewer.actor().name(), now);
    }

    /// A query for everybody in scope.
    public static ReportQuery everybody(LocalDate monday, String text) {
        return new ReportQuery(
                monday, monday.plusDays(WEEK - 1L), null, null, null, text, By.AGENT);
    }

    private static void check(LocalDate monday) {
        Reported.check(monday, monday, 1);
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw InvalidInput.of("/week", "A week is named by its Monday, not by " + monday + ".");
        }
    }
}
