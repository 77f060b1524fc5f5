package dev.rollcall.adherence.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Writes instants in the viewer's zone: "12:30", with the weekday when it is another day.
///
/// @param zone the zone times are written in
/// @param today the day that needs no name there
public record Times(ZoneId zone, Locale locale, LocalDate today) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public static Times at(Instant now, ZoneId zone, Locale locale) {
        return new Times(zone, locale, LocalDate.ofInstant(now, zone));
    }

    /// The same with another day that needs no name.
    public Times on(LocalDate day) {
        return new Times(zone, locale, day);
    }

    /// "12:30", or "Tue 12:30".
    public String of(Instant instant) {
        var local = instant.atZone(zone);
        var time = TIME.format(local);
        return local.toLocalDate().equals(today)
                ? time
                : DateTimeFormatter.ofPattern("EEE", locale).format(local) + " " + time;
    }

    /// "12:00–12:30"; "12:00" when both ends read alike.
    public String range(Instant from, Instant to) {
        var start = of(from);
        var end = of(to);
        if (start.equals(end)) {
            return start;
        }
        boolean sameDay = from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
        return start + "–" + (sameDay ? TIME.format(to.atZone(zone)) : end);
    }

    /// "12:30", whatever the day.
    public String clock(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /// The hours of a shift: "08:00–16:30", "22:00–06:30 +1" when it ends a day later.
    public String shift(Instant from, Instant to) {
        long days =
                ChronoUnit.DAYS.between(
                        from.atZone(zone).toLocalDate(), to.atZone(zone).toLocalDate());
        return of(from) + "–" + TIME.format(to.atZone(zone)) + (days == 0 ? "" : " +" + days);
    }

    /// "Tuesday, 3 March 2026", as the language has it.
    public String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(date);
    }

    /// "Tue 3 Mar, 10:15", as the language has it.
    public String dayAndTime(Instant instant) {
        return weekday(dayOf(instant)) + ", " + clock(instant);
    }

    /// "Tue 3 Mar", as the language has it.
    public String weekday(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEEEd").withLocale(locale).format(date);
    }

    /// "3 Mar 2026", as the language has it.
    public String shortDay(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }
}
