package dev.rollcall.schedule;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    ScheduleImport(
            Schedules schedules,
            Activities activities,
            Directory directory,
            Turns turns,
            AuditLog audit) {
        this.schedules = schedules;
        this.activities = activities;
        this.directory = directory;
        this.turns = turns;
        this.audit = audit;
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
    /// @param line counted from 1; the header is line 1
    /// @param values what the problem's sentence names, in its order; they may quote the file
    public record BadLine(long line, LineProblem problem, List<String> values) {

        public BadLine {
            values = List.copyOf(values);
        }

        /// The sentence in English. It names the column and its value.
        public String detail() {
            return problem.sentence(values);
        }
    }

    /// Imports a table with the header [#HEADER]. Without `partial` a bad line keeps everything
    /// out.
    ///
    /// @param text the file
    /// @param partial whether to import the good lines of a file that has bad ones too
    /// @param dryRun whether to report only
    /// @param scope whom the caller may plan; everybody else is unknown
    @Requires(Permission.SCHEDULE_WRITE)
    public Report importCsv(String text, boolean partial, boolean dryRun, Scope scope, Actor by) {
        var content =
                ScheduleCsv.read(
                        text,
                        externalId ->
                                directory
                                        .agent(externalId)
                                        .filter(agent -> scope.includes(agent, null)),
                        code -> activities.of(code).isPresent());
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

    private void write(Map<ScheduleCsv.Day, List<PlannedActivity>> days, int entries, Actor by) {
        turns.take(() -> {
            schedules.replaceAll(days, by);
            audit.changed(by, "schedule import", days.size() + " days", null, entries + " entries");
            return entries;
        });
    }
}
