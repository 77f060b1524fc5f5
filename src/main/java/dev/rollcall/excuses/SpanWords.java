package dev.rollcall.excuses;

import dev.rollcall.adherence.Excusal;
import dev.rollcall.kit.Words;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes stretches of time: `Tue 3 Mar, 10:02–10:31`, `Tue 3 Mar, since 10:02`.
public record SpanWords(Words words, Locale locale, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public String span(TimeSpan span) {
        return span(span.start(), span.end().equals(Excusal.OPEN) ? null : span.end());
    }

    /// @param until null: it goes on
    public String span(Instant from, @Nullable Instant until) {
        var start = from.atZone(zone);
        if (until == null) {
            return words.get("excuses.span.since", day(from), TIME.format(start));
        }
        var end = until.atZone(zone);
        return start.toLocalDate().equals(end.toLocalDate())
                ? words.get("excuses.span.day", day(from), TIME.format(start), TIME.format(end))
                : words.get(
                        "excuses.span.days",
                        day(from),
                        TIME.format(start),
                        day(until),
                        TIME.format(end));
    }

    /// `10:02–10:31`, or `since 10:02`: on a page that names the day.
    public String times(TimeSpan span) {
        var start = TIME.format(span.start().atZone(zone));
        return span.end().equals(Excusal.OPEN)
                ? words.get("excuses.span.sinceTime", start)
                : start + "–" + TIME.format(span.end().atZone(zone));
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEd")
                .withLocale(locale)
                .format(at.atZone(zone));
    }
}
