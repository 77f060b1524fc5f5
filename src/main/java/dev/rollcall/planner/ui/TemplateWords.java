package dev.rollcall.planner.ui;

import dev.rollcall.planner.ShiftTemplate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;

/// How a shift template is told.
final class TemplateWords {

    private TemplateWords() {}

    static String hours(ShiftTemplate template, PlannerWords words) {
        return template.stretches().stream()
                .map(each -> time(each.start(), words) + "–" + time(each.end(), words))
                .collect(Collectors.joining(" + "));
    }

    static String pauses(ShiftTemplate template, PlannerWords words) {
        return template.pauses().stream()
                .map(each ->
                        words.say(
                                "templates.pause",
                                words.activity(each.activity()),
                                words.duration(each.length()),
                                words.duration(each.earliest()),
                                words.duration(each.latest())))
                .collect(Collectors.joining(", "));
    }

    private static String time(LocalTime time, PlannerWords words) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.locale())
                .format(time);
    }
}
