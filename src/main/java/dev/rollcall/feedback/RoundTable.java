package dev.rollcall.feedback;

import static dev.rollcall.feedback.Rows.instant;
import static dev.rollcall.feedback.Rows.utc;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.UserId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Anonymous rounds in the database. Who was asked and what was answered share nothing but the
/// round and a part of five people or more.
@Repository
class RoundTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String READ =
            "select r.*, (select coalesce(sum(p.asked), 0) from feedback_round_piece p"
                    + " where p.round_id = r.id) as asked from feedback_round r ";

    private final JdbcClient database;

    RoundTable(JdbcClient database) {
        this.database = database;
    }

    long insert(
            RoundDraft draft, @Nullable String managerName, String by, Instant now, Instant end) {
        var manager = draft.manager();
        database.sql(
                        """
                        insert into feedback_round (kind, title, manager_user, manager_name, questions, opened_at, opened_name, closes_at)
                        values (:kind, :title, :manager, :name, :questions, :now, :by, :end)
                        """)
                .param("kind", draft.type().name())
                .param("title", draft.title())
                .param("manager", manager == null ? null : manager.value())
                .param("name", managerName)
                .param("questions", JSON.writeValueAsString(draft.questions()))
                .param("now", utc(now))
                .param("by", by)
                .param("end", utc(end))
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    /// @param unit null: several together
    void insertPiece(long round, int piece, @Nullable UnitId unit, Collection<AgentId> people) {
        database.sql(
                        "insert into feedback_round_piece (round_id, piece, unit_id, asked) values (:round, :piece, :unit, :asked)")
                .param("round", round)
                .param("piece", piece)
                .param("unit", unit == null ? null : unit.value())
                .param("asked", people.size())
                .update();
        for (var agent : people) {
            database.sql(
                            "insert into feedback_round_asked (round_id, agent_id, piece) values (?, ?, ?)")
                    .params(round, agent.value(), piece)
                    .update();
        }
    }

    /// @return whether they had not answered before
    boolean answered(long round, AgentId agent) {
        return database.sql(
                                "update feedback_round_asked set answered = true where round_id = ? and agent_id = ? and not answered")
                        .params(round, agent.value())
                        .update()
                == 1;
    }

    Optional<Integer> piece(long round, AgentId agent) {
        return database.sql(
                        "select piece from feedback_round_asked where round_id = ? and agent_id = ?")
                .params(round, agent.value())
                .query(Integer.class)
                .optional();
    }

    /// Keeps an answer under a random key.
    void insertAnswer(long round, int piece, List<Integer> marks, @Nullable String words) {
        var key = UUID.randomUUID();
        database.sql(
                        "insert into feedback_round_answer (round_id, id, piece, marks, words) values (:round, :id, :piece, :marks, :words)")
                .param("round", round)
                .param(
                        "id",
                        ByteBuffer.allocate(16)
                                .putLong(key.getMostSignificantBits())
                                .putLong(key.getLeastSignificantBits())
                                .array())
                .param("piece", piece)
                .param("marks", JSON.writeValueAsString(marks))
                .param("words", words)
                .update();
    }

    int dropBefore(Instant end) {
        return database.sql("delete from feedback_round where closes_at < ?")
                .param(utc(end))
                .update();
    }

    // ------------------------------------------------------------------ reading

    Optional<Round> find(long number) {
        return rounds("where r.id = :id", Map.of("id", number)).stream().findFirst();
    }

    List<Round> all() {
        return rounds("order by r.id desc", Map.of());
    }

    boolean hasOpenReview(UserId manager, Instant now) {
        return database.sql(
                        "select exists (select 1 from feedback_round where manager_user = ? and closes_at > ?)")
                .params(manager.value(), utc(now))
                .query(Boolean.class)
                .single();
    }

    /// What waits for somebody's answer.
    List<Round> waiting(AgentId agent, Instant now) {
        return rounds(
                "join feedback_round_asked a on a.round_id = r.id where a.agent_id = :agent and not a.answered"
                        + " and r.closes_at > :now order by r.closes_at, r.id",
                Map.of("agent", agent.value(), "now", utc(now)));
    }

    /// The parts of those asked, in their order.
    List<Piece> pieces(long round) {
        return database.sql(
                        "select piece, unit_id from feedback_round_piece where round_id = ? order by piece")
                .param(round)
                .query((row, _) -> {
                    long unit = row.getLong("unit_id");
                    return new Piece(row.getInt("piece"), row.wasNull() ? null : new UnitId(unit));
                })
                .list();
    }

    /// @param unit null: several together
    record Piece(int number, @Nullable UnitId unit) {}

    /// All answers, in the order of their random keys.
    List<Anonymous.Given> answers(long round) {
        return database.sql(
                        "select piece, marks from feedback_round_answer where round_id = ? order by id")
                .param(round)
                .query((row, _) ->
                        new Anonymous.Given(
                                row.getInt("piece"),
                                JSON.readValue(
                                        row.getString("marks"),
                                        new TypeReference<List<Integer>>() {})))
                .list();
    }

    /// What was written, in another order than the answers have: by what it says, which says
    /// nothing of who came when.
    List<String> words(long round) {
        return database.sql(
                        "select words from feedback_round_answer where round_id = ? and words is not null order by sha2(concat(words, hex(id)), 256)")
                .param(round)
                .query((row, _) -> row.getString("words"))
                .list();
    }

    private List<Round> rounds(String rest, Map<String, ?> values) {
        return database.sql(READ + rest).params(values).query((row, _) -> round(row)).list();
    }

    private static Round round(ResultSet row) throws SQLException {
        long manager = row.getLong("manager_user");
        var who = row.wasNull() ? null : new UserId(manager);
        return new Round(
                row.getLong("id"),
                Round.Type.valueOf(row.getString("kind")),
                row.getString("title"),
                who,
                Objects.requireNonNullElse(row.getString("manager_name"), ""),
                Arrays.stream(JSON.readValue(row.getString("questions"), String[].class))
                        .collect(Collectors.toList()),
                instant(row, "opened_at"),
                row.getString("opened_name"),
                instant(row, "closes_at"),
                row.getInt("asked"));
    }
}
