package dev.rollcall.planner.proposal;

import dev.rollcall.people.UnitId;
import dev.rollcall.planner.proposal.Proposal.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One search for a week: what it has found so far, and who wants to know.
final class ProposalRun {

    private static final Logger LOG = LoggerFactory.getLogger(ProposalRun.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_NEWS = Duration.ofMillis(500);
    private static final Duration KEPT = Duration.ofHours(1);

    private final UnitId unit;
    private final LocalDate monday;
    private final WeekMaker maker;
    private final int open;
    private final Duration limit;
    private final Search search;
    private final List<Consumer<Proposal>> followers = new CopyOnWriteArrayList<>();

    // How long a search takes is a matter of the machine's clock, not of the application's.
    private volatile long begun;
    private volatile long ended;
    private volatile long lastNews;
    private volatile boolean stopped;
    private volatile State state = State.WAITING;
    private volatile @Nullable Week start;
    private volatile @Nullable Week best;
    private volatile @Nullable Week result;

    ProposalRun(UnitId unit, LocalDate monday, WeekMaker maker, int open, Duration limit) {
        this.unit = unit;
        this.monday = monday;
        this.maker = maker;
        this.open = open;
        this.limit = limit;
        this.search = new Search(limit, PATIENCE, new Standing());
    }

    void search() {
        if (stopped) {
            finish(State.STOPPED);
            return;
        }
        begun = System.nanoTime();
        state = State.SEARCHING;
        tell();
        try {
            result = search.run(maker.week());
        } catch (RuntimeException e) {
            LOG.error("A week could not be proposed", e);
        } finally {
            // Also when memory is short: whoever waits is told.
            finish(result == null ? State.FAILED : stopped ? State.STOPPED : State.DONE);
        }
    }

    private final class Standing implements Search.Listener {

        @Override
        public void greedy(Week week) {
            start = week;
            found(week);
        }

        @Override
        public void better(Week week) {
            found(week);
        }

        private void found(Week week) {
            best = week;
            if (stopped) {
                search.stop();
            }
            long now = System.nanoTime();
            if (now - lastNews > BETWEEN_NEWS.toNanos()) {
                lastNews = now;
                tell();
            }
        }
    }

    private void finish(State how) {
        ended = System.nanoTime();
        state = how;
        tell();
        followers.clear();
    }

    void stop() {
        stopped = true;
        search.stop();
    }

    /// What has been found so far.
    Proposal standing() {
        var over = result;
        var greedy = start;
        var week = over == null ? best : over;
        var since = begun;
        var until = ended == 0 ? System.nanoTime() : ended;
        return new Proposal(
                unit,
                monday,
                state,
                open,
                since == 0 ? Duration.ZERO : Duration.ofNanos(until - since),
                limit,
                greedy == null ? null : Accounting.of(greedy),
                week == null ? null : Accounting.of(week),
                over == null ? List.of() : maker.edits(over));
    }

    Runnable follow(Consumer<Proposal> told) {
        followers.add(told);
        told.accept(standing());
        return () -> followers.remove(told);
    }

    private void tell() {
        if (!followers.isEmpty()) {
            var standing = standing();
            followers.forEach(each -> each.accept(standing));
        }
    }

    /// Whether nobody will ask for it any more.
    boolean isStale() {
        return ended != 0 && System.nanoTime() - ended > KEPT.toNanos();
    }
}
