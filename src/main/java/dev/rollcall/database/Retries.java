package dev.rollcall.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs units of work that may collide with others on the same rows.
///
/// MariaDB answers a collision with an error: the rows changed after the transaction's snapshot was
/// taken, a deadlock, or a lock that did not come free. The whole unit is then done again in a new
/// transaction on fresh data, a few times and with growing random pauses. Everything else is the
/// caller's and passes through, also a stale `@Version` that came from a screen.
///
/// The work must be repeatable: read what it decides on inside, and leave what cannot be undone
/// (mail, memory, other servers) to listeners after the commit.
@Component
public class Retries {

    private static final int ATTEMPTS = 12;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    /// A lock wait alone takes five seconds; nobody waits for twelve of them.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TransactionTemplate transaction;
    private final TransactionTemplate itsOwn;

    Retries(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.itsOwn = new TransactionTemplate(transactions);
        itsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        itsOwn.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /// Does the work in a transaction of its own, again when it collides. Inside a running
    /// transaction it simply takes part: then only whoever opened that one can begin anew.
    ///
    /// @throws ConcurrencyFailureException if it keeps colliding
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return transaction.execute(status -> work.get());
        }
        return repeatedly(transaction, work);
    }

    /// Does the work in a transaction of its own whatever is running, again when it collides, and
    /// has committed it when it returns. Each of its statements sees what is committed by then
    /// (READ COMMITTED): for work that locks the rows it decides on before it reads them, and so
    /// waits for others where a snapshot would collide with them.
    ///
    /// @throws ConcurrencyFailureException if it keeps colliding
    public <T extends @Nullable Object> T inTransactionOfItsOwn(Supplier<T> work) {
        return repeatedly(itsOwn, work);
    }

    private static <T extends @Nullable Object> T repeatedly(
            TransactionTemplate transaction, Supplier<T> work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (RuntimeException e) {
                var collision = Collision.below(e);
                if (collision.isEmpty()) {
                    throw e;
                }
                collisions(collision.get()).increment();
                if (attempt == ATTEMPTS || System.nanoTime() > end) {
                    throw e instanceof ConcurrencyFailureException
                            ? e
                            : new OptimisticLockingFailureException(
                                    "Others kept changing the same rows", e);
                }
                pause(attempt, e);
            }
        }
    }

    /// As [#inTransaction(Supplier)], for work without a result.
    public void inTransaction(Runnable work) {
        this.<@Nullable Object>inTransaction(() -> {
            work.run();
            return null;
        });
    }

    private static Counter collisions(Collision kind) {
        return Counter.builder("rollcall.database.collisions")
                .description("Units of work that were done again because others were faster")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(Metrics.globalRegistry);
    }

    private static void pause(int attempt, RuntimeException collision) {
        long most = Math.min(SHORTEST_PAUSE.toNanos() << attempt, LONGEST_PAUSE.toNanos());
        try {
            TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw collision;
        }
    }
}
