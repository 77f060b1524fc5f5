package dev.rollcall.performance.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import dev.rollcall.performance.CallTimes;
import dev.rollcall.performance.CallTimes.Count;
import dev.rollcall.performance.CallTimes.Hour;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Weekdays by hours: how many calls there were then. A table, so that it can be heard and walked
/// through; the colour says nothing the numbers do not.
final class HourMap extends Div {

    HourMap(CallTimes times, PerformanceWords words) {
        addClassNames("heat-map", "hour-map");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", words.say("detail.times"));
        var hours = times.hours();
        int first = hours.keySet().stream().mapToInt(Hour::hour).min().orElse(0);
        int last = hours.keySet().stream().mapToInt(Hour::hour).max().orElse(-1);
        long most = hours.values().stream().mapToLong(Count::calls).max().orElse(0);
        var head = new Element("tr");
        head.appendChild(new Element("td"));
        for (int hour = first; hour <= last; hour++) {
            head.appendChild(new Element("th").setAttribute("scope", "col").setText("" + hour));
        }
        var body = new Element("tbody");
        for (var weekday : DayOfWeek.values()) {
            if (hours.keySet().stream().anyMatch(each -> each.weekday() == weekday)) {
                var row = new Element("tr");
                row.appendChild(
                        new Element("th")
                                .setAttribute("scope", "row")
                                .setText(words.shortWeekday(weekday)));
                for (int hour = first; hour <= last; hour++) {
                    var at = new Hour(weekday, hour);
                    row.appendChild(cell(at, hours.get(at), most, words));
                }
                body.appendChild(row);
            }
        }
        var table = new Element("table");
        table.appendChild(new Element("thead").appendChild(head), body);
        getElement().appendChild(table);
    }

    private static Element cell(Hour at, @Nullable Count count, long most, PerformanceWords words) {
        var cell = new Element("td");
        if (count == null || count.calls() == 0 && count.worked().isZero()) {
            return cell.setAttribute("class", "heat-none");
        }
        var rate = count.perHour();
        var text =
                rate == null
                        ? words.say("detail.cell.calls", words.hour(at), count.calls())
                        : words.say(
                                "detail.cell",
                                words.hour(at),
                                count.calls(),
                                words.number(BigDecimal.valueOf(rate)));
        cell.setAttribute("title", text);
        cell.getStyle()
                .set(
                        "--share",
                        String.format(
                                Locale.ROOT,
                                "%.2f",
                                most == 0 ? 0 : (double) count.calls() / most));
        var number = new Element("span").setText(count.calls() == 0 ? "" : "" + count.calls());
        number.setAttribute("aria-hidden", "true");
        var heard = new Element("span").setText(text);
        heard.getClassList().add("rollcall-visually-hidden");
        return cell.appendChild(number, heard);
    }
}
