package dev.rollcall.schedule;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Imports plans from files. A day in the file replaces that day; all days of a file are written in
/// one transaction.
@Service
public class ScheduleImport {

    /// The header a file starts with.
    public static final String HEADER = ScheduleCsv.HEADER;

    /// How large a file may be, in bytes.
    public static final int LARGEST_FILE = 10 * 1024 * 1024;

    private final Schedules schedules;
    private final Activities activities;
    private final Directory directory;
    private final Turns turns;
    private final AuditLog audit;
    private final ApplicationClock clock;

    ScheduleImport(
            Schedules schedules,
            Activities activities,
            Directory directory,
            Turns turns,
            AuditLog audit,
            ApplicationClock clock) {
        this.schedules = schedules;
        this.activities = activities;
        this.directory = directory;
        this.turns = turns;
        this.audit = audit;
        this.clock = clock;
    }

    /// What became of a file.
    ///
    /// @param written whether the days are in the plans now
    /// @param imported how many good lines there are
    /// @param days the days they make, in the order of the file
    /// @param rejected the bad lines, in the order of the file
    public record Report(boolean written, int imported, List<Day> days, List<BadLine> rejected) {

        public Report {
            days = List.copyOf(days);
            rejected = List.copyOf(rejected);
        }
    }

    /// One day of one person as the file has it.
    public record Day(AgentId agent, LocalDate date, List<PlannedActivity> activities) {

        public Day {
            activities = List.copyOf(activities);
        }
    }

    /// A line that cannot be imported.
    ///
    /// @param line counted from 1; the header is line 1. In a list of shifts: the number of the
    ///   item
    /// @param pointer to what is wrong in a list of shifts (a JSON pointer), null in other files
    /// @param values what the problem's sentence names, in its order; they may quote the file
    public record BadLine(
            long line, @Nullable String pointer, LineProblem problem, List<String> values) {

        public BadLine {
            values = List.copyOf(values);
        }

        BadLine(long line, LineProblem problem, List<String> values) {
            this(line, null, problem, values);
        }

        /// The sentence in English. It names the column and its value.
        public String detail() {
            return problem.sentence(values);
        }
    }

    /// Imports a table with the header [#HEADER], as [#importFile] does.
    @Requires(Permission.SCHEDULE_WRITE)
    public Report importCsv(String text, boolean partial, boolean dryRun, Scope scope, Actor by) {
        return take(new PlanFile(PlanFile.Format.CSV, text), partial, dryRun, scope, by);
    }

    /// Imports a file. Without `partial` a bad line keeps everything out.
    ///
    /// @param partial whether to import the good entries of a file that has bad ones too
    /// @param dryRun whether to report only
    /// @param scope whom the caller may plan; everybody else is unknown
    /// @throws InvalidInput when the file's agent (`/agent`) or activity (`/activity`) is not known
    @Requires(Permission.SCHEDULE_WRITE)
    public Report importFile(
            PlanFile file, boolean partial, boolean dryRun, Scope scope, Actor by) {
        return take(file, partial, dryRun, scope, by);
    }

    private Report take(PlanFile file, boolean partial, boolean dryRun, Scope scope, Actor by) {
        var content = read(file, scope);
        boolean write =
                !dryRun && !content.days().isEmpty() && (partial || content.bad().isEmpty());
        if (write) {
            write(content.days(), content.entries(), by);
        }
        return new Report(
                write,
                content.entries(),
                content.days().entrySet().stream()
                        .map(day ->
                                new Day(day.getKey().agent(), day.getKey().date(), day.getValue()))
                        .toList(),
                content.bad());
    }

    private ScheduleCsv.Content read(PlanFile file, Scope scope) {
        if (file.format() == PlanFile.Format.CSV) {
            return ScheduleCsv.read(
                    file.text(),
                    externalId ->
                            directory
                                    .agent(externalId)
                                    .filter(agent -> scope.includes(agent, null)),
                    activities::of);
        }
        var known = WhatIsKnown.to(scope, directory, activities);
        var activity = file.activity();
        var otherwise = activity == null ? null : known.activity(activity);
        if (activity != null && otherwise == null) {
            throw InvalidInput.of(
                    "/activity",
                    "There is no activity \""
                            + activity
                            + "\"; GET /api/v1/activities lists them.");
        }
        if (file.format() == PlanFile.Format.GRAPH) {
            return new ScheduleGraph(known, otherwise).read(file.text());
        }
        var agent = file.agent();
        var owner = agent == null ? null : known.agent(agent).orElse(null);
        if (agent != null && owner == null) {
            throw InvalidInput.of("/agent", "Unknown agent \"" + agent + "\".");
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new ScheduleIcs(known, owner, otherwise, today).read(file.text());
    }

    private void write(Map<ScheduleCsv.Day, List<PlannedActivity>> days, int entries, Actor by) {
        turns.take(() -> {
            schedules.replaceAll(days, by);
            audit.changed(by, "schedule import", days.size() + " days", null, entries + " entries");
            return entries;
        });
    }
}
