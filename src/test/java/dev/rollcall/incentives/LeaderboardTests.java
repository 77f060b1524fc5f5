package dev.rollcall.incentives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaderboardTests {

    /// People by their place in a list of points.
    private static Map<Integer, Long> joined(List<Integer> points) {
        return IntStream.range(0, points.size())
                .boxed()
                .collect(Collectors.toMap(Function.identity(), i -> points.get(i).longValue()));
    }

    private static String shown(String points) {
        var board =
                Leaderboard.of(
                        joined(List.of(points.split(" ")).stream().map(Integer::valueOf).toList()));
        return board.places().stream()
                .map(place -> place.rank() + ":" + place.who())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}: {1}, because {2}")
    @CsvSource({
        "9 8 7 6, '', four are too few",
        "9 8 7 6 5, '1:0 2:1', a third of five is begun twice",
        "1 2 3 4 5 6, '1:5 2:4', two of six",
        "9 9 7 6 5, '1:0 1:1', who has the same has the same rank",
        "9 8 8 6 5, '1:0', of two alike neither is named where there is room for one",
        "9 9 9 1 1, '', nobody is left out by chance",
        "9 0 0 0 0, '1:0', nobody is at the top with nothing",
        "0 0 0 0 0, '', nobody stands out"
    })
    void theUpperThirdIsNamedAndNobodyElse(String points, String places, String why) {
        assertThat(shown(points)).as(why).isEqualTo(places);
    }

    @Test
    void tenAreNamedAtMost() {
        var many = joined(IntStream.rangeClosed(1, 200).boxed().toList());
        assertThat(Leaderboard.of(many).places()).hasSize(10);
    }

    @Property
    void neverTheLowerHalfAndNeverOneOfTwoAlike(
            @ForAll @Size(max = 60) List<@IntRange(max = 20) Integer> points) {
        var joined = joined(points);
        var named =
                Leaderboard.of(joined).places().stream()
                        .map(Leaderboard.Place::who)
                        .collect(Collectors.toSet());
        assertThat(named.size()).isLessThanOrEqualTo(Math.ceilDiv(points.size(), 3));
        long least = named.stream().mapToLong(joined::get).min().orElse(Long.MAX_VALUE);
        joined.forEach((who, has) -> {
            if (!named.contains(who)) {
                assertThat(has).isLessThan(least);
            }
        });
    }
}
