package dev.rollcall.requests.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.Outlook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What it would mean if somebody were off: day by day who else is, and how many heads would remain
/// in each half hour; and what would be left of the allowance.
final class OutlookPanel extends Div {

    private final RequestWords words;

    OutlookPanel(Outlook outlook, RequestWords words) {
        this.words = words;
        addClassName("request-outlook");
        for (var left : outlook.allowances()) {
            add(new Paragraph(allowance(left)));
        }
        for (var day : outlook.days()) {
            add(day(day));
        }
    }

    private String allowance(Outlook.Left left) {
        var measure = left.type().measure();
        if (left.type().limit() == AbsenceType.Limit.NONE) {
            return words.say("outlook.noLimit");
        }
        return left.isSet()
                ? words.say(
                        "outlook.allowance",
                        left.year(),
                        words.amount(left.before(), measure),
                        words.amount(left.after(), measure))
                : words.say("finding.NO_ALLOWANCE", left.year());
    }

    private Component day(Outlook.Day day) {
        var parts = new ArrayList<String>();
        parts.add(away(day));
        parts.add(heads(day));
        var line =
                new Paragraph(
                        words.say("outlook.day", words.date(day.date()), String.join(" ", parts)));
        var box = new Div(line);
        if (day.heads().stream().anyMatch(each -> each.required() != null)) {
            box.add(strip(day.heads()));
        }
        return box;
    }

    private String away(Outlook.Day day) {
        int unnamed = day.off() - day.away().size();
        if (day.off() == 0) {
            return words.say("outlook.nobodyAway");
        }
        if (day.away().isEmpty()) {
            return words.say("outlook.awayUnnamed", day.off());
        }
        return unnamed == 0
                ? words.say("outlook.away", day.off(), words.names(day.away()))
                : words.say("outlook.awayAndMore", day.off(), words.names(day.away()), unnamed);
    }

    private String heads(Outlook.Day day) {
        if (!day.isPlanned()) {
            return words.say("outlook.notPlanned");
        }
        return day.heads().stream()
                .filter(each -> each.required() != null)
                .min(Comparator.comparing(Outlook.Heads::over))
                .map(worst ->
                        words.say(
                                worst.over() < 0 ? "outlook.short" : "outlook.enough",
                                words.time(worst.time()),
                                worst.left(),
                                worst.required() == null ? 0 : worst.required()))
                .orElse(words.say("outlook.unknown"));
    }

    /// One small column for each half hour; what it says is in its title, too.
    private Component strip(List<Outlook.Heads> heads) {
        var strip = new Div();
        strip.addClassName("request-strip");
        strip.getElement().setAttribute("role", "img");
        long few = heads.stream().filter(each -> each.over() < 0).count();
        strip.getElement()
                .setAttribute("aria-label", words.say("outlook.strip", heads.size(), few));
        for (var each : heads) {
            var column = new Span();
            var required = each.required();
            column.getElement()
                    .setAttribute(
                            "data-tone",
                            required == null ? "unknown" : each.over() < 0 ? "short" : "enough");
            column.setTitle(
                    required == null
                            ? words.say(
                                    "outlook.columnUnknown", words.time(each.time()), each.left())
                            : words.say(
                                    "outlook.column",
                                    words.time(each.time()),
                                    each.left(),
                                    required));
            strip.add(column);
        }
        return strip;
    }
}
