package dev.rollcall.quality;

import static dev.rollcall.quality.Rows.instantOrNull;
import static dev.rollcall.quality.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Scorecards in the database. A published version refuses to be changed there.
@Repository
class ScorecardTable {

    private static final String READ =
            """
            select card.code, card.retired, version.number, version.sheet, version.edits,
                version.published_at, version.published_by
            from quality_scorecard card
            join quality_scorecard_version version on version.card = card.code
            """;

    private final JdbcClient database;

    ScorecardTable(JdbcClient database) {
        this.database = database;
    }

    List<Scorecard> all() {
        return cards(
                database.sql(READ + "order by card.code, version.number desc")
                        .query((row, _) -> Map.entry(row.getBoolean("retired"), version(row)))
                        .list());
    }

    Optional<Scorecard> find(String code) {
        return cards(
                        database.sql(READ + "where card.code = ? order by version.number desc")
                                .param(code)
                                .query((row, _) ->
                                        Map.entry(row.getBoolean("retired"), version(row)))
                                .list())
                .stream()
                .findFirst();
    }

    private static List<Scorecard> cards(List<Map.Entry<Boolean, ScorecardVersion>> rows) {
        var versions = new LinkedHashMap<String, List<ScorecardVersion>>();
        var retired = new LinkedHashMap<String, Boolean>();
        for (var row : rows) {
            var version = row.getValue();
            versions.computeIfAbsent(version.card(), _ -> new ArrayList<>()).add(version);
            retired.put(version.card(), row.getKey());
        }
        return versions.entrySet().stream()
                .map(each ->
                        new Scorecard(
                                each.getKey(),
                                retired.getOrDefault(each.getKey(), false),
                                each.getValue()))
                .toList();
    }

    private static ScorecardVersion version(ResultSet row) throws SQLException {
        return new ScorecardVersion(
                row.getString("code"),
                row.getInt("number"),
                QualityJson.sheet(row.getString("sheet")),
                row.getLong("edits"),
                instantOrNull(row, "published_at"),
                row.getString("published_by"));
    }

    void insertCard(String code) {
        database.sql("insert into quality_scorecard (code) values (?)").param(code).update();
    }

    void insertDraft(String code, int number, Sheet sheet) {
        database.sql(
                        """
                        insert into quality_scorecard_version (card, number, sheet, edits)
                        values (?, ?, ?, 1)
                        """)
                .params(code, number, QualityJson.write(sheet))
                .update();
    }

    /// @return whether it was still that draft
    boolean change(ScorecardVersion draft, Sheet sheet) {
        return database.sql(
                                """
                                update quality_scorecard_version set sheet = ?, edits = edits + 1
                                where card = ? and number = ? and edits = ? and published_at is null
                                """)
                        .params(
                                QualityJson.write(sheet),
                                draft.card(),
                                draft.number(),
                                draft.edits())
                        .update()
                == 1;
    }

    /// @return whether it was still that draft
    boolean publish(ScorecardVersion draft, Instant now, String by) {
        return database.sql(
                                """
                                update quality_scorecard_version set published_at = ?, published_by = ?
                                where card = ? and number = ? and edits = ? and published_at is null
                                """)
                        .params(utc(now), by, draft.card(), draft.number(), draft.edits())
                        .update()
                == 1;
    }

    boolean discard(ScorecardVersion draft) {
        return database.sql(
                                """
                                delete from quality_scorecard_version
                                where card = ? and number = ? and edits = ? and published_at is null
                                """)
                        .params(draft.card(), draft.number(), draft.edits())
                        .update()
                == 1;
    }

    void retire(String code, boolean retired) {
        database.sql("update quality_scorecard set retired = ? where code = ?")
                .params(retired, code)
                .update();
    }

    void forget(String code) {
        database.sql("delete from quality_scorecard where code = ?").param(code).update();
    }
}
