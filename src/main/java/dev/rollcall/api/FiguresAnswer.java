package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.adherence.engine.Deviation;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.shared.Percent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pieces figures are answered with. Each number of seconds is rounded half-up by itself, each
/// percentage comes from exact durations.
final class FiguresAnswer {

    private static final int DECIMALS = 2;

    private FiguresAnswer() {}

    /// @param percent null when nothing counts either way
    @Schema(name = "Figure")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Figure(long inSeconds, long outSeconds, @Nullable BigDecimal percent) {

        static Figure of(Tally tally) {
            return new Figure(
                    FiguresAnswer.seconds(tally.in()),
                    FiguresAnswer.seconds(tally.out()),
                    FiguresAnswer.percent(tally.percent()));
        }
    }

    @Schema(name = "Deviation")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Run(
            Instant start,
            Instant end,
            long seconds,
            @Nullable String activity,
            List<String> presences,
            Deviation.Impact impact,
            Deviation.Edge edge,
            long toleratedSeconds,
            long excusedSeconds) {

        static Run of(Deviation run) {
            return new Run(
                    run.start(),
                    run.end(),
                    FiguresAnswer.seconds(run.duration()),
                    run.activity(),
                    run.presences(),
                    run.impact(),
                    run.edge(),
                    FiguresAnswer.seconds(run.tolerated()),
                    FiguresAnswer.seconds(run.excused()));
        }
    }

    static long seconds(Duration duration) {
        return duration.plusMillis(500).toSeconds();
    }

    static @Nullable BigDecimal percent(Optional<Percent> percent) {
        return percent.map(exact -> exact.rounded(DECIMALS)).orElse(null);
    }
}
