package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.kit.CsvLink;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.quality.QualityReport;
import dev.rollcall.quality.QualityReport.Line;
import dev.rollcall.quality.QualityReport.QuestionLine;
import dev.rollcall.security.Permission;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a month of evaluations comes to: in one figure, by unit, group, person and evaluator,
/// question by question, and compliance apart.
final class ReportPart extends Div {

    private static final String MONTH = "month";
    private static final String UNIT = "unit";
    private static final int MONTHS = 13;

    /// Below this many a mean says little.
    private static final int ENOUGH = 5;

    private final QualitySources sources;
    private final QualityWords words;
    private final Map<String, String> address;
    private final Consumer<Map<String, String>> go;
    private final YearMonth month;

    ReportPart(
            QualitySources sources,
            QualityWords words,
            Map<String, String> address,
            Consumer<Map<String, String>> go) {
        this.sources = sources;
        this.words = words;
        this.address = address;
        this.go = go;
        month = month();
        addClassName("quality-report");
        var zone = Days.zone();
        var report =
                sources.figures()
                        .report(
                                month.atDay(1).atStartOfDay(zone).toInstant(),
                                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
                                scope());
        add(tools(report));
        if (report.total().count() == 0) {
            var none = new Div(new Paragraph(words.say("report.none")));
            none.addClassName("board-empty");
            add(none);
            return;
        }
        add(total(report));
        lines("report.units", report.units(), false);
        lines("report.groups", report.groups(), false);
        lines("report.evaluators", report.evaluators(), true);
        lines("report.agents", report.agents(), false);
        questions("report.compliance", report.compliance());
        questions("report.questions", report.questions());
    }

