package dev.rollcall.work;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Lets something happen while an item is being changed, for tests.
@Component("interruptionOfWork")
class Interruption {

    private final AtomicReference<@Nullable Runnable> during = new AtomicReference<>();
    private final AtomicReference<@Nullable Runnable> after = new AtomicReference<>();

    /// Inside the transaction that changes it: nobody else knows of the change yet.
    void inTheNextStep(Runnable deed) {
        during.set(deed);
    }

    /// When it is changed, before whoever did it hears of it.
    void afterTheNextStep(Runnable deed) {
        after.set(deed);
    }

    @EventListener
    void on(Worked worked) {
        run(during.getAndSet(null));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void after(Worked worked) {
        run(after.getAndSet(null));
    }

    private static void run(@Nullable Runnable deed) {
        if (deed != null) {
            deed.run();
        }
    }
}
