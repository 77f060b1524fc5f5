package dev.rollcall.planner.ui;

import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.TemplateId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /// The days of a rotation's week: `Mon Early, Tue Early …`.
    static String week(
            Map<DayOfWeek, TemplateId> week, List<ShiftTemplate> templates, PlannerWords words) {
        if (week.isEmpty()) {
            return words.say("free");
        }
        return Arrays.stream(DayOfWeek.values())
                .filter(week::containsKey)
                .map(weekday ->
                        weekday.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale())
                                + " "
                                + templates.stream()
                                        .filter(each -> each.id().equals(week.get(weekday)))
                                        .map(ShiftTemplate::name)
                                        .findFirst()
                                        .orElse("?"))
                .collect(Collectors.joining(", "));
    }
}
