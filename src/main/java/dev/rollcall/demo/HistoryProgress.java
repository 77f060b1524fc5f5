package dev.rollcall.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// How much of the demo's history is there, for whoever looks at it meanwhile.
@Component
@Profile("demo")
public class HistoryProgress {

    private final List<Consumer<Told>> followers = new CopyOnWriteArrayList<>();
    private volatile Told told = new Told(0, 0);

    HistoryProgress() {}

    /// @param days how many days are there
    /// @param of how many there will be
    public record Told(int days, int of) {

        /// Whether all of it is there.
        public boolean isDone() {
            return days >= of;
        }
    }

    /// How much is there now.
    public Told told() {
        return told;
    }

    /// Calls a follower with each day that is added, on the demo's own thread, until the answer is
    /// run. The follower returns at once.
    public Runnable follow(Consumer<Told> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    void is(int days, int of) {
        var now = new Told(days, of);
        told = now;
        followers.forEach(follower -> follower.accept(now));
    }
}
