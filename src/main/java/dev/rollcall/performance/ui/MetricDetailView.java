package dev.rollcall.performance.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import dev.rollcall.kit.ApexChart;
import dev.rollcall.kit.ApexChart.Form;
import dev.rollcall.kit.ApexChart.Series;
import dev.rollcall.kit.ApexChart.Tone;
import dev.rollcall.kit.CsvLink;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.KeyNumbers;
import dev.rollcall.kit.PageKeys;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.performance.Alert;
import dev.rollcall.performance.CallTimes;
import dev.rollcall.performance.Driver;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.MetricDetail;
import dev.rollcall.performance.OwnDetails;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.usage.UsageEvent.Action;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One metric of one's own in full: the month in figures, thirteen months, day by day, what it is
/// made of and what moved it. `[` and `]` go a month back and on.
@Route("my-performance/:metric(payments|services|complaints|calls)")
@Requires(Permission.KPI_OWN)
final class MetricDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(MetricDetailView.class);

    private final OwnDetails details;
    private final PageUsage usage;
    private final PerformanceWords words = new PerformanceWords(this::getTranslation, getLocale());
    private final DurationWords durations = new DurationWords(this::getTranslation);
    private final H1 title = new H1();
    private final Anchor back = new Anchor();
    private final Select<YearMonth> months = new Select<>();
    private final Button previous;
    private final Button next;
    private final Div export = new Div();
    private final Div page = new Div();
    private Metric metric = Metric.PAYMENTS_COLLECTED;
    private @Nullable MetricDetail shown;
    private @Nullable Instant opened;

    MetricDetailView(OwnDetails details, PageUsage usage) {
        this.details = details;
        this.usage = usage;
        addClassNames("performance-view", "performance-detail");
        previous = step(VaadinIcon.ANGLE_LEFT, "month.previous", "[", -1);
        next = step(VaadinIcon.ANGLE_RIGHT, "month.next", "]", 1);
        months.setAriaLabel(words.say("month.label"));
        months.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go(event.getValue());
            }
        });
        back.setText(words.say("detail.back"));
        var choice = new Div(previous, months, next);
        choice.addClassName("performance-months");
        var head = new Div(title, choice, export);
        head.addClassName("performance-head");
        page.addClassName("performance-page");
        add(new PageKeys().on("[", () -> goMonth(-1)).on("]", () -> goMonth(1)), back, head, page);
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
        return words.name(metric) + " – Rollcall";
    }

    // ------------------------------------------------------------------ going about

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        metric =
                event.getRouteParameters()
                        .get("metric")
                        .flatMap(Metric::ofToken)
                        .orElse(Metric.PAYMENTS_COLLECTED);
        title.setText(words.name(metric));
        show(PerformanceAddress.of(event.getLocation().getQueryParameters()).month());
        var now = shown;
        if (now != null) {
            usage.opened(
                    now,
                    metric.isMoney()
                            ? now.total().amount()
                            : BigDecimal.valueOf(now.total().facts()),
                    now.goalPercent());
        }
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("alert")
                .flatMap(kind ->
                        Arrays.stream(Alert.Kind.values())
                                .filter(each -> each.name().equals(kind))
                                .findFirst())
                .ifPresent(kind -> usage.alerted(kind, metric, Action.OPENED));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        opened = usage.now();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        var since = opened;
        var now = shown;
        if (since != null && now != null) {
            usage.looked(now, since);
        }
        super.onDetach(event);
    }

    private void goMonth(int by) {
        var now = shown;
        if (now == null) {
            return;
        }
        var all = now.months().stream().sorted(Comparator.naturalOrder()).toList();
        int at = all.indexOf(now.month()) + by;
        if (at >= 0 && at < all.size()) {
            go(all.get(at));
        }
    }

    private void go(YearMonth month) {
        var now = shown;
        boolean running = now != null && month.equals(YearMonth.from(now.today()));
        usage.chose(month, running);
        getUI().ifPresent(ui ->
                ui.navigate(
                        MetricDetailView.class,
                        new RouteParameters(new RouteParam("metric", metric.token())),
                        running
                                ? QueryParameters.empty()
                                : new PerformanceAddress(month, null).query()));
    }

    // ------------------------------------------------------------------ what is shown

    private void show(@Nullable YearMonth month) {
        page.removeAll();
        export.removeAll();
        try {
            details.of(metric, month).ifPresentOrElse(this::show, () -> say("nobody"));
        } catch (DataAccessException e) {
            LOG.warn("A metric cannot be read: {}", e.getClass().getSimpleName());
            say("away");
        }
    }

    private void say(String key) {
        var trouble = new Paragraph(words.say(key));
        trouble.addClassName("board-empty");
        trouble.getElement().setAttribute("role", "alert");
        page.add(trouble);
    }

    private void show(MetricDetail now) {
        shown = now;
        boolean running = now.month().equals(YearMonth.from(now.today()));
        back.setHref(running ? "my-performance" : "my-performance?month=" + now.month());
        months.setItems(now.months());
        months.setItemLabelGenerator(each -> words.month(each, now.yearBegins()));
        months.setValue(now.month());
        previous.setEnabled(!now.month().equals(now.months().getLast()));
        next.setEnabled(!now.month().equals(now.months().getFirst()));
        var tables = new DetailTables(words, durations, now);
        export.add(
                new CsvLink(
                        metric.token() + "-" + now.month() + ".csv",
                        words.say("detail.export"),
                        () -> csv(now)));
        page.add(numbers(now, tables), drivers(now), history(now, tables), days(now, tables));
        categories(now, tables);
        times(now);
    }

    // ------------------------------------------------------------------ the month in figures

    private Component numbers(MetricDetail now, DetailTables tables) {
        var numbers = new KeyNumbers();
        var total = now.total();
        var before =
                now.comparedUpTo() == null
                        ? words.say(
                                "detail.against",
                                words.badge(now.growth()),
                                words.month(now.month().minusMonths(1)))
                        : words.say(
                                "detail.againstUpTo",
                                words.badge(now.growth()),
                                words.day(Objects.requireNonNull(now.comparedUpTo())));
        switch (metric) {
            case PAYMENTS_COLLECTED -> {
                number(numbers, "amount", tables.cells(total).getFirst(), before);
                number(numbers, "payments", tables.count(total.facts()), "");
                number(
                        numbers,
                        "efficiency",
                        tables.efficiency(total),
                        total.due().signum() == 0
                                ? words.say("detail.noDue")
                                : words.say("detail.ofDue", tables.cells(total).get(2)));
            }
            case SERVICES_RAISED -> {
                number(numbers, "raised", tables.count(total.facts()), before);
                number(numbers, "completed", tables.count(total.done()), "");
                number(numbers, "rate", tables.rate(total), "");
            }
            case COMPLAINTS_REGISTERED -> {
                number(numbers, "registered", tables.count(total.facts()), before);
                number(
                        numbers,
                        "resolved",
                        tables.count(total.done()),
                        words.say("detail.resolvedRate", tables.rate(total)));
                var spread = now.resolution();
                number(
                        numbers,
                        "median",
                        spread == null ? "–" : durations.of(spread.median()),
                        spread == null
                                ? words.say("detail.noneResolved")
                                : words.say("detail.ninetieth", durations.of(spread.ninetieth())));
            }
            case TOTAL_CALLS -> {
                number(numbers, "calls", tables.count(total.facts()), before);
                number(
                        numbers,
                        "daily",
                        now.activeDays() == 0
                                ? "–"
                                : words.number(
                                        BigDecimal.valueOf(total.facts())
                                                .divide(
                                                        BigDecimal.valueOf(now.activeDays()),
                                                        1,
                                                        RoundingMode.HALF_UP)),
                        words.say("detail.onDays", now.activeDays()));
                number(numbers, "average", tables.average(total), "");
                var worked = Objects.requireNonNullElse(now.worked(), Duration.ZERO);
                number(
                        numbers,
                        "perHour",
                        worked.toMinutes() == 0
                                ? "–"
                                : words.number(
                                        BigDecimal.valueOf(
                                                total.facts() * 3600.0 / worked.toSeconds())),
                        worked.toMinutes() == 0
                                ? words.say("detail.notAtWork")
                                : words.say("detail.atWork", durations.of(worked)));
            }
        }
        return numbers;
    }

    private void number(KeyNumbers numbers, String key, String value, String detail) {
        numbers.number(words.say("detail." + key), "").show(value, detail, null);
    }

    // ------------------------------------------------------------------ what moved it

    private Component drivers(MetricDetail now) {
        if (now.drivers().isEmpty()) {
            return section("drivers", new Paragraph(words.say("detail.noDrivers")));
        }
        var list = new UnorderedList();
        list.addClassName("detail-drivers");
        now.drivers().forEach(driver -> list.add(new ListItem(sentence(now, driver))));
        var upTo = now.comparedUpTo();
        return section(
                "drivers",
                new Paragraph(
                        upTo == null
                                ? words.say(
                                        "detail.drivers.what",
                                        words.month(now.month().minusMonths(1)))
                                : words.say("detail.drivers.whatUpTo", words.day(upTo))),
                list);
    }

    private String sentence(MetricDetail now, Driver driver) {
        boolean money = driver.kind() == Driver.Kind.EACH;
        return words.say(
                "detail.driver." + driver.kind(),
                money
                        ? words.amount(cents(driver.before()), now.currency())
                        : words.number(driver.before()),
                money
                        ? words.amount(cents(driver.now()), now.currency())
                        : words.number(driver.now()),
                signed(now, driver.effect()));
    }

    private String signed(MetricDetail now, BigDecimal effect) {
        var rounded =
                now.currency() == null ? effect.setScale(0, RoundingMode.HALF_UP) : cents(effect);
        var text = words.amount(rounded.abs(), now.currency());
        return rounded.signum() == 0 ? "±0" : (rounded.signum() > 0 ? "+" : "−") + text;
    }

    private static BigDecimal cents(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    // ------------------------------------------------------------------ months and days

    private Component history(MetricDetail now, DetailTables tables) {
        var labels = new ArrayList<String>();
        var ticks = new ArrayList<String>();
        var values = new ArrayList<@Nullable Double>();
        var table = table("performance.detail.month");
        for (var line : now.history()) {
            labels.add(words.month(line.month()));
            ticks.add(words.shortMonth(line.month()));
            values.add(tables.value(line.tally()));
        }
        now.history()
                .reversed()
                .forEach(line -> table.line(tables.line(words.month(line.month()), line.tally())));
        return section(
                "history", chart("history", labels, ticks, values), scrolling("history", table));
    }

    private Component days(MetricDetail now, DetailTables tables) {
        var labels = new ArrayList<String>();
        var ticks = new ArrayList<String>();
        var values = new ArrayList<@Nullable Double>();
        var table = table("performance.detail.day");
        for (var line : now.days()) {
            labels.add(words.day(line.date()));
            ticks.add("" + line.date().getDayOfMonth());
            values.add(tables.value(line.tally()));
        }
        now.days()
                .reversed()
                .forEach(line ->
                        table.line(
                                tables.line(
                                        words.weekday(line.date()) + ", " + words.day(line.date()),
                                        line.tally())));
        return now.days().isEmpty()
                ? section("days", new Paragraph(words.say("detail.noDays")))
                : section("days", chart("days", labels, ticks, values), scrolling("days", table));
    }

    private Component chart(
            String key, List<String> labels, List<String> ticks, List<@Nullable Double> values) {
        var chart = new ApexChart(words.say("detail." + key + ".described", words.name(metric)));
        chart.show(
                labels,
                ticks,
                List.of(new Series(words.name(metric), Form.COLUMN, Tone.MAIN, values)));
        return chart;
    }

    private PlainTable table(String first) {
        return new PlainTable(
                Stream.concat(Stream.of(first), DetailTables.columns(metric).stream())
                        .toArray(String[]::new));
    }

    private Component scrolling(String key, PlainTable table) {
        var scrolling = new Div(table);
        scrolling.addClassName("report-table");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", words.say("detail." + key));
        return scrolling;
    }

    // ------------------------------------------------------------------ what it is made of

    private void categories(MetricDetail now, DetailTables tables) {
        boolean named = now.categories().stream().anyMatch(line -> line.name() != null);
        if (!named) {
            return;
        }
        var table =
                new PlainTable(
                        Stream.of(
                                        Stream.of("performance.detail.category"),
                                        DetailTables.columns(metric).stream(),
                                        Stream.of("performance.detail.before"))
                                .flatMap(each -> each)
                                .toArray(String[]::new));
        for (var line : now.categories()) {
            var cells =
                    tables.line(
                            Objects.requireNonNullElse(line.name(), words.say("detail.noCategory")),
                            line.tally());
            cells.add(tables.cells(line.before()).getFirst());
            table.line(cells);
        }
        page.add(section("categories." + metric, scrolling("categories." + metric, table)));
    }

    private void times(MetricDetail now) {
        var times = now.times();
        if (times == null) {
            return;
        }
        var said = new ArrayList<Component>();
        said.add(new Paragraph(words.say("detail.times.what")));
        times.busiest()
                .ifPresent(hour ->
                        said.add(
                                new Paragraph(
                                        words.say(
                                                "detail.busiest",
                                                words.hour(hour),
                                                count(times, hour).calls()))));
        times.best()
                .ifPresent(hour ->
                        said.add(
                                new Paragraph(
                                        words.say(
                                                "detail.best",
                                                words.hour(hour),
                                                words.number(
                                                        BigDecimal.valueOf(
                                                                Objects.requireNonNullElse(
                                                                        count(times, hour)
                                                                                .perHour(),
                                                                        0.0)))))));
        said.add(
                times.hours().isEmpty()
                        ? new Paragraph(words.say("detail.noTimes"))
                        : new HourMap(times, words));
        page.add(section("times", said.toArray(Component[]::new)));
    }

    private static CallTimes.Count count(CallTimes times, CallTimes.Hour hour) {
        return Objects.requireNonNull(times.hours().get(hour));
    }

    private Section section(String key, Component... parts) {
        var heading = new H2(words.say("detail." + key));
        heading.setId("detail-" + key.replace('.', '-'));
        var section = new Section(heading);
        section.add(parts);
        section.getElement().setAttribute("aria-labelledby", "detail-" + key.replace('.', '-'));
        section.addClassName("performance-section");
        return section;
    }

    // ------------------------------------------------------------------ to take along

    /// Plain numbers: what a spreadsheet can count on.
    private static List<List<String>> csv(MetricDetail now) {
        var lines = new ArrayList<List<String>>();
        lines.add(
                List.of(
                        "date",
                        "facts",
                        "done",
                        "amount",
                        "due",
                        "collected",
                        "currency",
                        "durationSeconds",
                        "timed"));
        var currency = now.currency();
        for (var day : now.days()) {
            var tally = day.tally();
            lines.add(
                    List.of(
                            day.date().toString(),
                            "" + tally.facts(),
                            "" + tally.done(),
                            tally.amount().toPlainString(),
                            tally.due().toPlainString(),
                            tally.collected().toPlainString(),
                            currency == null ? "" : currency.getCurrencyCode(),
                            "" + tally.duration().toSeconds(),
                            "" + tally.timed()));
        }
        return lines;
    }
}
