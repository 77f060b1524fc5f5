package dev.rollcall.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.people.AgentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What other rules move, and what of it a reader may see.
class MovementTests {

    private static final Moved UP = moved(1, 80, 90);
    private static final Moved DOWN = moved(2, 90, 60);
    private static final Moved SAME = moved(3, 70, 70);
    private static final Moved NEW = new Moved(new AgentId(4), Tally.NONE, tally(50));
    private static final Moved NOTHING = new Moved(new AgentId(5), Tally.NONE, Tally.NONE);
    private static final List<Moved> ALL = List.of(UP, DOWN, SAME, NEW, NOTHING);

    @Test
    void listsThoseWhoMoveTheLargestDifferenceFirst() {
        var movement = Movement.of(ALL, everybody(ALL));

        assertThat(movement.whom()).containsExactly(NEW, DOWN, UP);
        assertThat(movement.people()).isEqualTo(4);
        assertThat(movement.moved()).isEqualTo(3);
        assertThat(movement.others()).isZero();
        assertThat(DOWN.difference()).contains(new BigDecimal("-30.0"));
        assertThat(NEW.difference()).isEmpty();
    }

    @Test
    void addsUpSecondsAndNeverPercents() {
        var longer = new Moved(new AgentId(6), tally(100).plus(tally(100)), tally(100));

        var movement = Movement.of(List.of(DOWN, longer), everybody(List.of(DOWN, longer)));

        assertThat(movement.before().orElseThrow().rounded(2)).isEqualTo(new BigDecimal("96.67"));
        assertThat(movement.after().orElseThrow().rounded(2)).isEqualTo(new BigDecimal("80.00"));
    }

    @Test
    void countsOthersWithoutNamingThem() {
        var others = LongStream.range(10, 15).mapToObj(id -> moved(id, 80, 90)).toList();
        var all = new ArrayList<>(others);
        all.add(UP);

        var movement = Movement.of(all, Set.of(UP.agent()));

        assertThat(movement.whom()).containsExactly(UP);
        assertThat(movement.others()).isEqualTo(5);
        assertThat(movement.tooFew()).isFalse();
    }

    @Test
    void tellsNoSumFromWhichAFewOthersCouldBeTakenOut() {
        var seen = Set.of(DOWN.agent(), SAME.agent(), NEW.agent());

        var movement = Movement.of(ALL, seen);

        assertThat(movement.tooFew()).isTrue();
        assertThat(movement.before()).isEmpty();
        assertThat(movement.after()).isEmpty();
        assertThat(movement.moved()).isZero();
        assertThat(movement.others()).isZero();
        assertThat(movement.whom()).containsExactly(NEW, DOWN);
    }

    private static Set<AgentId> everybody(List<Moved> all) {
        return all.stream().map(Moved::agent).collect(Collectors.toSet());
    }

    private static Moved moved(long agent, int before, int after) {
        return new Moved(new AgentId(agent), tally(before), tally(after));
    }

    private static Tally tally(int in) {
        return new Tally(Duration.ofSeconds(in), Duration.ofSeconds(100 - in));
    }
}
