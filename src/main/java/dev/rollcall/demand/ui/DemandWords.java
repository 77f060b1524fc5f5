package dev.rollcall.demand.ui;

import dev.rollcall.demand.DemandWeek;
import dev.rollcall.demand.ForecastDay;
import dev.rollcall.demand.HalfHours;
import dev.rollcall.demand.Requirement;
import dev.rollcall.demand.Requirement.Backlog;
import dev.rollcall.demand.Requirement.Imported;
import dev.rollcall.demand.Requirement.Queue;
import dev.rollcall.demand.Volume;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Channel;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Demand in the reader's words.
///
/// @param zone the group's
record DemandWords(Words words, Locale locale, ZoneId zone) {

    String say(String key, Object... values) {
        return words.get("demand." + key, values);
    }

    // ------------------------------------------------------------------ numbers and times

    String number(double value) {
        return number(value, value < 10 ? 1 : 0);
    }

    private String number(double value, int decimals) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    String percent(OptionalDouble percent) {
        return percent.isEmpty() ? "–" : say("percent", number(Math.abs(percent.getAsDouble()), 1));
    }

    String seconds(Duration duration) {
        return say(
                "seconds",
                number(duration.toMillis() / 1_000.0, duration.toSeconds() < 10 ? 1 : 0));
    }

    String hours(Duration duration) {
        return say("hours", number(duration.toMinutes() / 60.0, 1));
    }

    String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
    }

    String span(Instant start) {
        return time(start) + "–" + time(start.plus(HalfHours.LENGTH));
    }

    String day(LocalDate date) {
        return DateTimeFormatter.ofPattern(say("pattern.day"), locale).format(date);
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(date);
    }

    String shortDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(locale).format(date);
    }

    String period(LocalDate first, LocalDate last) {
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return format.format(first) + " – " + format.format(last);
    }

    // ------------------------------------------------------------------ why so many

    /// One half hour in a sentence or two.
    String why(DemandWeek.HalfHour halfHour, Channel channel) {
        var required = halfHour.required();
        var when = say("when", shortDate(halfHour.date()), span(halfHour.start()));
        if (required == null) {
            return when + " " + say("why.nothing");
        }
        return when
                + " "
                + switch (required.basis()) {
                    case Imported _ -> say("why.decided", required.heads());
                    case Queue queue -> queue(required, queue, channel);
                    case Backlog backlog -> backlog(required, backlog);
                };
    }

    private String queue(Requirement required, Queue queue, Channel channel) {
        var expected = required.expected();
        if (expected == null || expected.contacts() == 0) {
            return say("why.none");
        }
        var rules = required.assumptions();
        var traffic =
                say(
                        "why.traffic." + channel,
                        number(expected.contacts()),
                        seconds(expected.handling()),
                        number(queue.erlangs(), 1));
        var answered =
                say(
                        channel == Channel.CHAT ? "why.chats" : "why.calls",
                        queue.working(),
                        number(queue.serviceLevel().percent(), 0),
                        seconds(rules.within()),
                        seconds(queue.answer()),
                        number(queue.occupancy().percent(), 0),
                        rules.concurrency(),
                        queue.places());
        var binding =
                queue.forOccupancy()
                        ? " " + say("why.occupancy", number(rules.maxOccupancy().percent(), 1))
                        : "";
        return say("why.heads", required.heads())
                + " "
                + traffic
                + " "
                + answered
                + binding
                + " "
                + shrinkage(required);
    }

    private String backlog(Requirement required, Backlog backlog) {
        return say("why.heads", required.heads())
                + " "
                + say(
                        "why.backlog",
                        number(backlog.work().toSeconds() / 60.0, 0),
                        hours(required.assumptions().backlog()),
                        backlog.working(),
                        number(required.assumptions().maxOccupancy().percent(), 1))
                + " "
                + shrinkage(required);
    }

    private String shrinkage(Requirement required) {
        return say(
                "why.shrinkage",
                number(required.assumptions().shrinkage().percent(), 1),
                required.heads());
    }

    // ------------------------------------------------------------------ the forecast

    /// What the forecast of a day is made of.
    String basis(ForecastDay day) {
        return say("basis." + day.basis(), day.from().size());
    }

    String contacts(@Nullable Volume volume) {
        return volume == null ? "" : number(volume.contacts());
    }
}
