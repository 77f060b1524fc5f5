package dev.rollcall.adherence;

import dev.rollcall.adherence.RulePreview.State;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.UnitId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One preview: how far it is, what it found, and who wants to know.
final class PreviewRun {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewRun.class);

    private final String id;
    private final Actor by;
    private final @Nullable UnitId unit;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Agent> agents;
    private final String edition;
    private final BiFunction<List<Agent>, PreviewRun, List<Moved>> judge;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    // How long ago it was is a matter of the machine's clock, not of the application's.
    private final long begun = System.nanoTime();
    private volatile boolean stopped;
    private volatile State state = State.WAITING;
    private volatile int done;
    private volatile List<Moved> found = List.of();

    /// @param judge judges some of the people on the days of the run
    PreviewRun(
            String id,
            Actor by,
            @Nullable UnitId unit,
            LocalDate from,
            LocalDate to,
            List<Agent> agents,
            String edition,
            BiFunction<List<Agent>, PreviewRun, List<Moved>> judge) {
        this.id = id;
        this.by = by;
        this.unit = unit;
        this.from = from;
        this.to = to;
        this.agents = List.copyOf(agents);
        this.edition = edition;
        this.judge = judge;
    }

    /// @param atATime how many people; after each portion it may be stopped
    void work(int atATime) {
        state = State.RUNNING;
        tell();
        var how = State.FAILED;
        try {
            var all = new ArrayList<Moved>();
            for (int first = 0; first < agents.size() && !stopped; first += atATime) {
                var some = agents.subList(first, Math.min(agents.size(), first + atATime));
                all.addAll(judge.apply(some, this));
                done = first + some.size();
                tell();
            }
            found = stopped ? List.of() : List.copyOf(all);
            how = stopped ? State.STOPPED : State.DONE;
        } catch (RuntimeException e) {
            LOG.error("Other rules could not be tried", e);
        } finally {
            // Also when memory is short: whoever waits is told.
            state = how;
            tell();
            followers.clear();
        }
    }

    void stop() {
        stopped = true;
    }

    Runnable follow(Runnable told) {
        followers.add(told);
        if (isOver()) {
            told.run();
        }
        return () -> followers.remove(told);
    }

    private void tell() {
        followers.forEach(Runnable::run);
    }

    boolean isOver() {
        return state != State.WAITING && state != State.RUNNING;
    }

    boolean isOlderThan(Duration age) {
        return isOver() && System.nanoTime() - begun > age.toNanos();
    }

    String id() {
        return id;
    }

    Actor by() {
        return by;
    }

    @Nullable UnitId unit() {
        return unit;
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    int people() {
        return agents.size();
    }

    int done() {
        return done;
    }

    String edition() {
        return edition;
    }

    State state() {
        return state;
    }

    List<Moved> found() {
        return found;
    }
}
