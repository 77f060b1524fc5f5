package dev.rollcall.deeds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Deeds in the database, in the words of their kinds.
@Component
class DeedTable {

    private static final Logger LOG = LoggerFactory.getLogger(DeedTable.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient database;

    /// Asked for late: kinds know services that tell of deeds.
    private final ObjectProvider<DeedKind<?>> kinds;

    DeedTable(JdbcClient database, ObjectProvider<DeedKind<?>> kinds) {
        this.database = database;
        this.kinds = kinds;
    }

    /// Takes the place of what is older than a month, too.
    long insert(String user, String kind, Record facts, Instant now) {
        database.sql("delete from deed where user_id = ? and done_at < ?")
                .params(user, utc(now.minus(KEPT)))
                .update();
        database.sql("insert into deed (user_id, kind, facts, done_at) values (?, ?, ?, ?)")
                .params(user, kind, JSON.writeValueAsString(facts), utc(now))
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    /// Somebody's since an instant, the latest first; what nobody can word any more is left out.
    List<Deed> of(String user, Instant since) {
        var known = known();
        return database
                .sql("select * from deed where user_id = ? and done_at > ? order by id desc")
                .params(user, utc(since))
                .query((row, _) -> deed(known, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// @return whether it was still there to be taken back
    boolean undone(long number, String user, Instant now) {
        return database.sql(
                                """
                                update deed set undone_at = ?
                                where id = ? and user_id = ? and undone_at is null
                                """)
                        .params(utc(now), number, user)
                        .update()
                == 1;
    }

    private Map<String, DeedKind<?>> known() {
        var known = new HashMap<String, DeedKind<?>>();
        kinds.forEach(kind -> known.put(kind.code(), kind));
        return known;
    }

    private static Optional<Deed> deed(Map<String, DeedKind<?>> known, ResultSet row)
            throws SQLException {
        var kind = known.get(row.getString("kind"));
        if (kind == null) {
            return Optional.empty();
        }
        var undone = row.getObject("undone_at", LocalDateTime.class);
        long number = row.getLong("id");
        var at = row.getObject("done_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return done(kind, row.getString("facts"))
                .map(done ->
                        new Deed(
                                number,
                                done,
                                at,
                                undone == null ? null : undone.toInstant(ZoneOffset.UTC)));
    }

    private static <F extends Record> Optional<Deed.Done<?>> done(DeedKind<F> kind, String facts) {
        try {
            return Optional.of(new Deed.Done<>(kind, JSON.readValue(facts, kind.facts())));
        } catch (JacksonException e) {
            LOG.warn("Deeds of the kind {} cannot be read any more", kind.code());
            return Optional.empty();
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
