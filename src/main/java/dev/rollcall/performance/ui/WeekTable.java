package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import dev.rollcall.performance.Amount;
import dev.rollcall.performance.Growth;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.Week;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A week: a line a day, a column a metric, below them what it comes to. One table for eyes and for
/// ears. A day can be opened.
@Tag("table")
final class WeekTable extends Component {

    private final PerformanceWords words;
    private final Consumer<LocalDate> onDay;
    private final Map<LocalDate, Day> rows = new LinkedHashMap<>();
    private final Element foot = new Element("tfoot");
    private @Nullable LocalDate opened;
    private @Nullable Shown shown;

    /// @param onDay told when somebody wants a day in full, or no longer
    WeekTable(PerformanceWords words, Consumer<LocalDate> onDay) {
        this.words = words;
        this.onDay = onDay;
        getElement().getClassList().add("week-table");
    }

    private record Shown(Week week, LocalDate today, boolean running) {}

    /// A line, and the button that opens it.
    private record Day(Element row, NativeButton open) {}

    /// @param running whether each day shows the total up to it
    void show(Week week, LocalDate today, boolean running) {
        var next = new Shown(week, today, running);
        var before = shown;
        if (next.equals(before)) {
            return;
        }
        shown = next;
        if (before == null
                || !before.week().days().equals(week.days())
                || !before.today().equals(today)) {
            build(week, today);
        }
        // Only figures move while somebody looks: a button keeps the focus it has.
        var days = List.copyOf(rows.values());
        for (int number = 0; number < days.size(); number++) {
            var row = days.get(number).row();
            while (row.getChildCount() > 1) {
                row.removeChild(1);
            }
            for (var line : week.lines()) {
                row.appendChild(cell(line, line.cells().get(number), running));
            }
        }
        foot.removeAllChildren();
        foot.appendChild(
                sum("total", week, line -> words.amount(line.total())),
                sum("average", week, line -> line.average().map(words::amount).orElse("–")),
                against(week));
    }

    /// Marks the day that is shown in full; null: none is.
    void open(@Nullable LocalDate day) {
        opened = day;
        rows.forEach((date, row) -> {
            boolean open = date.equals(day);
            row.row().getClassList().set("week-open", open);
            row.open().getElement().setAttribute("aria-expanded", "" + open);
        });
    }

    private void build(Week week, LocalDate today) {
        getElement().removeAllChildren();
        rows.clear();
        var head = row();
        head.appendChild(header("col", words.say("week.day")));
        week.lines()
                .forEach(line ->
                        head.appendChild(header("col", words.say("week." + line.metric()))));
        var body = new Element("tbody");
        for (var date : week.days()) {
            var day = day(date, today);
            rows.put(date, day);
            body.appendChild(day.row());
        }
        open(opened);
        getElement().appendChild(new Element("thead").appendChild(head), body, foot);
    }

    private Day day(LocalDate date, LocalDate today) {
        var row = row();
        var open = new NativeButton("", _ -> onDay.accept(date));
        open.addClassName("week-opens");
        open.setEnabled(!date.isAfter(today));
        open.getElement().setAttribute("aria-controls", "week-day");
        var weekday = new Element("span").setText(words.weekday(date));
        var second = new Element("span").setText(words.day(date));
        second.getClassList().add("week-date");
        open.getElement().appendChild(weekday, second);
        var name = new Element("th").setAttribute("scope", "row").appendChild(open.getElement());
        if (date.equals(today)) {
            row.getClassList().add("week-today");
            var now = new Element("span").setText(words.say("week.today"));
            now.getClassList().add("week-mark");
            name.appendChild(now);
        }
        return new Day(row.appendChild(name), open);
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
