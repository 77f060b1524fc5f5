package dev.rollcall.incentives;

import static dev.rollcall.incentives.Rows.instant;
import static dev.rollcall.incentives.Rows.instantOrNull;
import static dev.rollcall.incentives.Rows.utc;

import dev.rollcall.audit.Actor;
import dev.rollcall.incentives.Redemption.State;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rewards and what people asked for, in the database.
@Repository
class RewardTable {

    private final JdbcClient database;

    RewardTable(JdbcClient database) {
        this.database = database;
    }

    List<Reward> rewards() {
        return database.sql("select * from incentives_reward order by price, name, id")
                .query((row, _) -> reward(row))
                .list();
    }

    Optional<Reward> reward(long number) {
        return database.sql("select * from incentives_reward where id = ?")
                .param(number)
                .query((row, _) -> reward(row))
                .optional();
    }

    private static Reward reward(ResultSet row) throws SQLException {
        var unit = row.getObject("unit_id", Long.class);
        return new Reward(
                row.getLong("id"),
                row.getString("name"),
                row.getString("about"),
                Reward.Kind.valueOf(Objects.requireNonNull(row.getString("kind"))),
                row.getLong("price"),
                row.getObject("stock", Integer.class),
                unit == null ? null : new UnitId(unit),
                row.getString("absence"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getBoolean("offered"),
                row.getLong("version"));
    }

    /// @return its number; 0 when it was not that version any more
    long save(Reward reward) {
        boolean isNew = reward.number() == 0;
        int written =
                database.sql(
                                isNew
                                        ? """
                                        insert into incentives_reward (name, about, kind, price, stock, unit_id, absence,
                                            amount, currency, offered)
                                        values (:name, :about, :kind, :price, :stock, :unit, :absence, :amount, :currency, :offered)
                                        """
                                        : """
                                        update incentives_reward set name = :name, about = :about, kind = :kind, price = :price,
                                            stock = :stock, unit_id = :unit, absence = :absence, amount = :amount,
                                            currency = :currency, offered = :offered, version = version + 1
                                        where id = :id and version = :version
                                        """)
                        .param("id", reward.number())
                        .param("version", reward.version())
                        .param("name", reward.name())
                        .param("about", reward.about())
                        .param("kind", reward.kind().name())
                        .param("price", reward.price())
                        .param("stock", reward.stock())
                        .param("unit", reward.unit() == null ? null : reward.unit().value())
                        .param("absence", reward.absence())
                        .param("amount", reward.amount())
                        .param("currency", reward.currency())
                        .param("offered", reward.offered())
                        .update();
        if (isNew) {
            return database.sql("select last_insert_id()").query(Long.class).single();
        }
        return written == 1 ? reward.number() : 0;
    }

    /// Takes one of those that are left.
    ///
    /// @return whether one was left
    boolean takeOne(long reward) {
        return database.sql(
                                """
                                update incentives_reward set stock = if(stock is null, null, stock - 1)
                                where id = ? and offered and (stock is null or stock > 0)
                                """)
                        .param(reward)
                        .update()
                == 1;
    }

    void putBack(long reward) {
        database.sql(
                        "update incentives_reward set stock = stock + 1 where id = ? and stock is not null")
                .param(reward)
                .update();
    }

    // ------------------------------------------------------------------ what people asked for

    long ask(AgentId agent, Reward reward, @Nullable LocalDate day, Instant now) {
        database.sql(
                        """
                        insert into incentives_redemption (agent_id, reward_id, name, kind, price, day, absence, amount, currency, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(agent.value())
                .param(reward.number())
                .param(reward.name())
                .param(reward.kind().name())
                .param(reward.price())
                .param(day)
                .param(reward.absence())
                .param(reward.amount())
                .param(reward.currency())
                .param(utc(now))
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    /// @return whether it still waited, in that version
    boolean decide(
            Redemption known,
            State to,
            Actor by,
            Instant now,
            @Nullable String answer,
            @Nullable Long timeOff) {
        return database.sql(
                                """
                                update incentives_redemption set state = ?, decided_at = ?, decided_kind = ?, decided_id = ?,
                                    decided_name = ?, answer = ?, time_off = ?, version = version + 1
                                where id = ? and version = ? and state = 'ASKED'
                                """)
                        .param(to.name())
                        .param(utc(now))
                        .param(by.kind().name())
                        .param(by.id())
                        .param(by.name())
                        .param(answer)
                        .param(timeOff)
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    Optional<Redemption> redemption(long number) {
        return database.sql("select * from incentives_redemption where id = ?")
                .param(number)
                .query((row, _) -> redemption(row))
                .optional();
    }

    List<Redemption> of(AgentId agent, int limit) {
        return database.sql(
                        "select * from incentives_redemption where agent_id = ? order by id desc limit ?")
                .params(agent.value(), limit)
                .query((row, _) -> redemption(row))
                .list();
    }

    /// Those that wait, the oldest first.
    List<Redemption> waiting() {
        return database.sql("select * from incentives_redemption where state = 'ASKED' order by id")
                .query((row, _) -> redemption(row))
                .list();
    }

    /// Those decided in a span, the latest first.
    List<Redemption> decided(Instant from, Instant until, int limit) {
        return database.sql(
                        """
                        select * from incentives_redemption where decided_at >= ? and decided_at < ? and state in ('APPROVED', 'DECLINED')
                        order by decided_at desc, id desc limit ?
                        """)
                .params(utc(from), utc(until), limit)
                .query((row, _) -> redemption(row))
                .list();
    }

    private static Redemption redemption(ResultSet row) throws SQLException {
        return new Redemption(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                row.getLong("reward_id"),
                row.getString("name"),
                Reward.Kind.valueOf(Objects.requireNonNull(row.getString("kind"))),
                row.getLong("price"),
                row.getObject("day", LocalDate.class),
                row.getString("absence"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                State.valueOf(Objects.requireNonNull(row.getString("state"))),
                instant(row, "asked_at"),
                row.getString("decided_kind") == null ? null : Rows.actor(row, "decided"),
                instantOrNull(row, "decided_at"),
                row.getString("answer"),
                row.getObject("time_off", Long.class),
                row.getLong("version"));
    }
}
