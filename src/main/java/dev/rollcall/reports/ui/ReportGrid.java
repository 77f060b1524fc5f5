package dev.rollcall.reports.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.kit.RecordGrid;
import dev.rollcall.reports.ReportLine;
import dev.rollcall.reports.Totals;
import dev.rollcall.shared.Percent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// The lines of the adherence report.
final class ReportGrid extends RecordGrid<ReportLine> {

    private static final Comparator<Optional<BigDecimal>> POINTS =
            Comparator.comparing(each -> each.orElse(BigDecimal.valueOf(-1_000)));

    private final ReportWords words;

    ReportGrid(ReportWords words) {
        super(ReportLine::key);
        this.words = words;
        nameColumn(
                words.say("who"),
                words::name,
                line ->
                        words.say(
                                "second",
                                words.percent(line.totals().figures().score()),
                                words.duration(line.totals().figures().score().out())));
        percent("score", "5.25rem", Layout.MEDIUM, totals -> totals.figures().score());
        marked();
        percent("tolerated", "6.5rem", Layout.WIDE, totals -> totals.figures().tolerated());
        percent("raw", "5rem", Layout.WIDE, totals -> totals.figures().raw());
        duration("changed", "6rem", Layout.WIDE, totals -> totals.figures().afterwards().changed());
        textColumn(
                "conformance",
                words.say("conformance"),
                Layout.WIDE,
                "7.5rem",
                line -> words.percent(line.totals().figures().conformance()));
        byNumber(
                "conformance",
                Comparator.comparingDouble(line ->
                        line.totals().figures().conformance().map(Percent::asDouble).orElse(-1.0)));
        duration("out", "7.25rem", Layout.MEDIUM, totals -> totals.figures().score().out());
        count("late", totals -> totals.edges().late());
        count("early", totals -> totals.edges().early());
        count("absent", totals -> totals.edges().absent());
        textColumn(
                "gain",
                words.say("gain"),
                Layout.WIDE,
                "5.75rem",
                line -> words.points(line.gain()));
        byNumber("gain", Comparator.comparing(ReportLine::gain, POINTS));
    }

    private void marked() {
        markedColumn(
                "target",
                words.say("target"),
                Layout.MEDIUM,
                "5.75rem",
                line -> words.points(line.aboveTarget()),
                line ->
                        line.aboveTarget()
                                .map(points -> points.signum() < 0 ? "below" : "above")
                                .orElse("none"));
        byNumber("target", Comparator.comparing(ReportLine::aboveTarget, POINTS));
    }

    private void percent(String key, String width, Layout from, Function<Totals, Tally> figure) {
        textColumn(
                key,
                words.say(key),
                from,
                width,
                line -> words.percent(figure.apply(line.totals())));
        byNumber(
                key,
                Comparator.comparingDouble(line ->
                        figure.apply(line.totals()).percent().map(Percent::asDouble).orElse(-1.0)));
    }

    private void duration(
            String key, String width, Layout from, Function<Totals, Duration> duration) {
        textColumn(
                key,
                words.say(key),
                from,
                width,
                line -> words.duration(duration.apply(line.totals())));
        byNumber(key, Comparator.comparing(line -> duration.apply(line.totals())));
    }

    private void count(String key, ToIntFunction<Totals> count) {
        textColumn(
                key,
                words.say(key),
                Layout.WIDE,
                "4.75rem",
                line -> words.count(count.applyAsInt(line.totals())));
        byNumber(key, Comparator.comparingInt(line -> count.applyAsInt(line.totals())));
    }

    private void byNumber(String key, Comparator<ReportLine> order) {
        getColumnByKey(key).setComparator(order).setTextAlign(ColumnTextAlign.END);
    }
}
