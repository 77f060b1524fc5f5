package dev.rollcall.calendar.ui;

import dev.rollcall.adherence.ThreeFigures;
import dev.rollcall.kit.ActivityTone;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reasons;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.shared.Percent;
import dev.rollcall.shared.TimeSpan;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/// How the calendar says times, activities and statuses.
final class CalendarWords {

    private final Words words;
    private final Locale locale;
    private final ZoneId zone;
    private final Activities activities;
    private final Reasons reasons;
    private final DurationWords durations;

    CalendarWords(Words words, Locale locale, ZoneId zone, Activities activities, Reasons reasons) {
        this.words = words;
        this.locale = locale;
        this.zone = zone;
        this.activities = activities;
        this.reasons = reasons;
        this.durations = new DurationWords(words);
    }

    String say(String key, Object... arguments) {
        return words.get("calendar." + key, arguments);
    }

    ZoneId zone() {
        return zone;
    }

    Locale locale() {
        return locale;
    }

    String zoneName() {
        return say("zone", zone.getDisplayName(TextStyle.FULL, locale), zone.getId());
    }

    String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    String hours(TimeSpan span) {
        return time(span.start()) + "–" + time(span.end());
    }

    String duration(Duration duration) {
        return duration.isZero() ? "–" : durations.brief(duration);
    }

    String weekday(LocalDate date) {
        return pattern("EEEd", date);
    }

    String day(LocalDate date) {
        return pattern("yMMMMEEEEd", date);
    }

    /// `Mar 2, 2026 – Mar 8, 2026`.
    String period(LocalDate from, LocalDate to) {
        return from.equals(to)
                ? day(from)
                : say("period", pattern("yMMMd", from), pattern("yMMMd", to));
    }

    /// `March 2026`.
    String month(YearMonth month) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale).format(month);
    }

    /// `Mon`.
    String weekdayName(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    String percent(Percent percent) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(percent.rounded(1).movePointLeft(2));
    }

    /// `Adherence 96.2%`.
    String adherence(ThreeFigures figures) {
        return say("adherence", percent(figures.score()));
    }

    /// The other two figures, shortly.
    String beside(ThreeFigures figures) {
        return say("adherence.beside", percent(figures.tolerated()), percent(figures.raw()));
    }

    /// All three, in words.
    String figures(ThreeFigures figures) {
        return say(
                "adherence.figures",
                percent(figures.score()),
                percent(figures.tolerated()),
                percent(figures.raw()));
    }

    private String pattern(String parts, LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern(parts).withLocale(locale).format(date);
    }

    String activity(String code) {
        return activities.of(code).map(Activity::name).orElse(code);
    }

    String tone(String code) {
        return ActivityTone.of(activities.of(code).map(Activity::colour).orElse("other")).token();
    }

    String state(PresenceState state) {
        return state.reason()
                .map(code -> reasons.find(code).map(known -> known.name(words)).orElse(code))
                .orElseGet(() -> words.get("presence.state." + state.base()));
    }
}
