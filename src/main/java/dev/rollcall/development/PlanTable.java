package dev.rollcall.development;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.UserId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Plans and what belongs to them in the database.
@Repository
class PlanTable {

    private static final int CHANGES = 200;

    private final JdbcClient database;

    PlanTable(JdbcClient database) {
        this.database = database;
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable LocalDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    private long made() {
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    // ------------------------------------------------------------------ plans

    long insert(AgentId agent, String aim, String by, Instant now) {
        database.sql(
                        "insert into development_plan (agent_id, aim, opened_at, opened_name) values (?, ?, ?, ?)")
                .params(agent.value(), aim, utc(now), by)
                .update();
        return made();
    }

    /// Counts a change and notes who looks after the plan.
    ///
    /// @param lead null: the person changed it
    /// @return whether it was still that version, and open
    boolean count(DevelopmentPlan known, @Nullable Actor lead) {
        var user = lead == null || lead.kind() != Actor.Kind.USER ? null : lead.id();
        return database.sql(
                                """
                                update development_plan
                                set version = version + 1,
                                    lead_user = if(:isLead, :user, lead_user),
                                    lead_name = if(:isLead, :name, lead_name)
                                where id = :id and version = :version and closed_at is null
                                """)
                        .param("isLead", lead != null)
                        .param("user", user == null ? null : Long.parseLong(user))
                        .param("name", lead == null ? null : lead.name())
                        .param("id", known.number())
                        .param("version", known.version())
                        .update()
                == 1;
    }

    void aim(long plan, String aim) {
        database.sql("update development_plan set aim = ? where id = ?").params(aim, plan).update();
    }

    void close(long plan, String words, String by, Instant now) {
        database.sql(
                        "update development_plan set closed_at = ?, closed_name = ?, closing = ? where id = ?")
                .params(utc(now), by, words, plan)
                .update();
    }

    void seen(long plan, Side side, Instant now) {
        database.sql(
                        side == Side.PERSON
                                ? "update development_plan set person_seen_at = ? where id = ?"
                                : "update development_plan set lead_seen_at = ? where id = ?")
                .params(utc(now), plan)
                .update();
    }

    Optional<DevelopmentPlan> find(long number) {
        return plans("where id = :id", Map.of("id", number)).stream().findFirst();
    }

    Optional<DevelopmentPlan> open(AgentId agent) {
        return plans(
                        "where agent_id = :agent and closed_at is null",
                        Map.of("agent", agent.value()))
                .stream()
                .findFirst();
    }

    List<DevelopmentPlan> open(Collection<AgentId> people) {
        return people.isEmpty()
                ? List.of()
                : plans(
                        "where agent_id in (:people) and closed_at is null",
                        Map.of("people", people.stream().map(AgentId::value).toList()));
    }

    /// All of somebody, the latest first.
    List<DevelopmentPlan> of(AgentId agent) {
        return plans(
                "where agent_id = :agent order by opened_at desc, id desc",
                Map.of("agent", agent.value()));
    }

    private List<DevelopmentPlan> plans(String condition, Map<String, ?> values) {
        return database.sql("select * from development_plan " + condition)
                .params(values)
                .query((row, _) -> plan(row))
                .list();
    }

    private static DevelopmentPlan plan(ResultSet row) throws SQLException {
        long lead = row.getLong("lead_user");
        var user = row.wasNull() ? null : new UserId(lead);
        return new DevelopmentPlan(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                row.getString("aim"),
                instant(row, "opened_at"),
                row.getString("opened_name"),
                user,
                row.getString("lead_name"),
                instantOrNull(row, "closed_at"),
                row.getString("closing"),
                instantOrNull(row, "person_seen_at"),
                instantOrNull(row, "lead_seen_at"),
                row.getLong("version"));
    }

    int dropClosedBefore(Instant end, int most) {
        return database.sql("delete from development_plan where closed_at < ? limit " + most)
                .param(utc(end))
                .update();
    }

    // ------------------------------------------------------------------ with all that belongs to
    // it

    PlanFile file(DevelopmentPlan plan) {
        return files(List.of(plan)).getFirst();
    }

    /// In the order of the plans.
    List<PlanFile> files(List<DevelopmentPlan> plans) {
        if (plans.isEmpty()) {
            return List.of();
        }
        var numbers = plans.stream().map(DevelopmentPlan::number).toList();
        var goals = goals(numbers);
        var steps = steps(numbers);
        var remarks = remarks(numbers);
        var reviews = reviews(numbers);
        var changes = changes(numbers);
        return plans.stream()
                .map(plan ->
                        new PlanFile(
                                plan,
                                goals.getOrDefault(plan.number(), List.of()),
                                steps.getOrDefault(plan.number(), List.of()),
                                remarks.getOrDefault(plan.number(), List.of()),
                                reviews.getOrDefault(plan.number(), List.of()),
                                changes.getOrDefault(plan.number(), List.of()).stream()
                                        .limit(CHANGES)
                                        .toList()))
                .toList();
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<Long, List<T>> byPlan(String sql, List<Long> plans, Reading<T> reading) {
        var found = new HashMap<Long, List<T>>();
        database.sql(sql)
                .param("plans", plans)
                .query(row -> {
                    found.computeIfAbsent(row.getLong("plan_id"), _ -> new ArrayList<>())
                            .add(reading.of(row));
                });
        return found;
    }

    private Map<Long, List<PlanGoal>> goals(List<Long> plans) {
        var objectives = new HashMap<Long, List<Objective>>();
        database.sql(
                        """
                        select o.* from development_objective o join development_goal g on g.id = o.goal_id
                        where g.plan_id in (:plans) order by o.id
                        """)
                .param("plans", plans)
                .query(row -> {
                    objectives
                            .computeIfAbsent(row.getLong("goal_id"), _ -> new ArrayList<>())
                            .add(
                                    new Objective(
                                            row.getLong("id"),
                                            row.getString("text"),
                                            row.getBigDecimal("start_value"),
                                            row.getBigDecimal("target_value"),
                                            row.getBigDecimal("current_value"),
                                            row.getString("unit_word"),
                                            instantOrNull(row, "reached_at")));
                });
        return byPlan(
                "select * from development_goal where plan_id in (:plans) order by id",
                plans,
                row -> {
                    var dropped = row.getString("dropped_by");
                    return new PlanGoal(
                            row.getLong("id"),
                            row.getString("text"),
                            row.getObject("due", LocalDate.class),
                            new Agreement(
                                    instantOrNull(row, "person_agreed_at"),
                                    instantOrNull(row, "lead_agreed_at")),
                            row.getString("agreed_as"),
                            dropped == null ? null : Side.valueOf(dropped),
                            source(row),
                            objectives.getOrDefault(row.getLong("id"), List.of()));
                });
    }

    private Map<Long, List<PlanStep>> steps(List<Long> plans) {
        return byPlan(
                "select * from development_step where plan_id in (:plans) order by done_at is not null, due is null, due, id",
                plans,
                row -> {
                    long goal = row.getLong("goal_id");
                    Long whose = row.wasNull() ? null : goal;
                    return new PlanStep(
                            row.getLong("id"),
                            PlanStep.Kind.valueOf(row.getString("kind")),
                            whose,
                            Side.valueOf(row.getString("owner")),
                            row.getString("text"),
                            row.getObject("due", LocalDate.class),
                            Objects.requireNonNullElse(row.getString("link"), ""),
                            source(row),
                            instantOrNull(row, "done_at"));
                });
    }

    private Map<Long, List<Remark>> remarks(List<Long> plans) {
        return byPlan(
                "select * from development_remark where plan_id in (:plans) order by day desc, id desc",
                plans,
                row ->
                        new Remark(
                                row.getLong("id"),
                                Remark.Kind.valueOf(row.getString("kind")),
                                row.getString("text"),
                                day(row, "day"),
                                Side.valueOf(row.getString("side")),
                                row.getString("by_name"),
                                source(row)));
    }

    private Map<Long, List<PlanReview>> reviews(List<Long> plans) {
        return byPlan(
                "select * from development_review where plan_id in (:plans) order by held_at is not null, held_at desc",
                plans,
                PlanTable::review);
    }

    private static PlanReview review(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new PlanReview(
                row.getLong("id"),
                day(row, "due"),
                instantOrNull(row, "held_at"),
                outcome == null ? null : PlanReview.Outcome.valueOf(outcome),
                row.getString("words"),
                row.getString("held_name"),
                instantOrNull(row, "noted_at"));
    }

    private Map<Long, List<PlanChange>> changes(List<Long> plans) {
        return byPlan(
                "select * from development_change where plan_id in (:plans) order by at desc, id desc",
                plans,
                PlanTable::change);
    }

    private static PlanChange change(ResultSet row) throws SQLException {
        return new PlanChange(
                instant(row, "at"),
                Side.valueOf(row.getString("side")),
                row.getString("by_name"),
                PlanChange.What.valueOf(row.getString("what")),
                row.getString("text"),
                row.getString("said_before"));
    }

    private static @Nullable Source source(ResultSet row) throws SQLException {
        var kind = row.getString("source_kind");
        return kind == null
                ? null
                : new Source(Source.Kind.valueOf(kind), row.getLong("source_id"));
    }

    /// What changed in somebody's plans in a span, in the order it did.
    List<PlanChange> changes(AgentId agent, Instant from, Instant until) {
        return database.sql(
                        """
                        select c.* from development_change c join development_plan p on p.id = c.plan_id
                        where p.agent_id = ? and c.at >= ? and c.at < ? order by c.at, c.id
                        """)
                .params(agent.value(), utc(from), utc(until))
                .query((row, _) -> change(row))
                .list();
    }

    void changed(
            long plan,
            Side side,
            String by,
            PlanChange.What what,
            String text,
            @Nullable String before,
            Instant now) {
        database.sql(
                        """
                        insert into development_change (plan_id, at, side, by_name, what, text, said_before)
                        values (:plan, :at, :side, :by, :what, :text, :before)
                        """)
                .param("plan", plan)
                .param("at", utc(now))
                .param("side", side.name())
                .param("by", by)
                .param("what", what.name())
                .param("text", text)
                .param("before", before)
                .update();
    }

    // ------------------------------------------------------------------ goals

    long insertGoal(
            long plan,
            String text,
            @Nullable LocalDate due,
            Agreement agreement,
            @Nullable Source source) {
        database.sql(
                        """
                        insert into development_goal (plan_id, text, due, person_agreed_at, lead_agreed_at, source_kind, source_id)
                        values (:plan, :text, :due, :person, :lead, :kind, :id)
                        """)
                .param("plan", plan)
                .param("text", text)
                .param("due", due)
                .param("person", utcOrNull(agreement.person()))
                .param("lead", utcOrNull(agreement.lead()))
                .param("kind", source == null ? null : source.kind().name())
                .param("id", source == null ? null : source.number())
                .update();
        return made();
    }

    void goal(long goal, String text, @Nullable LocalDate due) {
        database.sql("update development_goal set text = ?, due = ? where id = ?")
                .param(text)
                .param(due)
                .param(goal)
                .update();
    }

    /// @param agreedAs null: stays as it is
    void agreement(long goal, Agreement agreement, @Nullable String agreedAs) {
        database.sql(
                        """
                        update development_goal set person_agreed_at = :person, lead_agreed_at = :lead,
                            agreed_as = coalesce(:words, agreed_as), dropped_by = null
                        where id = :id
                        """)
                .param("person", utcOrNull(agreement.person()))
                .param("lead", utcOrNull(agreement.lead()))
                .param("words", agreedAs)
                .param("id", goal)
                .update();
    }

    void toDrop(long goal, @Nullable Side side) {
        database.sql("update development_goal set dropped_by = ? where id = ?")
                .param(side == null ? null : side.name())
                .param(goal)
                .update();
    }

    void dropGoal(long goal) {
        database.sql("delete from development_goal where id = ?").param(goal).update();
    }

    // ------------------------------------------------------------------ objectives

    void insertObjective(PlanEdit.AddObjective added) {
        database.sql(
                        """
                        insert into development_objective (goal_id, text, start_value, target_value, unit_word)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(added.goal())
                .param(added.text().strip())
                .param(added.start())
                .param(added.target())
                .param(added.unit().strip())
                .update();
    }

    void dropObjective(long objective) {
        database.sql("delete from development_objective where id = ?").param(objective).update();
    }

    void measure(long objective, BigDecimal current) {
        database.sql("update development_objective set current_value = ? where id = ?")
                .params(current, objective)
                .update();
    }

    void reach(long objective, @Nullable Instant at) {
        database.sql("update development_objective set reached_at = ? where id = ?")
                .param(utcOrNull(at))
                .param(objective)
                .update();
    }

    // ------------------------------------------------------------------ steps, remarks, reviews

    void insertStep(long plan, PlanEdit.AddStep added) {
        var source = added.source();
        var link = added.link().strip();
        database.sql(
                        """
                        insert into development_step (plan_id, goal_id, kind, owner, text, due, link, source_kind, source_id)
                        values (:plan, :goal, :kind, :owner, :text, :due, :link, :from, :id)
                        """)
                .param("plan", plan)
                .param("goal", added.goal())
                .param("kind", added.kind().name())
                .param("owner", added.owner().name())
                .param("text", added.text().strip())
                .param("due", added.due())
                .param("link", link.isEmpty() ? null : link)
                .param("from", source == null ? null : source.kind().name())
                .param("id", source == null ? null : source.number())
                .update();
    }

    void tick(long step, @Nullable Instant at) {
        database.sql("update development_step set done_at = ? where id = ?")
                .param(utcOrNull(at))
                .param(step)
                .update();
    }

    void dropStep(long step) {
        database.sql("delete from development_step where id = ?").param(step).update();
    }

    void insertRemark(long plan, PlanEdit.AddRemark added, Side side, String by) {
        var source = added.source();
        database.sql(
                        """
                        insert into development_remark (plan_id, kind, text, day, side, by_name, source_kind, source_id)
                        values (:plan, :kind, :text, :day, :side, :by, :from, :id)
                        """)
                .param("plan", plan)
                .param("kind", added.kind().name())
                .param("text", added.text().strip())
                .param("day", added.day())
                .param("side", side.name())
                .param("by", by)
                .param("from", source == null ? null : source.kind().name())
                .param("id", source == null ? null : source.number())
                .update();
    }

    void dropRemark(long remark) {
        database.sql("delete from development_remark where id = ?").param(remark).update();
    }

    /// The review to come is on another day, or there is one now.
    void setReview(long plan, LocalDate due) {
        database.sql(
                        """
                        insert into development_review (plan_id, due) values (:plan, :due)
                        on duplicate key update due = :due, reminded = false
                        """)
                .param("plan", plan)
                .param("due", due)
                .update();
    }

    void holdReview(long review, PlanEdit.HoldReview held, String by, Instant now) {
        database.sql(
                        """
                        update development_review set held_at = :now, outcome = :outcome, words = :words, held_name = :by
                        where id = :id
                        """)
                .param("now", utc(now))
                .param("outcome", held.outcome().name())
                .param("words", held.words().strip())
                .param("by", by)
                .param("id", review)
                .update();
    }

    void noteReview(long review, Instant now) {
        database.sql("update development_review set noted_at = ? where id = ? and noted_at is null")
                .params(utc(now), review)
                .update();
    }

    /// A review that has come, of which nobody was told.
    record Due(long review, LocalDate day, DevelopmentPlan plan) {}

    /// Those of open plans up to a day.
    List<Due> reviewsDue(LocalDate latest) {
        return database.sql(
                        """
                        select p.*, r.id as review, r.due from development_review r join development_plan p on p.id = r.plan_id
                        where r.held_at is null and not r.reminded and r.due <= ? and p.closed_at is null order by r.id
                        """)
                .param(latest)
                .query((row, _) -> new Due(row.getLong("review"), day(row, "due"), plan(row)))
                .list();
    }

    void reminded(long review) {
        database.sql("update development_review set reminded = true where id = ?")
                .param(review)
                .update();
    }
}
