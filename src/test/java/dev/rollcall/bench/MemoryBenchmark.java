package dev.rollcall.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What one more open board keeps on the server's heap, with 1,000 people on it and with 10,000.
@Tag("bench")
@Tag("memory")
class MemoryBenchmark {

    private static final int BOARDS = Integer.getInteger("bench.boards", 200);

    /// Connections that carried a request are closed by then; the push socket stays.
    private static final Duration UNTIL_QUIET = Duration.ofSeconds(30);

    @Test
    void keepsLittleForEachOpenBoard() throws Exception {
        var report = new Report("memory");
        double few = kilobytes(report, 1_000);
        double many = kilobytes(report, 10_000);
        report.ratio("a board with 10,000 people / one with 1,000", many / few);
        report.close();
    }

    private static double kilobytes(Report report, int people) throws Exception {
        var floor = PreparedFloor.of(people, 17);
        try (var product = floor.start();
                var threads = Executors.newFixedThreadPool(4)) {
            var boards = new ArrayList<BoardClient>();
            // The first ones load what all share.
            for (int i = 0; i < 5; i++) {
                boards.add(BoardClient.open(product, threads));
            }
            LockSupport.parkNanos(UNTIL_QUIET.toNanos());
            long before = product.liveHeap("heap-before-" + people);
            for (int i = 0; i < BOARDS; i++) {
                boards.add(BoardClient.open(product, threads));
            }
            LockSupport.parkNanos(UNTIL_QUIET.toNanos());
            double each = (product.liveHeap("heap-after-" + people) - before) / 1024.0 / BOARDS;
            var with = " with %,d people".formatted(people);
            report.figure("live heap of one more board," + with, "KB", each);
            report.figure("live heap without it," + with, "MB", before / 1048576.0);
            report.check(
                    "all %d boards were sent something,%s".formatted(BOARDS, with),
                    boards.stream().allMatch(board -> board.messages() > 0));
            report.check(
                    "everybody is on the board," + with,
                    product.onTheBoard(floor.token()) == people);
            boards.forEach(BoardClient::close);
            return each;
        }
    }
}
