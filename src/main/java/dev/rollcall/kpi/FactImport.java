package dev.rollcall.kpi;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.kpi.FactColumns.Field;
import dev.rollcall.kpi.FactResult.Outcome;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Takes facts from a file. Sent again the same file counts nothing twice: its ids are the facts'
/// identities, under the name its source is given.
@Service
public class FactImport {

    private static final int A_TIME = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KpiLog log;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationClock clock;

    FactImport(
            KpiLog log,
            Directory directory,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationClock clock) {
        this.log = log;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.clock = clock;
    }

    /// What became of a file.
    ///
    /// @param written whether its facts are kept now
    /// @param good how many lines have a fact
    /// @param fresh how many of them were new or newer; 0 before it is written
    /// @param left how many lines do not count
    /// @param sums what it has, by person, month and kind
    /// @param bad the bad lines, in the order of the file
    public record Report(
            boolean written, int good, int fresh, int left, List<Sum> sums, List<BadLine> bad) {

        public Report {
            sums = List.copyOf(sums);
            bad = List.copyOf(bad);
        }
    }

    /// @param agent by name
    public record Sum(String agent, YearMonth month, FactKind kind, int facts) {}

    /// A line that cannot be taken.
    ///
    /// @param number counted from 1; the header is line 1
    /// @param problems what is wrong with it; at least one
    public record BadLine(long number, List<InvalidInput.Problem> problems) {

        public BadLine {
            problems = List.copyOf(problems);
        }
    }

    /// Takes a file, or says what it would bring. Without `partial` a bad line keeps everything
    /// out.
    ///
    /// @param source what the file's facts are known by, together with their ids
    /// @throws InvalidInput when the columns cannot make a fact
    @Requires(Permission.KPI_WRITE)
    public Report take(
            FactSheet sheet, FactColumns columns, String source, boolean partial, boolean dryRun) {
        columns.check();
        var viewer = access.viewer();
        var scope = viewer.scope(Permission.KPI_WRITE);
        var names = names(scope);
        var now = clock.instant();
        var good = new ArrayList<KpiFact>();
        var bad = new ArrayList<BadLine>();
        var sums = new TreeMap<String, Sum>();
        int left = 0;
        for (var line : sheet.lines()) {
            if (!columns.counts(line)) {
                left++;
                continue;
            }
            try {
                var agent = agent(columns.of(Field.AGENT, line), names);
                var fact = KpiFacts.read(json(columns, line, source, agent));
                var rejection = log.submission(fact, viewer.actor(), scope, now).rejection();
                if (rejection == null) {
                    good.add(fact);
                    count(sums, agent, fact);
                } else {
                    bad.add(new BadLine(line.number(), rejection.problem().problems()));
                }
            } catch (InvalidInput e) {
                bad.add(new BadLine(line.number(), e.problems()));
            }
        }
        boolean write = !dryRun && !good.isEmpty() && (partial || bad.isEmpty());
        int fresh = write ? write(good, source, scope) : 0;
        return new Report(write, good.size(), fresh, left, List.copyOf(sums.values()), bad);
    }

    private int write(List<KpiFact> facts, String source, Scope scope) {
        var by = access.viewer().actor();
        int fresh = 0;
        for (int from = 0; from < facts.size(); from += A_TIME) {
            fresh +=
                    (int)
                            log
                                    .take(
                                            facts.subList(
                                                    from, Math.min(facts.size(), from + A_TIME)),
                                            by,
                                            scope)
                                    .stream()
                                    .filter(result -> result.outcome() == Outcome.ACCEPTED)
                                    .count();
        }
        int taken = fresh;
        retries.inTransaction(() ->
                audit.changed(
                        by,
                        "KPI import",
                        source,
                        null,
                        facts.size() + " facts, new or newer: " + taken));
        return fresh;
    }

    private static void count(Map<String, Sum> sums, Agent agent, KpiFact fact) {
        var month = YearMonth.from(fact.at().atZone(agent.zone()));
        var one = new Sum(agent.name(), month, fact.kind(), 1);
        sums.merge(
                agent.name() + " " + agent.id().value() + " " + month + " " + fact.kind(),
                one,
                (before, _) -> new Sum(before.agent(), month, fact.kind(), before.facts() + 1));
    }

    // ------------------------------------------------------------------ people

