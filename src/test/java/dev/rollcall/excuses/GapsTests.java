package dev.rollcall.excuses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTests {

    @Test
    void leavesAllOfASpanWithoutAny() {
        assertThat(Gaps.without(span(8, 12), List.of())).containsExactly(span(8, 12));
        assertThat(Gaps.without(span(8, 12), List.of(span(6, 8), span(12, 14))))
                .containsExactly(span(8, 12));
    }

    @Test
    void leavesWhatLiesBetweenThem() {
        assertThat(Gaps.without(span(8, 12), List.of(span(10, 11), span(6, 9))))
                .containsExactly(span(9, 10), span(11, 12));
    }

    @Test
    void leavesNothingWhereTheyOverlapAllOfIt() {
        assertThat(Gaps.without(span(8, 12), List.of(span(7, 10), span(9, 13)))).isEmpty();
        assertThat(Gaps.without(span(8, 12), List.of(span(8, 12)))).isEmpty();
    }

    private static TimeSpan span(int from, int to) {
        return TimeSpan.of(hour(from), hour(to));
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-03-02T00:00:00Z").plusSeconds(hour * 3600L);
    }
}
