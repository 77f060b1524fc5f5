package dev.rollcall.schedule;

import dev.rollcall.database.Retries;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Lets writers of one day or activity go one after the other. Who comes second runs into the
/// primary key of the version the first one wrote, and does the whole work again on what is there
/// now.
@Component
class Turns {

    private static final int ATTEMPTS = 12;

    private final Retries retries;

    Turns(Retries retries) {
        this.retries = retries;
    }

    /// Does repeatable work in a transaction.
    <T> T take(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return retries.inTransaction(work);
            } catch (DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
