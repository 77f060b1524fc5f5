package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import dev.rollcall.performance.Amount;
import dev.rollcall.performance.Growth;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.Week;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A week: a line a day, a column a metric, below them what it comes to. One table for eyes and for
/// ears.
@Tag("table")
final class WeekTable extends Component {

    private final PerformanceWords words;
    private @Nullable Object shown;

    WeekTable(PerformanceWords words) {
        this.words = words;
        getElement().getClassList().add("week-table");
    }

    private record Shown(Week week, LocalDate today, boolean running) {}

    /// @param running whether each day shows the total up to it
    void show(Week week, LocalDate today, boolean running) {
        var next = new Shown(week, today, running);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        getElement().removeAllChildren();
        var head = row();
        head.appendChild(header("col", words.say("week.day")));
        week.lines()
                .forEach(line ->
                        head.appendChild(header("col", words.say("week." + line.metric()))));
        var body = new Element("tbody");
        for (int number = 0; number < week.days().size(); number++) {
            body.appendChild(day(week, number, today, running));
        }
        var foot = new Element("tfoot");
        foot.appendChild(
                sum("total", week, line -> words.amount(line.total())),
                sum("average", week, line -> line.average().map(words::amount).orElse("–")),
                against(week));
        getElement().appendChild(new Element("thead").appendChild(head), body, foot);
    }

    private Element day(Week week, int number, LocalDate today, boolean running) {
        var date = week.days().get(number);
        var row = row();
        var name = header("row", words.weekday(date));
        var second = new Element("span").setText(words.day(date));
        second.getClassList().add("week-date");
        name.appendChild(second);
        if (date.equals(today)) {
            row.getClassList().add("week-today");
            var now = new Element("span").setText(words.say("week.today"));
            now.getClassList().add("week-mark");
            name.appendChild(now);
        }
        row.appendChild(name);
        for (var line : week.lines()) {
            row.appendChild(cell(line, line.cells().get(number), running));
        }
        return row;
    }

    private Element cell(Week.Line line, Week.Cell cell, boolean running) {
        var place = new Element("td");
        var amount = cell.amount().orElse(null);
        if (amount == null) {
            var none = new Element("span").setText("–");
            none.setAttribute("aria-label", words.say("week.toCome"));
            none.setAttribute("role", "img");
            return place.appendChild(none);
        }
        var number = new Element("span").setText(words.amount(running ? cell.running() : amount));
        number.getClassList().add("week-number");
        place.appendChild(number);
        if (!running) {
            var bar = new Element("span");
            bar.getClassList().add("week-bar");
            bar.setAttribute("aria-hidden", "true");
            bar.getStyle().set("--share", share(amount, line));
            place.appendChild(bar, detail(line, cell));
        }
        return place;
    }

    /// Best or worst in a word and a mark, and how it compares with the day before.
    private Element detail(Week.Line line, Week.Cell cell) {
        var detail = new Element("span");
        detail.getClassList().add("week-detail");
        boolean best = cell.day().equals(line.best());
        if (best || cell.day().equals(line.worst())) {
            var mark = new Element("span").setText(words.say(best ? "week.best" : "week.worst"));
            mark.getClassList().add("week-mark");
            detail.appendChild(mark);
        }
        if (cell.growth().direction() != Growth.Direction.NOT_AVAILABLE) {
            var change = new Element("span").setText(words.badge(cell.growth()));
            change.getClassList().add("week-change");
            change.setAttribute("role", "img");
            change.setAttribute(
                    "aria-label", words.say("week.change", words.spoken(cell.growth())));
            detail.appendChild(change);
        }
        return detail;
    }

    private static String share(Amount amount, Week.Line line) {
        var most =
                line.cells().stream()
                        .flatMap(each -> each.amount().stream())
                        .map(Amount::value)
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
        return most.signum() <= 0
                ? "0%"
                : amount.value()
                                .max(BigDecimal.ZERO)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(most, 0, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%";
    }

    private interface Sum {
        String of(Week.Line line);
    }

    private Element sum(String key, Week week, Sum sum) {
        var row = row();
        row.appendChild(header("row", words.say("week." + key)));
        for (var line : week.lines()) {
            row.appendChild(new Element("td").setText(sum.of(line)));
        }
        return row;
    }

    private Element against(Week week) {
        var row = row();
        row.appendChild(header("row", words.say("week.against")));
        for (var line : week.lines()) {
            var change = new Element("span").setText(words.badge(line.against()));
            change.setAttribute("role", "img");
            change.setAttribute("aria-label", words.spoken(line.against()));
            change.setAttribute("data-tone", tone(line.metric(), line.against()));
            change.getClassList().add("week-change");
            row.appendChild(new Element("td").appendChild(change));
        }
        return row;
    }

    private static String tone(Metric metric, Growth growth) {
        if (!metric.moreIsBetter()) {
            return "plain";
        }
        return switch (growth.direction()) {
            case UP, NEW -> "good";
            case DOWN -> "low";
            case FLAT, NOT_AVAILABLE -> "plain";
        };
    }

    private static Element row() {
        return new Element("tr");
    }

    private static Element header(String scope, String text) {
        var header = new Element("th").setAttribute("scope", scope);
        header.appendChild(new Element("span").setText(text));
        return header;
    }
}
