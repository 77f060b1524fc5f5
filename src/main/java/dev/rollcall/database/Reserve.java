package dev.rollcall.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A few connections kept back for what nobody may hold up: clocking in, what feeds report, the
/// state of the floor. When reports and screens have taken all others, work that runs here is given
/// one of these and does not stand in their line.
public final class Reserve {

    private static final ThreadLocal<@Nullable Boolean> ENTITLED = new ThreadLocal<>();

    private Reserve() {}

    /// Runs short work that may use the reserve. Long work would turn it into one more line.
    public static <T extends @Nullable Object> T using(Supplier<T> work) {
        if (isEntitled()) {
            return work.get();
        }
        ENTITLED.set(true);
        try {
            return work.get();
        } finally {
            ENTITLED.remove();
        }
    }

    /// As [#using(Supplier)], for work without a result.
    public static void using(Runnable work) {
        Reserve.<@Nullable Object>using(() -> {
            work.run();
            return null;
        });
    }

    static boolean isEntitled() {
        return ENTITLED.get() != null;
    }
}