    /// People by external id, and by name where only one is called so.
    private Map<String, Optional<Agent>> names(Scope scope) {
        var names = new HashMap<String, Optional<Agent>>();
        var agents = directory.agents(scope);
        for (var agent : agents) {
            names.merge(
                    agent.name().toLowerCase(Locale.ROOT),
                    Optional.of(agent),
                    (_, _) -> Optional.empty());
        }
        agents.forEach(agent -> names.put(agent.externalId(), Optional.of(agent)));
        return names;
    }

    private static Agent agent(Optional<String> given, Map<String, Optional<Agent>> names) {
        var name =
                given.orElseThrow(
                        () -> InvalidInput.of("/agent", FactComplaint.AGENT_MISSING.with()));
        var found = names.get(name);
        if (found == null) {
            found = names.get(name.toLowerCase(Locale.ROOT));
        }
        if (found == null) {
            throw InvalidInput.of("/agent", FactComplaint.NOBODY.with(name));
        }
        return found.orElseThrow(() -> InvalidInput.of("/agent", FactComplaint.SEVERAL.with(name)));
    }

    // ------------------------------------------------------------------ lines

    private static ObjectNode json(
            FactColumns columns, FactSheet.Line line, String source, Agent agent) {
        var json = JSON.createObjectNode();
        json.put("source", source);
        columns.of(Field.ID, line).ifPresent(id -> json.put("id", id));
        columns.of(Field.VERSION, line)
                .ifPresent(version -> {
                    try {
                        json.put("version", Long.parseLong(version));
                    } catch (NumberFormatException e) {
                        json.put("version", version);
                    }
                });
        json.put("agent", agent.externalId());
        at(columns, line, agent).ifPresent(at -> json.put("at", at.toString()));
        columns.of(Field.KIND, line)
                .ifPresent(kind -> json.put("kind", kind.toUpperCase(Locale.ROOT)));
        columns.of(Field.AMOUNT, line).ifPresent(amount -> json.put("amount", amount));
        columns.of(Field.DUE, line).ifPresent(due -> json.put("due", due));
        columns.of(Field.CURRENCY, line)
                .ifPresent(currency -> json.put("currency", currency.toUpperCase(Locale.ROOT)));
        columns.of(Field.CATEGORY, line).ifPresent(category -> json.put("category", category));
        columns.of(Field.DURATION, line)
                .ifPresent(duration -> json.put("durationSeconds", seconds(duration)));
        columns.of(Field.STATUS, line)
                .ifPresent(status -> json.put("status", status.toUpperCase(Locale.ROOT)));
        columns.of(Field.RESOLVED_AT, line)
                .ifPresent(
                        at -> json.put("resolvedAt", instant(at, agent, "/resolvedAt").toString()));
        return json;
    }

    private static Optional<Instant> at(FactColumns columns, FactSheet.Line line, Agent agent) {
        var whole = columns.of(Field.AT, line);
        if (whole.isPresent()) {
            return whole.map(text -> instant(text, agent, "/at"));
        }
        var date = columns.of(Field.DATE, line);
        var time = columns.of(Field.TIME, line).orElse("00:00");
        try {
            return date.map(day ->
                    LocalDate.parse(day.length() > 10 ? day.substring(0, 10) : day)
                            .atTime(LocalTime.parse(time.length() == 4 ? "0" + time : time))
                            .atZone(agent.zone())
                            .toInstant());
        } catch (DateTimeException e) {
            throw InvalidInput.of("/at", FactComplaint.BAD_DATE.with());
        }
    }

    private static Instant instant(String text, Agent agent, String pointer) {
        var iso = text.replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException e) {
            try {
                return LocalDateTime.parse(iso).atZone(agent.zone()).toInstant();
            } catch (DateTimeException other) {
                throw InvalidInput.of(pointer, FactComplaint.BAD_LOCAL.with(pointer.substring(1)));
            }
        }
    }

    private static long seconds(String text) {
        try {
            if (!text.contains(":")) {
                return Long.parseLong(text);
            }
            long seconds = 0;
            for (var part : text.split(":", -1)) {
                seconds = seconds * 60 + Long.parseLong(part);
            }
            return seconds;
        } catch (NumberFormatException e) {
            throw InvalidInput.of("/durationSeconds", FactComplaint.BAD_DURATION.with());
        }
    }
}
