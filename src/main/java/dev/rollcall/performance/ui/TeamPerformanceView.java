package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.CsvLink;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.kit.Segments;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.SharedPerformance;
import dev.rollcall.performance.TeamFigures;
import dev.rollcall.performance.TeamReport;
import dev.rollcall.performance.TeamReports;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// What the teams one looks after achieved together in a month, and what people share of their own.
/// `[` and `]` go a month back and on.
@Route("team-performance")
@Menu(title = "performance.team.title", order = 45, icon = "vaadin:bar-chart-h")
@Requires(Permission.KPI_VIEW)
final class TeamPerformanceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(TeamPerformanceView.class);
    private static final String METRIC = "metric";

    private final TeamReports reports;
    private final SharedPerformance shares;
    private final PerformanceWords words = new PerformanceWords(this::getTranslation, getLocale());
    private final Select<YearMonth> months = new Select<>();
    private final Button previous;
    private final Button next;
    private final Div export = new Div();
    private final Segments<Metric> metrics;
    private final Div choices = new Div();
    private final Div page = new Div();
    private Metric metric = Metric.PAYMENTS_COLLECTED;
    private @Nullable TeamReport shown;

    TeamPerformanceView(TeamReports reports, SharedPerformance shares) {
        this.reports = reports;
        this.shares = shares;
        addClassName("performance-view");
        previous = step(VaadinIcon.ANGLE_LEFT, "month.previous", "[", -1);
        next = step(VaadinIcon.ANGLE_RIGHT, "month.next", "]", 1);
        months.setAriaLabel(words.say("month.label"));
        months.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go(event.getValue(), metric);
            }
        });
        metrics =
                new Segments<>(
                        words.say("team.metric"),
                        List.of(Metric.values()),
                        each -> words.say("week." + each),
                        each -> {
                            var now = shown;
                            if (now != null) {
                                go(now.month(), each);
                            }
                        });
        choices.add(previous, months, next);
        choices.addClassName("performance-months");
        var head = new Div(new H1(words.say("team.title")), choices, export);
        head.addClassName("performance-head");
        page.addClassName("performance-page");
        add(
                new PageKeys().on("[", () -> goMonth(-1)).on("]", () -> goMonth(1)),
                head,
                new Paragraph(words.say("team.what", TeamFigures.FEWEST)),
                metrics,
                page);
    }

    private Button step(VaadinIcon icon, String key, String shortcut, int by) {
        var button = new Button(icon.create(), _ -> goMonth(by));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.say(key));
        button.setTooltipText(words.say("key", words.say(key), shortcut));
        return button;
    }

    @Override
    public String getPageTitle() {
        return words.say("team.title") + " – Rollcall";
    }

    // ------------------------------------------------------------------ going about

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        metric =
                query.getSingleParameter(METRIC)
                        .flatMap(Metric::ofToken)
                        .orElse(Metric.PAYMENTS_COLLECTED);
        show(PerformanceAddress.of(query).month());
    }

    private void go(YearMonth month, Metric wanted) {
        Map<String, String> query = new LinkedHashMap<>();
        var now = shown;
        if (now == null || !month.equals(now.months().getFirst())) {
            query.put("month", month.toString());
        }
        if (wanted != Metric.PAYMENTS_COLLECTED) {
            query.put(METRIC, wanted.token());
        }
        getUI().ifPresent(ui ->
                ui.navigate(TeamPerformanceView.class, QueryParameters.simple(query)));
    }

    private void goMonth(int by) {
        var now = shown;
        if (now == null) {
            return;
        }
        var all = now.months().stream().sorted(Comparator.naturalOrder()).toList();
        int at = all.indexOf(now.month()) + by;
        if (at >= 0 && at < all.size()) {
            go(all.get(at), metric);
        }
    }

    // ------------------------------------------------------------------ what is shown

    private void show(@Nullable YearMonth month) {
        page.removeAll();
        export.removeAll();
        metrics.show(metric);
        try {
            var found = reports.of(month);
            shown = found.orElse(null);
            choices.setVisible(found.isPresent());
            metrics.setVisible(found.isPresent());
            found.ifPresentOrElse(this::show, () -> say("team.nothing"));
            page.add(new SharedPart(words, shares.withMe()));
        } catch (DataAccessException e) {
            LOG.warn("A report of teams cannot be read: {}", e.getClass().getSimpleName());
            say("team.away");
        }
    }

    private void say(String key) {
        var trouble = new Paragraph(words.say(key));
        trouble.addClassName("board-empty");
        trouble.getElement().setAttribute("role", "status");
        page.add(trouble);
    }

    private void show(TeamReport now) {
        months.setItems(now.months());
        months.setItemLabelGenerator(each -> words.month(each, now.yearBegins()));
        months.setValue(now.month());
        previous.setEnabled(!now.month().equals(now.months().getLast()));
        next.setEnabled(!now.month().equals(now.months().getFirst()));
        export.add(
                new CsvLink(
                        "team-performance-" + now.month() + ".csv",
                        words.say("team.export"),
                        () -> csv(now)));
        var tables = new LinkedHashMap<Optional<Currency>, List<TeamReport.Line>>();
        now.lines().stream()
                .filter(line -> line.metric() == metric)
                .forEach(line ->
                        tables.computeIfAbsent(
                                        Optional.ofNullable(line.currency()),
                                        _ -> new ArrayList<>())
                                .add(line));
        if (tables.isEmpty()) {
            say("team.noneOf");
        }
        tables.forEach((currency, lines) -> page.add(part(currency, lines)));
        var counted =
                new Paragraph(
                        words.say("team.counted", Days.withTime(now.countedAt(), getLocale())));
        counted.addClassName("performance-note");
        page.add(counted);
    }

    private Component part(Optional<Currency> currency, List<TeamReport.Line> lines) {
        var title =
                currency.map(each ->
                                words.say(
                                        "goals.inCurrency",
                                        words.name(metric),
                                        each.getCurrencyCode()))
                        .orElse(words.name(metric));
        var scrolling = new Div(new TeamLines(words, lines));
        scrolling.addClassName("week-scroll");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", title);
        var section = new Section(new H2(title), scrolling);
        section.addClassName("performance-section");
        return section;
    }

    // ------------------------------------------------------------------ to take along

    /// Plain numbers of all metrics; cells of what is not told are empty.
    private static List<List<String>> csv(TeamReport now) {
        var lines = new ArrayList<List<String>>();
        lines.add(
                List.of(
                        "month",
                        "kind",
                        "team",
                        "metric",
                        "currency",
                        "people",
                        "sum",
                        "mean",
                        "lowerQuartile",
                        "median",
                        "upperQuartile",
                        "goal"));
        for (var line : now.lines()) {
            var currency = line.currency();
            var goal = line.goal();
            var cells =
                    new ArrayList<>(
                            List.of(
                                    now.month().toString(),
                                    line.subject().kind().name(),
                                    line.name(),
                                    line.metric().name(),
                                    currency == null ? "" : currency.getCurrencyCode()));
            var figures = line.figures();
            if (figures == null) {
                cells.addAll(List.of("", "", "", "", "", ""));
            } else {
                cells.add("" + figures.people());
                cells.add(figures.sum().toPlainString());
                cells.add(figures.mean().toPlainString());
                cells.add(figures.lower().toPlainString());
                cells.add(figures.median().toPlainString());
                cells.add(figures.upper().toPlainString());
            }
            cells.add(goal == null ? "" : goal.toPlainString());
            lines.add(cells);
        }
        return lines;
    }
}
