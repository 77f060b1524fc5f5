package dev.rollcall.adherence.definitions;

import dev.rollcall.adherence.engine.Assessment;
import dev.rollcall.adherence.engine.Deviation;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.shared.Percent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A figure an example may say something about, by its name in the public interface's answers.
public enum ExpectedFigure {
    RAW_PERCENT("rawPercent", found -> percent(found.raw())),
    RAW_IN_SECONDS("rawInSeconds", found -> seconds(found.raw().in())),
    RAW_OUT_SECONDS("rawOutSeconds", found -> seconds(found.raw().out())),
    TOLERATED_PERCENT("toleratedPercent", found -> percent(found.tolerated())),
    TOLERATED_OUT_SECONDS("toleratedOutSeconds", found -> seconds(found.tolerated().out())),
    SCORE_PERCENT("scorePercent", found -> percent(found.score())),
    SCORE_IN_SECONDS("scoreInSeconds", found -> seconds(found.score().in())),
    SCORE_OUT_SECONDS("scoreOutSeconds", found -> seconds(found.score().out())),
    CONFORMANCE_PERCENT("conformancePercent", found -> percent(found.conformance())),
    SCHEDULED_SECONDS("scheduledSeconds", found -> seconds(found.scheduled())),
    NEUTRAL_SECONDS("neutralSeconds", found -> seconds(found.neutral())),
    UNMAPPED_SECONDS("unmappedSeconds", found -> seconds(found.unmapped())),
    UNSCHEDULED_WORK_SECONDS("unscheduledWorkSeconds", found -> seconds(found.unscheduledWork())),
    DEVIATIONS("deviations", found -> Integer.toString(found.deviations().size())),
    IMPACT("impact", found -> each(found, deviation -> deviation.impact().name())),
    EDGE("edge", found -> each(found, deviation -> deviation.edge().name()));

    private final String token;
    private final Function<Assessment, String> reading;

    ExpectedFigure(String token, Function<Assessment, String> reading) {
        this.token = token;
        this.reading = reading;
    }

    static Optional<ExpectedFigure> of(String token) {
        return Arrays.stream(values()).filter(figure -> figure.token.equals(token)).findFirst();
    }

    /// Its name: `scorePercent`.
    public String token() {
        return token;
    }

    /// What the engine found, as it is written: percentages with two decimals, durations in
    /// seconds; "null" where there is none.
    String read(Assessment found) {
        return reading.apply(found);
    }

    private static String percent(Tally tally) {
        return percent(tally.percent());
    }

    private static String percent(Optional<Percent> percent) {
        return percent.map(it -> it.rounded(2).toPlainString()).orElse("null");
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.plusMillis(500).toSeconds());
    }

    private static String each(Assessment found, Function<Deviation, String> what) {
        return found.deviations().stream().map(what).distinct().collect(Collectors.joining(" "));
    }
}
