package dev.rollcall.bench;

import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// From `kill -9` to a board that shows everybody again, with a day of 5,000 people stored; and the
/// same with the database killed as well.
@Tag("bench")
@Tag("restart")
class RestartBenchmark {

    private static final int PEOPLE = 5_000;
    private static final int ROUNDS = 5;

    @Test
    void comesBackAfterItWasKilled() throws Exception {
        var floor = PreparedFloor.of(PEOPLE, 57);
        var alone = new ArrayList<Double>();
        var both = new ArrayList<Double>();
        boolean complete = true;
        var product = floor.start();
        try {
            for (int round = 0; round < 2 * ROUNDS; round++) {
                complete &= product.onTheBoard(floor.token()) == PEOPLE;
                var database = product.database().orElseThrow();
                long start = System.nanoTime();
                product.kill();
                if (round % 2 == 1) {
                    database.destroyForcibly();
                    database.onExit().join();
                }
                product = floor.start();
                while (product.onTheBoard(floor.token()) < PEOPLE) {
                    Thread.onSpinWait();
                }
                (round % 2 == 1 ? both : alone).add((System.nanoTime() - start) / 1e9);
            }
        } finally {
            product.close();
        }
        new Report("restart")
                .figure("product killed, to a complete board", "s", Rounds.ofTimes(alone))
                .figure("database killed too, to a complete board", "s", Rounds.ofTimes(both))
                .check("everybody was on the board each time", complete)
                .close();
    }
}
