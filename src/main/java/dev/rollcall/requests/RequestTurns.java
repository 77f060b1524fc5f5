package dev.rollcall.requests;

import dev.rollcall.database.Retries;
import dev.rollcall.people.UnitId;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets requests in a unit be asked and decided one after the other, so that of two who want the
/// last place only one gets it. A plan that somebody else wrote meanwhile makes the whole work
/// begin anew on what is there then.
@Component
class RequestTurns {

    private static final int ATTEMPTS = 12;

    private final Retries retries;
    private final JdbcClient database;

    RequestTurns(Retries retries, JdbcClient database) {
        this.retries = retries;
        this.database = database;
    }

    /// Does repeatable work in a transaction when it is the turn of some units.
    <T> T take(Collection<UnitId> units, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return retries.inTransaction(() -> {
                    units.stream()
                            .distinct()
                            .sorted(Comparator.comparing(UnitId::value))
                            .forEach(this::take);
                    return work.get();
                });
            } catch (DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void take(UnitId unit) {
        database.sql(
                        """
                        insert into request_turn (unit_id, taken) values (?, 1)
                        on duplicate key update taken = taken + 1
                        """)
                .param(unit.value())
                .update();
    }
}
