package dev.rollcall.incentives;

import static dev.rollcall.incentives.Rows.instantOrNull;
import static dev.rollcall.incentives.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Schemes and their versions in the database.
@Repository
class SchemeTable {

    private final JdbcClient database;

    SchemeTable(JdbcClient database) {
        this.database = database;
    }

    List<Scheme> all() {
        var versions =
                database
                        .sql("select * from incentives_scheme_version order by scheme, number")
                        .query((row, _) -> version(row))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(SchemeVersion::scheme));
        return database.sql("select * from incentives_scheme order by code")
                .query((row, _) ->
                        new Scheme(
                                row.getString("code"),
                                row.getObject("ended_from", LocalDate.class),
                                versions.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    Optional<Scheme> find(String code) {
        return all().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    private static SchemeVersion version(ResultSet row) throws SQLException {
        return new SchemeVersion(
                row.getString("scheme"),
                row.getInt("number"),
                Rows.read(row.getString("rules"), Rules.class),
                row.getObject("starts", LocalDate.class),
                row.getLong("edits"),
                instantOrNull(row, "published_at"),
                row.getString("published_by"));
    }

    void create(String code) {
        database.sql("insert ignore into incentives_scheme (code) values (?)").param(code).update();
    }

    /// @return whether nobody else has begun a draft
    boolean insert(String scheme, int number, Rules rules, LocalDate starts) {
        return database.sql(
                                """
                                insert ignore into incentives_scheme_version (scheme, number, rules, starts, edits)
                                values (?, ?, ?, ?, 1)
                                """)
                        .params(scheme, number, Rows.json(rules), starts)
                        .update()
                == 1;
    }

    boolean update(String scheme, long edits, Rules rules, LocalDate starts) {
        return database.sql(
                                """
                                update incentives_scheme_version set rules = ?, starts = ?, edits = edits + 1
                                where scheme = ? and published_at is null and edits = ?
                                """)
                        .params(Rows.json(rules), starts, scheme, edits)
                        .update()
                == 1;
    }

    boolean publish(String scheme, long edits, Instant now, String by) {
        return database.sql(
                                """
                                update incentives_scheme_version set published_at = ?, published_by = ?
                                where scheme = ? and published_at is null and edits = ?
                                """)
                        .params(utc(now), by, scheme, edits)
                        .update()
                == 1;
    }

    boolean discard(String scheme, long edits) {
        return database.sql(
                                "delete from incentives_scheme_version where scheme = ? and published_at is null and edits = ?")
                        .params(scheme, edits)
                        .update()
                == 1;
    }

    boolean end(String scheme, LocalDate from) {
        return database.sql(
                                "update incentives_scheme set ended_from = ? where code = ? and ended_from is null")
                        .params(from, scheme)
                        .update()
                == 1;
    }
}
