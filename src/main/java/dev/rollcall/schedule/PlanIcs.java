package dev.rollcall.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Plans as a calendar (RFC 5545): an event for each entry, which says whose and of which day it is
/// so that [ScheduleIcs] reads the same plans from it. To the second. Pure.
final class PlanIcs {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private PlanIcs() {}

    /// @param names what people call an activity
    static String of(
            List<PlanExport.PersonPlans> people,
            Function<String, Category> categories,
            UnaryOperator<String> names) {
        var calendar = new PlanIcs();
        calendar.begin("Rollcall");
        for (var person : people) {
            for (var day : person.days()) {
                calendar.day(person.agent().externalId(), day, categories, names);
            }
        }
        return calendar.end();
    }

    /// One person's own calendar, for programs that read it again and again.
    ///
    /// @param title what such programs call it
    static String feed(
            String title,
            PlanExport.PersonPlans person,
            Function<String, Category> categories,
            UnaryOperator<String> names) {
        var calendar = new PlanIcs();
        calendar.begin(title);
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        calendar.line("X-PUBLISHED-TTL:PT1H");
        for (var day : person.days()) {
            calendar.day(person.agent().externalId(), day, categories, names);
        }
        return calendar.end();
    }

    private void begin(String title) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Rollcall//Rollcall//EN");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:" + escaped(title));
    }

    private String end() {
        line("END:VCALENDAR");
        return text.toString();
    }

    private void day(
            String agent,
            DayPlan day,
            Function<String, Category> categories,
            UnaryOperator<String> names) {
        int position = 0;
        for (var entry : FlatPlan.of(day, categories)) {
            line("BEGIN:VEVENT");
            // The address of nobody else: an entry keeps it from version to version.
            line("UID:" + escaped(agent + "-" + day.date() + "-" + position + "@rollcall"));
            line("DTSTAMP:" + utc(day.changedAt()));
            line("SEQUENCE:" + (day.version() - 1));
            line("DTSTART:" + utc(entry.span().start()));
            line("DTEND:" + utc(entry.span().end()));
            line("SUMMARY:" + escaped(names.apply(entry.activity())));
            line("CATEGORIES:" + escaped(entry.activity()));
            line(ScheduleIcs.AGENT + ":" + escaped(agent));
            line(ScheduleIcs.DATE + ":" + day.date());
            line("END:VEVENT");
            position++;
        }
    }

    private static String utc(Instant instant) {
        return UTC.format(instant);
    }

    static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /// Folded so that no line has more than 75 octets (3.1), never within a character.
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            var part = Character.toString(character);
            int size = part.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(part);
            octets += size;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
