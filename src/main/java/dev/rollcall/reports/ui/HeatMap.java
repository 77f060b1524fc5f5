package dev.rollcall.reports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import dev.rollcall.reports.HalfHours;
import dev.rollcall.reports.Recurrence;
import dev.rollcall.reports.Recurrence.Cell;
import dev.rollcall.reports.Recurrence.Count;
import java.time.DayOfWeek;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Weekdays by half hours: how often the plan was not kept then. A table, so that it can be heard
/// and walked through; the colour says nothing the numbers do not.
final class HeatMap extends Div {

    private static final int HALVES = 2;

    HeatMap(Recurrence recurrence, PatternWords words, ReportWords said) {
        addClassName("heat-map");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", said.say("heat.title"));
        var cells = recurrence.cells();
        int first = cells.keySet().stream().mapToInt(Cell::halfHour).min().orElse(0);
        int last = cells.keySet().stream().mapToInt(Cell::halfHour).max().orElse(-1);
        var head = new Element("tr");
        head.appendChild(new Element("td"));
        // Whole hours only, so that each stands over its two halves.
        int from = first - first % HALVES;
        for (int hour = from; hour <= last; hour += HALVES) {
            head.appendChild(
                    new Element("th")
                            .setAttribute("scope", "col")
                            .setAttribute("colspan", "" + HALVES)
                            .setText("" + HalfHours.start(hour).getHour()));
        }
        var body = new Element("tbody");
        for (var weekday : DayOfWeek.values()) {
            if (cells.keySet().stream().anyMatch(cell -> cell.weekday() == weekday)) {
                var row = new Element("tr");
                row.appendChild(
                        new Element("th")
                                .setAttribute("scope", "row")
                                .setText(words.shortWeekday(weekday)));
                for (int halfHour = from; halfHour <= last + (last + 1) % HALVES; halfHour++) {
                    row.appendChild(
                            cell(
                                    cells.get(new Cell(weekday, halfHour)),
                                    said,
                                    words.weekday(weekday) + " " + words.time(halfHour)));
                }
                body.appendChild(row);
            }
        }
        var table = new Element("table");
        table.appendChild(new Element("thead").appendChild(head), body);
        getElement().appendChild(table);
    }

    private static Element cell(@Nullable Count count, ReportWords said, String when) {
        var cell = new Element("td");
        if (count == null) {
            return cell.setAttribute("class", "heat-none");
        }
        var text = said.say("heat.cell", when, count.out(), count.planned());
        cell.setAttribute("title", text);
        cell.getStyle()
                .set(
                        "--share",
                        String.format(Locale.ROOT, "%.2f", (double) count.out() / count.planned()));
        var number = new Element("span").setText(count.out() == 0 ? "" : "" + count.out());
        number.setAttribute("aria-hidden", "true");
        var heard = new Element("span").setText(text);
        heard.getClassList().add("rollcall-visually-hidden");
        return cell.appendChild(number, heard);
    }
}
