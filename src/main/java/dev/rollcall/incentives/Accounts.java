package dev.rollcall.incentives;

import static dev.rollcall.incentives.Rows.actor;
import static dev.rollcall.incentives.Rows.instant;
import static dev.rollcall.incentives.Rows.utc;

import dev.rollcall.audit.Actor;
import dev.rollcall.database.Precedence;
import dev.rollcall.incentives.LedgerEntry.Kind;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.ApplicationClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ledger of points. Whoever writes takes the person's turn first, so that two at once never
/// spend the same points: the second sees what the first left.
@Repository
class Accounts {

    private final JdbcClient database;
    private final ApplicationClock clock;
    private final Precedence precedence = new Precedence();

    Accounts(JdbcClient database, ApplicationClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What refers where in a new entry.
    record Origin(
            @Nullable Long run,
            @Nullable Integer revision,
            @Nullable Long reverses,
            @Nullable Long redemption,
            @Nullable Long appeal) {

        static Origin award(long run, int revision) {
            return new Origin(run, revision, null, null, null);
        }

        static Origin reversal(LedgerEntry of) {
            return new Origin(null, null, of.number(), of.redemption(), null);
        }

        static Origin redemption(long number) {
            return new Origin(null, null, null, number, null);
        }

        static Origin correction(long appeal) {
            return new Origin(null, null, null, null, appeal);
        }
    }

    /// Takes people's turns, in an order of their own, before anything of theirs is read.
    void take(Collection<AgentId> people) {
        people.stream()
                .distinct()
                .sorted(Comparator.comparing(AgentId::value))
                .forEach(agent ->
                        database.sql(
                                        """
                                        insert into incentives_turn (agent_id, taken) values (?, 1)
                                        on duplicate key update taken = taken + 1
                                        """)
                                .param(agent.value())
                                .update());
    }

    /// As [#take], for somebody who waits: the background rests for a while.
    void takeFirst(AgentId agent) {
        precedence.take();
        take(List.of(agent));
    }

    Duration rest() {
        return precedence.rest();
    }

    /// Writes an entry; the person's turn has been taken.
    ///
    /// @return its number
    long write(AgentId agent, Kind kind, long points, Origin origin, Actor by) {
        var last = last(agent);
        database.sql(
                        """
                        insert into incentives_entry (agent_id, seq, kind, points, balance, run_id, revision,
                            reverses, redemption, appeal, at, by_kind, by_id, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(agent.value())
                .param(last.map(LedgerEntry::seq).orElse(0L) + 1)
                .param(kind.name())
                .param(points)
                .param(Math.addExact(last.map(LedgerEntry::balance).orElse(0L), points))
                .param(origin.run())
                .param(origin.revision())
                .param(origin.reverses())
                .param(origin.redemption())
                .param(origin.appeal())
                .param(utc(clock.instant()))
                .param(by.kind().name())
                .param(by.id())
                .param(by.name())
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    long balance(AgentId agent) {
        return last(agent).map(LedgerEntry::balance).orElse(0L);
    }

    private Optional<LedgerEntry> last(AgentId agent) {
        return database.sql(
                        "select * from incentives_entry where agent_id = ? order by seq desc limit 1")
                .param(agent.value())
                .query((row, _) -> entry(row))
                .optional();
    }

    /// The newest first.
    ///
    /// @param before only those before this one of the person
    List<LedgerEntry> page(AgentId agent, long before, int limit) {
        return database.sql(
                        "select * from incentives_entry where agent_id = ? and seq < ? order by seq desc limit ?")
                .params(agent.value(), before, limit)
                .query((row, _) -> entry(row))
                .list();
    }

    Optional<LedgerEntry> find(long number) {
        return database.sql("select * from incentives_entry where id = ?")
                .param(number)
                .query((row, _) -> entry(row))
                .optional();
    }

    /// The entry of an award.
    Optional<LedgerEntry> ofAward(long run, AgentId agent, int revision) {
        return database.sql(
                        "select * from incentives_entry where run_id = ? and agent_id = ? and revision = ?")
                .params(run, agent.value(), revision)
                .query((row, _) -> entry(row))
                .optional();
    }

    /// What was kept for a reward that was asked for.
    Optional<LedgerEntry> ofRedemption(long redemption) {
        return database.sql(
                        "select * from incentives_entry where redemption = ? and kind = 'REDEMPTION'")
                .param(redemption)
                .query((row, _) -> entry(row))
                .optional();
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                row.getLong("seq"),
                Kind.valueOf(Objects.requireNonNull(row.getString("kind"))),
                row.getLong("points"),
                row.getLong("balance"),
                row.getObject("run_id", Long.class),
                row.getObject("revision", Integer.class),
                row.getObject("reverses", Long.class),
                row.getObject("redemption", Long.class),
                row.getObject("appeal", Long.class),
                instant(row, "at"),
                actor(row, "by"));
    }
}
