package dev.rollcall.organisation;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.organisation.AgentCsv.Column;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Department;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Takes agents from a table: all of its lines or, when one of them is bad, none.
@Service
public class AgentImport {

    /// The header a file may start with. The first three columns are needed; a column that is left
    /// out leaves with known agents what they have.
    public static final String HEADER =
            "agent,name,unit,email,department,groups,mayWorkIn,zone,tracked";

    /// How large a file may be, in bytes.
    public static final int LARGEST_FILE = 10 * 1024 * 1024;

    /// How many agents a file may have.
    public static final int MOST_AGENTS = 5_000;

    /// What stands between several groups, or units, in one field.
    private static final String BETWEEN = "\\|";

    private static final Map<String, Column> COLUMNS =
            Map.of(
                    "/externalId", Column.AGENT,
                    "/name", Column.NAME,
                    "/unit", Column.UNIT,
                    "/email", Column.EMAIL,
                    "/groups", Column.GROUPS,
                    "/mayWorkIn", Column.MAY_WORK_IN,
                    "/zone", Column.ZONE);

    private final Directory directory;
    private final Register register;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;

    AgentImport(
            Directory directory,
            Register register,
            Access access,
            AuditLog audit,
            Retries retries) {
        this.directory = directory;
        this.register = register;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
    }

    /// What becomes of an agent.
    public enum Outcome {
        CREATED,
        CHANGED,
        /// The file says what is known already.
        UNCHANGED
    }

    /// One agent of a file.
    ///
    /// @param line counted from 1; the header is line 1
    public record Line(long line, String agent, String name, String unit, Outcome outcome) {}

    /// Something in a file that cannot be imported.
    ///
    /// @param line counted from 1; the header is line 1
    /// @param column as the header has it, null: the line as a whole
    /// @param sentence what is wrong and what to do; may quote the file
    public record BadCell(long line, @Nullable String column, Sentence sentence) {}

    /// What became of a file.
    ///
    /// @param written whether the agents are there now; false too when there was nothing to write
    /// @param lines the good lines, in the order of the file
    /// @param bad the bad ones, in the order of the file
    public record Report(boolean written, List<Line> lines, List<BadCell> bad) {

        public Report {
            lines = List.copyOf(lines);
            bad = List.copyOf(bad);
        }

        public int count(Outcome outcome) {
            return Math.toIntExact(
                    lines.stream().filter(line -> line.outcome() == outcome).count());
        }
    }

    /// Imports a table of agents, within the scope of whoever asks: everybody else is not there.
    /// One bad line keeps everything out.
    ///
    /// @param text the file
    /// @param dryRun whether to report only; the report is the one a real run would give
    @Requires(Permission.PEOPLE_WRITE)
    public Report importCsv(String text, boolean dryRun) {
        var viewer = access.viewer();
        var scope = viewer.scope(Permission.PEOPLE_WRITE);
        var content = AgentCsv.read(text, MOST_AGENTS);
        try {
            return retries.inTransaction(() -> {
                var report = write(content, scope, viewer.actor());
                if (dryRun || !report.bad().isEmpty()) {
                    throw new NothingWritten(report);
                }
                note(report, viewer.actor());
                return new Report(true, report.lines(), report.bad());
            });
        } catch (NothingWritten e) {
            return e.report;
        }
    }

    /// Takes everything back: what the transaction wrote was only to see what would become of it.
    private static final class NothingWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Report report;

