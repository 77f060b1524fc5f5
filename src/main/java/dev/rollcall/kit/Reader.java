package dev.rollcall.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Who reads something the server wrote: how times, dates and lengths are written for them.
///
/// @param words the translations in their language
/// @param zone an agent's own, for others that of their browser
public record Reader(Words words, Locale locale, ZoneId zone) {

    public String say(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    /// `9:00 AM`, `09:00`.
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /// `9:00 AM–5:00 PM`.
    public String hours(Instant from, Instant to) {
        return time(from) + "–" + time(to);
    }

    /// `Tue, Nov 24`.
    public String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEd").withLocale(locale).format(date);
    }

    /// `Nov 24 – Nov 29`; one day alone as [#day].
    public String days(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return day(from);
        }
        var format = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
        return say("notifications.days", format.format(from), format.format(to));
    }

    /// `38 h 30 min`.
    public String length(Duration duration) {
        return new DurationWords(words).brief(duration);
    }
}
