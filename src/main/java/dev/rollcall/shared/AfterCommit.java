package dev.rollcall.shared;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Work that must not happen before a change is in the database.
public final class AfterCommit {

    private AfterCommit() {}

    /// Runs work after the commit of the current transaction, before its event listeners, or at
    /// once when there is none. It runs on the transaction's connection, in a fresh snapshot: it
    /// may read, and must not write.
    public static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new First(work));
    }

    private record First(Runnable work) implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            work.run();
        }
    }
}
