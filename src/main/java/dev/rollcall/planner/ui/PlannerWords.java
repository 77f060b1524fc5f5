package dev.rollcall.planner.ui;

import dev.rollcall.kit.ActivityTone;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.PlanRules;
import dev.rollcall.planner.PlanWarning;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.Wants;
import dev.rollcall.planner.Wish;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How the planner says days, hours and what there is to say against them.
final class PlannerWords {

    private final Words words;
    private final Locale locale;
    private final Activities activities;
    private final PlanRules rules;
    private final DurationWords durations;

    PlannerWords(Words words, Locale locale, Activities activities) {
        this.words = words;
        this.locale = locale;
        this.activities = activities;
        this.rules = new PlanRules(activities::categoryOf, this::isPaid);
        this.durations = new DurationWords(words);
    }

    private boolean isPaid(String activity) {
        return activities.of(activity).filter(Activity::paid).isPresent();
    }

    PlanRules rules() {
        return rules;
    }

    Words words() {
        return words;
    }

    Locale locale() {
        return locale;
    }

    String say(String key, Object... values) {
        return words.get("planner." + key, values);
    }

    // ------------------------------------------------------------------ times

    String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    String hours(TimeSpan span, ZoneId zone) {
        return time(span.start(), zone) + "–" + time(span.end(), zone);
    }

    String duration(Duration duration) {
        return duration.isZero() ? "–" : durations.brief(duration);
    }

    String weekday(LocalDate date) {
        return pattern("EEE", date);
    }

    String dayOfMonth(LocalDate date) {
        return pattern("MMMd", date);
    }

    String date(LocalDate date) {
        return pattern("yMMMMEEEEd", date);
    }

    String shortDate(LocalDate date) {
        return pattern("MMMEd", date);
    }

    String period(LocalDate from, LocalDate to) {
        return from.equals(to)
                ? pattern("yMMMMEEEEd", from)
                : say("period", pattern("yMMMd", from), pattern("yMMMd", to));
    }

    private String pattern(String parts, LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern(parts).withLocale(locale).format(date);
    }

    // ------------------------------------------------------------------ activities

    String activity(String code) {
        return activities.of(code).map(Activity::name).orElse(code);
    }

    String tone(String code) {
        return ActivityTone.of(activities.of(code).map(Activity::colour).orElse("other")).token();
    }

    // ------------------------------------------------------------------ days

    /// A day at a glance: `8:00–16:30`, or what it is when nobody works.
    String brief(List<PlannedActivity> entries, ZoneId zone) {
        var work =
                entries.stream()
                        .filter(entry -> activities.categoryOf(entry.activity()) == Category.WORK)
                        .toList();
        if (!work.isEmpty()) {
            return work.stream()
                    .map(entry -> hours(entry.span(), zone))
                    .collect(Collectors.joining(" + "));
        }
        return entries.stream()
                .map(entry -> activity(entry.activity()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// Everything a day holds.
    String full(List<PlannedActivity> entries, ZoneId zone) {
        return entries.isEmpty()
                ? say("free")
                : entries.stream()
                        .map(entry -> activity(entry.activity()) + " " + hours(entry.span(), zone))
                        .collect(Collectors.joining(", "));
    }

    /// A day in words: whose, when, what, and what there is to know.
    ///
    /// @param told what there is to know besides
    String cell(String person, RosterDay day, ZoneId zone, List<String> told) {
        var parts = new ArrayList<String>();
        parts.add(say("cell", person, date(day.key().date()), full(day.entries(), zone)));
        var draft = day.draft();
        if (day.isOvertaken()) {
            parts.add(say("overtaken", full(day.published(), zone)));
        } else if (draft != null) {
            parts.add(say("draft", draft.changedBy(), full(day.published(), zone)));
        }
        parts.addAll(told);
        return String.join("\n", parts);
    }

    /// What a drafted day does against the wishes of its person. They keep nobody from planning it.
    List<String> againstWishes(RosterDay day, ZoneId zone, Wants wants) {
        if (!day.isDraft()) {
            return List.of();
        }
        return rules
                .shift(day.entries())
                .map(shift -> wants.against(day.key(), shift, zone))
                .orElse(List.of())
                .stream()
                .map(wish -> say("wants.against", said(wish)))
                .toList();
    }

    /// What somebody would like of a day, and the time off they asked for or have.
    List<String> wants(DayKey day, Wants wants) {
        var told = new ArrayList<String>();
        for (var each : wants.timeOff(day)) {
            var key = each.isApproved() ? "wants.approved" : "wants.asked";
            var from = each.from();
            var to = each.to();
            told.add(
                    from == null || to == null
                            ? say(key)
                            : say(key + "Part", time(from) + "–" + time(to)));
        }
        wants.wishes(day).forEach(wish -> told.add(say("wants.wish", said(wish))));
        return told;
    }

    private String said(Wish wish) {
        var said = wish.said();
        return words.get(said.key(), said.values().toArray());
    }

    String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(time);
    }

    String warning(PlanWarning warning, ZoneId zone) {
        var found = warning.found();
        var allowed = warning.allowed();
        var span = warning.span();
        var key = "warning." + warning.kind();
        return switch (warning.kind()) {
            case OVER_DAYS ->
                    say(
                            key,
                            found == null ? 0 : found.toDays(),
                            allowed == null ? 0 : allowed.toDays());
            case SHORT_REST, OVER_HOURS ->
                    say(
                            key,
                            found == null ? "" : durations.brief(found),
                            allowed == null ? "" : durations.brief(allowed));
            case OVERLAP, UNAVAILABLE, OUTSIDE_WORK, INTO_NEXT_DAY ->
                    say(key, span == null ? "" : hours(span, zone));
        };
    }
}
