package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.support.ModuleTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@Timeout(60)
class RetriesTests {

    private static final int PAIRS = 200;

    @Autowired private Retries retries;
    @Autowired private JdbcClient jdbc;
    @Autowired private EntityManager entities;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private PersistenceExceptionTranslator persistence;

    @BeforeEach
    void oneAccount() {
        jdbc.sql("create table account (id int primary key, balance int not null)").update();
        jdbc.sql("insert into account values (1, 0), (2, 0)").update();
    }

    @AfterEach
    void noAccount() {
        jdbc.sql("drop table account").update();
    }

    @Test
    void losesNoUpdateWhenTwoChangeTheSameRowFromTheSameSnapshot() throws Exception {
        var attempts = new AtomicInteger();
        for (int pair = 0; pair < PAIRS; pair++) {
            var bothHaveRead = new CyclicBarrier(2);
            Callable<Integer> addOne =
                    () -> {
                        var first = new AtomicInteger(1);
                        return retries.inTransaction(() -> {
                            attempts.incrementAndGet();
                            int before = balance(1);
                            if (first.getAndSet(0) == 1) {
                                await(bothHaveRead);
                            }
                            setBalance(1, before + 1);
                            return before;
                        });
                    };
            together(List.of(addOne, addOne));
        }
        assertThat(balance(1)).isEqualTo(2 * PAIRS);
        assertThat(attempts.get()).isGreaterThanOrEqualTo(3 * PAIRS);
    }

    @Test
    void losesNoUpdateWhenThirtyTwoCrowdOneRow() throws Exception {
        List<Callable<Integer>> crowd = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            crowd.add(() ->
                    retries.inTransaction(() -> {
                        int before = balance(1);
                        setBalance(1, before + 1);
                        return before;
                    }));
        }
        together(crowd);
        assertThat(balance(1)).isEqualTo(32);
    }

    @Test
    void resolvesADeadlock() throws Exception {
        var bothHoldOne = new CyclicBarrier(2);
        together(List.of(() -> transfer(1, 2, bothHoldOne), () -> transfer(2, 1, bothHoldOne)));
        assertThat(balance(1)).isZero();
        assertThat(balance(2)).isZero();
    }

    private int transfer(int from, int to, CyclicBarrier bothHoldOne) {
        var first = new AtomicInteger(1);
        return retries.inTransaction(() -> {
            jdbc.sql("update account set balance = balance - 1 where id = ?").param(from).update();
            if (first.getAndSet(0) == 1) {
                await(bothHoldOne);
            }
            return jdbc.sql("update account set balance = balance + 1 where id = ?")
                    .param(to)
                    .update();
        });
    }

    @Test
    void namesTheSnapshotConflictForPlainJdbc() {
        assertThatThrownBy(() -> conflict(() -> setBalance(1, 5)))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void namesTheSnapshotConflictForHibernate() {
        var update = "update account set balance = 5 where id = 1";
        assertThatThrownBy(() -> conflict(() -> entities.createNativeQuery(update).executeUpdate()))
                .isInstanceOfSatisfying(
                        RuntimeException.class,
                        e ->
                                assertThat(persistence.translateExceptionIfPossible(e))
                                        .isInstanceOf(OptimisticLockingFailureException.class));
    }

    private void conflict(Runnable secondWrite) {
        alone(() -> {
            balance(1);
            elsewhere(() -> setBalance(1, 3));
            secondWrite.run();
        });
    }

    /// In a transaction that is not repeated.
    private void alone(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    @Test
    void namesTheLockThatDidNotComeFree() {
        assertThatThrownBy(() ->
                        alone(() -> {
                            setBalance(1, 3);
                            elsewhere(() -> setBalanceWithoutWaiting(1, 4));
                        }))
                .hasCauseInstanceOf(CannotAcquireLockException.class)
                .satisfies(e -> assertThat(Collision.below(e)).contains(Collision.LOCK_WAIT));
    }

    @Test
    void givesUpWithAConcurrencyFailureWhenItKeepsColliding() {
        var attempts = new AtomicInteger();
        assertThatThrownBy(() ->
                        retries.inTransaction(() -> {
                            attempts.incrementAndGet();
                            balance(1);
                            elsewhere(() -> setBalance(1, attempts.get()));
                            setBalance(1, -1);
                        }))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(attempts).hasValue(12);
    }

    @Test
    void passesEverythingElseThroughAtOnce() {
        var attempts = new AtomicInteger();
        assertThatThrownBy(() ->
                        retries.inTransaction(() -> {
                            attempts.incrementAndGet();
                            jdbc.sql("insert into account values (1, 1)").update();
                        }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void leavesBeginningAnewToWhoeverOpenedTheTransaction() {
        var outer = new AtomicInteger();
        var inner = new AtomicInteger();
        retries.inTransaction(() -> {
            boolean first = outer.incrementAndGet() == 1;
            int before = balance(1);
            if (first) {
                elsewhere(() -> setBalance(1, 40));
            }
            retries.inTransaction(() -> {
                inner.incrementAndGet();
                setBalance(1, before + 2);
            });
        });
        assertThat(outer).hasValue(2);
        assertThat(inner).hasValue(2);
        assertThat(balance(1)).isEqualTo(42);
    }

    private int balance(int id) {
        return jdbc.sql("select balance from account where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private void setBalance(int id, int balance) {
        jdbc.sql("update account set balance = ? where id = ?").param(balance).param(id).update();
    }

    private void setBalanceWithoutWaiting(int id, int balance) {
        jdbc.sql(
                        "set statement innodb_lock_wait_timeout = 0 for"
                                + " update account set balance = ? where id = ?")
                .param(balance)
                .param(id)
                .update();
    }

    private static void elsewhere(Runnable work) {
        try {
            together(List.of(Executors.callable(work, 0)));
        } catch (Exception e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void together(List<? extends Callable<Integer>> works) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            works.forEach(work -> running.add(threads.submit(work)));
            for (var one : running) {
                one.get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
