package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Engine;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.ApplicationClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// Figures of working days that are over, kept so that a report need not judge them again. A day
/// without a record is judged when somebody asks; a record is dropped when anything it stands on
/// changes. Days that go on are judged afresh each time.
@Component
class DayRecords {

    private static final String COLUMNS =
            "agent_id, work_date, unit_id, scheduled, scheduled_work, working, neutral, unmapped,"
                    + " unscheduled_work, raw_in, raw_out, tolerated_in, tolerated_out, score_in,"
                    + " score_out, deviations, changed_afterwards, planned_afterwards, plan_version,"
                    + " rule_version";

    private final JdbcTemplate database;
    private final NamedParameterJdbcTemplate named;
    private final WorkingDays workingDays;
    private final AdherenceSettings settings;
    private final Hindsight hindsight;
    private final Retries retries;
    private final ApplicationClock clock;

    DayRecords(
            JdbcTemplate database,
            WorkingDays workingDays,
            AdherenceSettings settings,
            Hindsight hindsight,
            Retries retries,
            ApplicationClock clock) {
        this.database = database;
        this.named = new NamedParameterJdbcTemplate(database);
        this.workingDays = workingDays;
        this.settings = settings;
        this.hindsight = hindsight;
        this.retries = retries;
        this.clock = clock;
    }

    /// The figures of these people from `from` to `to`, both included, by person and date; a day
    /// that goes on counts up to now, a day to come is left out.
    List<DayFigures> between(Collection<Agent> agents, LocalDate from, LocalDate to) {
        if (agents.isEmpty()) {
            return List.of();
        }
        var found = stored(agents, from, to);
        var now = clock.instant();
        var figures = new ArrayList<DayFigures>();
        for (var gap : gaps(agents, from, to, found, now)) {
            figures.addAll(judge(gap, now));
        }
        found.values().forEach(days -> figures.addAll(days.values()));
        figures.sort(Comparator.comparing(DayFigures::agent).thenComparing(DayFigures::date));
        return figures;
    }

    /// Drops the records of a person from a date to another, both included.
    void drop(AgentId agent, LocalDate from, LocalDate to) {
        retries.inTransaction(() -> {
            lock(List.of(agent));
            return database.update(
                    "DELETE FROM adherence_day WHERE agent_id = ? AND work_date BETWEEN ?"
                            + " AND ?",
                    agent.value(),
                    from,
                    to);
        });
    }

    /// The same for many people.
    void drop(Collection<AgentId> agents, LocalDate from, LocalDate to) {
        if (agents.isEmpty()) {
            return;
        }
        retries.inTransaction(() -> {
            lock(List.copyOf(agents));
            named.update(
                    "DELETE FROM adherence_day WHERE agent_id IN (:agents)"
                            + " AND work_date BETWEEN :from AND :to",
                    Map.of(
                            "agents",
                            agents.stream().map(AgentId::value).toList(),
                            "from",
                            from,
                            "to",
                            to));
        });
    }

    private Map<AgentId, Map<LocalDate, DayFigures>> stored(
            Collection<Agent> agents, LocalDate from, LocalDate to) {
        var found = new HashMap<AgentId, Map<LocalDate, DayFigures>>();
        named.query(
                "SELECT "
                        + COLUMNS
                        + " FROM adherence_day WHERE agent_id IN (:agents)"
                        + " AND work_date BETWEEN :from AND :to",
                Map.of(
                        "agents",
                        agents.stream().map(a -> a.id().value()).toList(),
                        "from",
                        from,
                        "to",
                        to),
                row -> {
                    var day = figures(row);
                    // Judged by rules that no longer hold on that day: as good as no record.
                    if (!settings.on(day.unit(), day.date()).version().equals(day.ruleVersion())) {
                        return;
                    }
                    found.computeIfAbsent(day.agent(), _ -> new HashMap<>()).put(day.date(), day);
                });
        return found;
    }

    /// For each stretch of dates nobody has a record of, whom to judge.
    private static List<Gap> gaps(
            Collection<Agent> agents,
            LocalDate from,
            LocalDate to,
            Map<AgentId, Map<LocalDate, DayFigures>> found,
            Instant now) {
        var byDate = new ArrayList<Gap>();
        from.datesUntil(to.plusDays(1))
                .forEach(date -> {
                    var missing =
                            agents.stream()
                                    .filter(a ->
                                            !found.getOrDefault(a.id(), Map.of()).containsKey(date))
                                    .toList();
                    if (missing.isEmpty()) {
                        return;
                    }
                    boolean over = missing.stream().anyMatch(a -> mayBeOver(a, date, now));
                    if (!byDate.isEmpty()
                            && byDate.getLast().to().plusDays(1).equals(date)
                            && byDate.getLast().over() == over
                            && byDate.getLast().agents().equals(missing)) {
                        byDate.set(
                                byDate.size() - 1,
                                new Gap(missing, byDate.getLast().from(), date, over));
                    } else {
                        byDate.add(new Gap(missing, date, date, over));
                    }
                });
        return byDate;
    }