        private NothingWritten(Report report) {
            super("Nothing was imported", null, false, false);
            this.report = report;
        }
    }

    private void note(Report report, Actor by) {
        int written = report.count(Outcome.CREATED) + report.count(Outcome.CHANGED);
        if (written > 0) {
            audit.changed(
                    by,
                    "agent import",
                    written + " agents",
                    null,
                    "%d created, %d changed"
                            .formatted(
                                    report.count(Outcome.CREATED), report.count(Outcome.CHANGED)));
        }
    }

    private Report write(AgentCsv.Content content, Scope scope, Actor by) {
        var lines = new ArrayList<Line>();
        var bad = new ArrayList<>(content.bad());
        // Always in the same order, so that two imports do not wait for each other in a circle.
        content.rows().stream()
                .sorted(Comparator.comparing(AgentCsv.Row::agent))
                .forEach(row -> write(row, scope, by, lines, bad));
        lines.sort(Comparator.comparingLong(Line::line));
        bad.sort(Comparator.comparingLong(BadCell::line));
        return new Report(false, lines, bad);
    }

    private void write(
            AgentCsv.Row row, Scope scope, Actor by, List<Line> lines, List<BadCell> bad) {
        var known = directory.agent(row.agent());
        int before = bad.size();
        var draft = draft(row, known, bad);
        if (bad.size() > before) {
            return;
        }
        try {
            var agent = register.putAgent(row.agent(), draft, null, scope, by);
            lines.add(
                    new Line(
                            row.number(),
                            agent.externalId(),
                            agent.name(),
                            code(agent.unit()),
                            outcome(known, agent)));
        } catch (InvalidInput e) {
            e.problems().forEach(problem -> bad.add(badCell(row, problem)));
        } catch (NotFound e) {
            bad.add(bad(row, Column.AGENT, "NOT_YOURS", "You may not change an agent of this id."));
        }
    }

    private static Outcome outcome(Optional<Agent> before, Agent after) {
        if (before.isEmpty()) {
            return Outcome.CREATED;
        }
        return before.get().version() == after.version() ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    private AgentDraft draft(AgentCsv.Row row, Optional<Agent> known, List<BadCell> bad) {
        var groups =
                codes(
                        row,
                        Column.GROUPS,
                        known,
                        Agent::groups,
                        id -> directory.group(id).map(Group::code));
        checkDepartment(row, groups, bad);
        return new AgentDraft(
                row.get(Column.NAME),
                text(row, Column.EMAIL, known.map(Agent::email).orElse(null)),
                row.get(Column.UNIT),
                codes(
                        row,
                        Column.MAY_WORK_IN,
                        known,
                        Agent::mayWorkIn,
                        id -> directory.unit(id).map(Unit::code)),
                groups,
                text(
                        row,
                        Column.ZONE,
                        known.flatMap(agent -> Optional.ofNullable(agent.ownZone()))
                                .map(zone -> zone.getId())
                                .orElse(null)),
                tracked(row, known, bad));
    }

    private static @Nullable String text(
            AgentCsv.Row row, Column column, @Nullable String otherwise) {
        var text = row.get(column);
        if (text == null) {
            return otherwise;
        }
        return text.isEmpty() ? null : text;
    }

    private static <I> Set<String> codes(
            AgentCsv.Row row,
            Column column,
            Optional<Agent> known,
            Function<Agent, Collection<I>> ids,
            Function<I, Optional<String>> code) {
        var text = row.get(column);
        if (text == null) {
            return known.stream()
                    .flatMap(agent -> ids.apply(agent).stream())
                    .flatMap(id -> code.apply(id).stream())
                    .collect(Collectors.toSet());
        }
        return Arrays.stream(text.split(BETWEEN))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
    }

    /// Agents are in departments through their groups alone.
    private void checkDepartment(AgentCsv.Row row, Set<String> groups, List<BadCell> bad) {
        var code = Objects.requireNonNullElse(row.get(Column.DEPARTMENT), "");
        if (code.isEmpty()) {
            return;
        }
        var department = directory.department(code).map(Department::id);
        boolean isIn =
                department.isPresent()
                        && groups.stream()
                                .flatMap(group -> directory.group(group).stream())
                                .anyMatch(group -> department.get().equals(group.department()));
        if (!isIn) {
            bad.add(
                    bad(
                            row,
                            Column.DEPARTMENT,
                            "OTHER_DEPARTMENT",
                            "None of the groups on this line belongs to a department \"%s\". Name a group of it, or leave the field empty."
                                    .formatted(code),
                            code));
        }
    }

    private static @Nullable Boolean tracked(
            AgentCsv.Row row, Optional<Agent> known, List<BadCell> bad) {
        var text = row.get(Column.TRACKED);
        if (text == null) {
            return known.map(Agent::tracked).orElse(null);
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "true", "yes", "ja", "1" -> Boolean.TRUE;
            case "false", "no", "nein", "0" -> Boolean.FALSE;
            default -> {
                bad.add(
                        bad(
                                row,
                                Column.TRACKED,
                                "BAD_TRACKED",
                                "Write true, false, or nothing for: as the groups say."));
                yield null;
            }
        };
    }

    private static BadCell badCell(AgentCsv.Row row, InvalidInput.Problem problem) {
        var column = COLUMNS.get(problem.pointer());
        var sentence =
                problem.sentence() == null
                        ? new Sentence(
                                "organisation.import.line.OTHER",
                                problem.detail(),
                                List.of(problem.detail()))
                        : problem.sentence();
        return new BadCell(row.number(), column == null ? null : column.title(), sentence);
    }

    private static BadCell bad(
            AgentCsv.Row row, Column column, String key, String english, Object... values) {
        return new BadCell(
                row.number(),
                column.title(),
                new Sentence("organisation.import.line." + key, english, List.of(values)));
    }

    private String code(UnitId id) {
        return directory.unit(id).map(Unit::code).orElse("");
    }
}
