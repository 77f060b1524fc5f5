package dev.rollcall.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CoalescerTests {

    private final ManualTimer timer = new ManualTimer();
    private final Queue<Runnable> page = new ArrayDeque<>();
    private final List<Collection<String>> delivered = new ArrayList<>();
    private final Coalescer<String, String> coalescer =
            new Coalescer<>(timer, () -> timer.now, page::add, delivered::add);

    @Test
    void deliversTheFirstChangeAtOnce() {
        coalescer.add("kim", "out");
        letPass(Duration.ZERO);
        assertThat(delivered).containsExactly(List.of("out"));
    }

    @Test
    void gathersWhatFollowsWithinAQuarterOfASecond() {
        coalescer.add("kim", "out");
        letPass(Duration.ZERO);
        coalescer.add("kim", "in");
        coalescer.add("dana", "out");
        letPass(Duration.ofMillis(240));
        assertThat(delivered).hasSize(1);
        letPass(Duration.ofMillis(10));
        assertThat(delivered).last().isEqualTo(List.of("in", "out"));
    }

    @Test
    void keepsTheLatestOfEachKeyOnly() {
        coalescer.add("kim", "out");
        coalescer.add("kim", "in");
        letPass(Duration.ZERO);
        assertThat(delivered).containsExactly(List.of("in"));
    }

    @Test
    void handsOverNothingNewWhileThePageIsBusy() {
        coalescer.add("kim", "out");
        timer.advance(Duration.ZERO);
        coalescer.add("kim", "in");
        coalescer.add("dana", "out");
        timer.advance(Duration.ofSeconds(30));
        assertThat(page).hasSize(1);
        letPass(Duration.ZERO);
        assertThat(delivered).containsExactly(List.of("in", "out"));
    }

    @Test
    void deliversNothingAfterItWasClosed() {
        coalescer.add("kim", "out");
        coalescer.close();
        letPass(Duration.ofSeconds(1));
        assertThat(delivered).isEmpty();
    }

    @Test
    void deliversAnEmptyBatchAfterANudge() {
        coalescer.nudge(Duration.ofSeconds(1));
        letPass(Duration.ofMillis(999));
        assertThat(delivered).isEmpty();
        letPass(Duration.ofMillis(1));
        assertThat(delivered).containsExactly(List.of());
    }

    @Test
    void doesNotLetANudgeHoldUpAChange() {
        coalescer.nudge(Duration.ofSeconds(1));
        coalescer.add("kim", "out");
        letPass(Duration.ZERO);
        assertThat(delivered).containsExactly(List.of("out"));
    }

    private void letPass(Duration duration) {
        timer.advance(duration);
        for (var task = page.poll(); task != null; task = page.poll()) {
            task.run();
        }
    }

    /// Runs tasks when the test says that their time has come.
    private static final class ManualTimer implements Coalescer.Clockwork {
        private record Task(long at, Runnable action) implements Comparable<Task> {
            @Override
            public int compareTo(Task other) {
                return Long.compare(at, other.at);
            }
        }

        private final PriorityQueue<Task> tasks = new PriorityQueue<>();
        private long now;

        @Override
        public void after(Duration wait, Runnable task) {
            tasks.add(new Task(now + wait.toNanos(), task));
        }

        void advance(Duration duration) {
            now += duration.toNanos();
            for (var task = tasks.peek(); task != null && task.at() <= now; task = tasks.peek()) {
                tasks.remove();
                task.action().run();
            }
        }
    }
}