    private static boolean mayBeOver(Agent agent, LocalDate date, Instant now) {
        return LocalDate.ofInstant(now, agent.zone()).isAfter(date);
    }

    private List<DayFigures> judge(Gap gap, Instant now) {
        if (!gap.over()) {
            return begun(gap, now).map(day -> judged(day, now, Afterwards.NOTHING)).toList();
        }
        return retries.inTransaction(() -> {
            lock(gap.agents().stream().map(Agent::id).toList());
            var begun = begun(gap, now).toList();
            var afterwards = hindsight.of(begun, now);
            var figures = new ArrayList<DayFigures>();
            var over = new ArrayList<DayFigures>();
            for (var day : begun) {
                var found = judged(day, now, afterwards.apply(day));
                figures.add(found);
                if (day.isOver(now)) {
                    over.add(found);
                }
            }
            store(over, now);
            return figures;
        });
    }

    private Stream<WorkingDay> begun(Gap gap, Instant now) {
        return workingDays.between(gap.agents(), gap.from(), gap.to()).values().stream()
                .flatMap(List::stream)
                .filter(day -> !day.period().start().isAfter(now));
    }

    private static DayFigures judged(WorkingDay day, Instant now, Afterwards afterwards) {
        var figures = Figures.of(Engine.assess(day.asOf(now), day.rules().rules()), afterwards);
        return new DayFigures(
                day.agent().id(),
                day.date(),
                day.agent().unit(),
                figures,
                day.planVersion(),
                day.rules().version());
    }

    private void lock(List<AgentId> agents) {
        var sorted = agents.stream().sorted().toList();
        database.batchUpdate(
                "INSERT INTO adherence_person (agent_id) VALUES (?)"
                        + " ON DUPLICATE KEY UPDATE agent_id = VALUES(agent_id)",
                sorted,
                500,
                (row, agent) -> row.setLong(1, agent.value()));
    }

    private void store(List<DayFigures> days, Instant now) {
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        database.batchUpdate(
                "REPLACE INTO adherence_day ("
                        + COLUMNS
                        + ", computed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                days,
                500,
                (row, day) -> {
                    var f = day.figures();
                    int i = 0;
                    row.setLong(++i, day.agent().value());
                    row.setObject(++i, day.date());
                    row.setLong(++i, day.unit().value());
                    for (var duration :
                            List.of(
                                    f.scheduled(),
                                    f.scheduledWork(),
                                    f.working(),
                                    f.neutral(),
                                    f.unmapped(),
                                    f.unscheduledWork(),
                                    f.raw().in(),
                                    f.raw().out(),
                                    f.tolerated().in(),
                                    f.tolerated().out(),
                                    f.score().in(),
                                    f.score().out())) {
                        row.setLong(++i, micros(duration));
                    }
                    row.setInt(++i, f.deviations());
                    row.setLong(++i, micros(f.afterwards().changed()));
                    row.setBoolean(++i, f.afterwards().daysPlanned() > 0);
                    row.setInt(++i, day.planVersion());
                    row.setString(++i, day.ruleVersion());
                    row.setObject(++i, at);
                });
    }

    private static DayFigures figures(ResultSet row) throws SQLException {
        return new DayFigures(
                new AgentId(row.getLong("agent_id")),
                row.getObject("work_date", LocalDate.class),
                new UnitId(row.getLong("unit_id")),
                new Figures(
                        duration(row, "scheduled"),
                        duration(row, "scheduled_work"),
                        duration(row, "working"),
                        duration(row, "neutral"),
                        duration(row, "unmapped"),
                        duration(row, "unscheduled_work"),
                        tally(row, "raw"),
                        tally(row, "tolerated"),
                        tally(row, "score"),
                        row.getInt("deviations"),
                        new Afterwards(
                                duration(row, "changed_afterwards"),
                                row.getBoolean("planned_afterwards") ? 1 : 0)),
                row.getInt("plan_version"),
                row.getString("rule_version"));
    }

    private static Tally tally(ResultSet row, String figure) throws SQLException {
        return new Tally(duration(row, figure + "_in"), duration(row, figure + "_out"));
    }

    private static Duration duration(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    // Everything stored has microseconds at most, so nothing is lost.
    private static long micros(Duration duration) {
        return duration.getSeconds() * 1_000_000 + duration.getNano() / 1_000;
    }

    /// @param over whether some of the days may be over, so that records will be made
    private record Gap(List<Agent> agents, LocalDate from, LocalDate to, boolean over) {}
}