    private YearMonth running() {
        return YearMonth.from(sources.clock().instant().atZone(Days.zone()));
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(address.getOrDefault(MONTH, ""));
        } catch (DateTimeException e) {
            return running();
        }
    }

    private Scope scope() {
        var all = sources.access().scope(Permission.QUALITY_VIEW);
        return unit().map(unit -> Scope.ofUnits(sources.directory().withDescendants(unit.id())))
                .orElse(all);
    }

    private Optional<Unit> unit() {
        return sources.directory()
                .unit(address.getOrDefault(UNIT, ""))
                .filter(unit ->
                        sources.access().scope(Permission.QUALITY_VIEW).includes(unit.id()));
    }

    private Component tools(QualityReport report) {
        var months = new Select<YearMonth>();
        months.setLabel(words.say("report.month"));
        var items = new ArrayList<YearMonth>();
        IntStream.range(0, MONTHS).forEach(i -> items.add(running().minusMonths(i)));
        if (!items.contains(month)) {
            items.add(month);
        }
        months.setItems(items);
        var format = DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(getLocale());
        months.setItemLabelGenerator(format::format);
        months.setValue(month);
        months.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(MONTH, event.getValue().toString());
            }
        });
        var units = new Select<Unit>();
        units.setLabel(words.say("sampling.unit"));
        units.setItems(sources.directory().units(sources.access().scope(Permission.QUALITY_VIEW)));
        units.setEmptySelectionAllowed(true);
        units.setEmptySelectionCaption(words.say("report.allUnits"));
        units.setItemLabelGenerator(
                unit -> unit == null ? words.say("report.allUnits") : unit.name());
        unit().ifPresent(units::setValue);
        units.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(UNIT, event.getValue() == null ? null : event.getValue().code());
            }
        });
        var tools =
                new Div(
                        months,
                        units,
                        new CsvLink(
                                "quality-" + month + ".csv",
                                words.say("report.csv"),
                                () -> csv(report)));
        tools.addClassName("quality-tools");
        return tools;
    }

    private void choose(String name, @Nullable String value) {
        var to = new LinkedHashMap<>(address);
        to.remove(name);
        if (value != null) {
            to.put(name, value);
        }
        go.accept(to);
    }

    // ------------------------------------------------------------------ what is shown

    private Component total(QualityReport report) {
        var total = report.total();
        int asked = report.compliance().stream().mapToInt(QuestionLine::answered).sum();
        int full = report.compliance().stream().mapToInt(QuestionLine::full).sum();
        var cards =
                new Div(
                        card(
                                "report.mean",
                                words.percent(total.mean()),
                                words.say("report.count", total.count())),
                        card("report.failed", "" + total.failed(), words.say("report.failedWhat")),
                        card(
                                "report.compliance",
                                asked == 0
                                        ? "–"
                                        : words.percent(
                                                BigDecimal.valueOf(100L * full)
                                                        .divide(
                                                                BigDecimal.valueOf(asked),
                                                                2,
                                                                RoundingMode.HALF_UP)),
                                words.say("report.complianceWhat", full, asked)));
        cards.addClassName("kpi-cards");
        return cards;
    }

    private Component card(String key, String figure, String more) {
        var value = new Span(figure);
        value.addClassName("kpi-value");
        var second = new Span(more);
        second.addClassName("kpi-against");
        var card = new Article(new H3(words.say(key)), value, second);
        card.addClassName("kpi-card");
        return card;
    }

    private void lines(String key, List<Line> lines, boolean leniency) {
        if (lines.isEmpty()) {
            return;
        }
        var table =
                new PlainTable(
                        "quality.report.name",
                        "quality.report.evaluations",
                        "quality.report.mean",
                        "quality.report.spread",
                        leniency ? "quality.report.leniency" : "quality.report.against",
                        "quality.report.failed");
        for (var line : lines) {
            table.line(
                    List.of(
                            line.name(),
                            "" + line.count(),
                            words.percent(line.mean())
                                    + (line.count() < ENOUGH ? " " + words.say("report.few") : ""),
                            words.points(line.spread(), false),
                            words.points(line.against(), true),
                            "" + line.failed()));
        }
        add(section(key, table));
    }

    private void questions(String key, List<QuestionLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var table =
                new PlainTable(
                        "quality.report.question",
                        "quality.report.category",
                        "quality.report.answered",
                        "quality.report.skipped",
                        "quality.report.mean",
                        "quality.report.full");
        for (var line : lines) {
            table.line(
                    List.of(
                            line.question(),
                            line.category(),
                            "" + line.answered(),
                            "" + line.skipped(),
                            words.percent(line.mean()),
                            "" + line.full()));
        }
        add(section(key, table));
    }

    private Component section(String key, Component table) {
        var scrolling = new Div(table);
        scrolling.addClassName("quality-comparison");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", words.say(key));
        var section = new Section(new H2(words.say(key)), scrolling);
        section.addClassName("performance-section");
        return section;
    }

    // ------------------------------------------------------------------ to take along

    private List<List<String>> csv(QualityReport report) {
        var rows = new ArrayList<List<String>>();
        rows.add(
                List.of(
                        words.say("report.by"),
                        words.say("report.name"),
                        words.say("report.evaluations"),
                        words.say("report.mean"),
                        words.say("report.spread"),
                        words.say("report.against"),
                        words.say("report.failed")));
        csv(rows, "report.units", report.units());
        csv(rows, "report.groups", report.groups());
        csv(rows, "report.agents", report.agents());
        csv(rows, "report.evaluators", report.evaluators());
        for (var line : report.questions()) {
            rows.add(
                    List.of(
                            words.say("report.questions"),
                            line.question(),
                            "" + line.answered(),
                            plain(line.mean()),
                            "",
                            "",
                            ""));
        }
        return rows;
    }

    private void csv(List<List<String>> rows, String by, List<Line> lines) {
        for (var line : lines) {
            rows.add(
                    List.of(
                            words.say(by),
                            line.name(),
                            "" + line.count(),
                            plain(line.mean()),
                            plain(line.spread()),
                            plain(line.against()),
                            "" + line.failed()));
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
