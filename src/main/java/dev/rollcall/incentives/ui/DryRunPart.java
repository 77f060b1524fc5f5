package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.rollcall.incentives.DryRun;
import dev.rollcall.incentives.Scheme;
import dev.rollcall.incentives.SchemeVersion;
import dev.rollcall.kit.ApexChart;
import dev.rollcall.kit.ApexChart.Form;
import dev.rollcall.kit.ApexChart.Series;
import dev.rollcall.kit.ApexChart.Tone;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.kit.Refusals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a version would have come to in the last periods, beside what counts now.
final class DryRunPart extends Div {

    private static final int PERIODS = 3;

    private final IncentivesSources sources;
    private final RewardWords words;
    private final Scheme scheme;
    private final SchemeVersion version;
    private final Div result = new Div();

    DryRunPart(IncentivesSources sources, RewardWords words, Scheme scheme, SchemeVersion version) {
        this.sources = sources;
        this.words = words;
        this.scheme = scheme;
        this.version = version;
        addClassName("incentives-list");
        result.addClassName("incentives-list");
        var what = new Paragraph(words.say("dry.what", PERIODS));
        what.addClassName("records-what");
        var go = new Button(words.say("dry.go"), _ -> run());
        go.setDisableOnClick(true);
        go.addClickListener(_ -> go.setEnabled(true));
        add(new H2(words.say("dry.title")), what, new Div(go), result);
    }

    private void run() {
        result.removeAll();
        try {
            var tried = sources.dryRuns().run(scheme.code(), version.number(), PERIODS);
            var other =
                    version.isDraft()
                            ? scheme.latest()
                                    .map(live ->
                                            sources.dryRuns()
                                                    .run(scheme.code(), live.number(), PERIODS))
                                    .orElse(null)
                            : null;
            show(tried, other);
        } catch (RuntimeException e) {
            var trouble = new Paragraph(Refusals.ofDeed(words.all()).say(e));
            trouble.getElement().setAttribute("role", "alert");
            result.add(trouble);
        }
    }

    private void show(DryRun tried, @Nullable DryRun other) {
        if (tried.periods().stream().anyMatch(DryRun.Tried::waiting)) {
            result.add(new Paragraph(words.say("dry.waiting")));
        }
        chart(tried, other);
        var table =
                new PlainTable(
                        "incentives.dry.period",
                        "incentives.dry.version",
                        "incentives.dry.people",
                        "incentives.dry.sum",
                        "incentives.dry.before",
                        "incentives.dry.cap",
                        "incentives.dry.spread");
        for (int i = 0; i < tried.periods().size(); i++) {
            line(table, tried, i);
            if (other != null) {
                line(table, other, i);
            }
        }
        result.add(RunView.scrolling(table, words.say("dry.title")));
        people(tried);
    }

    private void chart(DryRun tried, @Nullable DryRun other) {
        if (tried.periods().stream().anyMatch(each -> each.sums().points() == null)) {
            return;
        }
        var periods = tried.periods().reversed();
        var labels =
                periods.stream()
                        .map(each -> words.period(each.period(), version.rules().rhythm()))
                        .toList();
        var series = new ArrayList<Series>();
        series.add(new Series(name(tried), Form.COLUMN, Tone.MAIN, points(tried)));
        if (other != null
                && other.periods().stream().allMatch(each -> each.sums().points() != null)) {
            series.add(new Series(name(other), Form.COLUMN, Tone.SECOND, points(other)));
        }
        var cap = version.rules().cap();
        if (cap != null) {
            series.add(
                    new Series(
                            words.say("rules.cap"),
                            Form.DASHES,
                            Tone.QUIET,
                            periods.stream()
                                    .<@Nullable Double>map(_ -> cap.doubleValue())
                                    .toList()));
        }
        var chart = new ApexChart(words.say("dry.chart"));
        chart.addClassName("incentives-chart");
        chart.show(labels, labels, series);
        result.add(chart);
    }

    private static List<@Nullable Double> points(DryRun run) {
        var points = new ArrayList<@Nullable Double>();
        run.periods()
                .reversed()
                .forEach(each -> {
                    var sum = each.sums().points();
                    points.add(sum == null ? null : sum.doubleValue());
                });
        return points;
    }

    private String name(DryRun run) {
        return run.version().isDraft()
                ? words.say("state.DRAFT")
                : words.say("dry.live", run.version().number());
    }

    private void line(PlainTable table, DryRun run, int place) {
        var each = run.periods().get(place);
        var sums = each.sums();
        var least = sums.least();
        table.line(
                List.of(
                        words.period(each.period(), run.version().rules().rhythm()),
                        name(run),
                        sums.earning() == null
                                ? words.say("dry.untold", sums.people())
                                : words.say("dry.of", sums.earning(), sums.people()),
                        number(sums.points()),
                        number(sums.before()),
                        number(run.version().rules().cap()),
                        least == null
                                ? "–"
                                : words.say(
                                        "dry.spreadOf",
                                        least,
                                        sums.middle() == null ? 0 : sums.middle(),
                                        sums.most() == null ? 0 : sums.most())));
    }

    private String number(@Nullable Long number) {
        return number == null ? "–" : words.number(BigDecimal.valueOf(number));
    }

    private void people(DryRun tried) {
        var latest = tried.periods().getFirst();
        if (latest.people().isEmpty()) {
            result.add(
                    new Paragraph(
                            words.say(
                                    version.rules().tellsOwnFigures()
                                            ? "awards.own"
                                            : "dry.nobody")));
            return;
        }
        var table =
                new PlainTable(
                        "incentives.awards.person",
                        "incentives.awards.points",
                        "incentives.awards.why");
        latest.people().stream()
                .sorted(Comparator.comparing(line -> sources.name(line.agent())))
                .forEach(line ->
                        table.line(
                                List.of(
                                        sources.name(line.agent()),
                                        "" + line.points(),
                                        words.why(line.reason()))));
        var title =
                words.say("dry.peopleIn", words.period(latest.period(), version.rules().rhythm()));
        result.add(new H3(title), RunView.scrolling(table, title));
    }
}
