package dev.rollcall.schedule;

import dev.rollcall.kit.Csv;
import dev.rollcall.people.Agent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Plans as the table that [ScheduleCsv] reads: times of day where they say it all, dates and times
/// with an offset where they do not. Pure.
final class PlanCsv {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private PlanCsv() {}

    static String of(List<PlanExport.PersonPlans> people, Function<String, Category> categories) {
        var text = new StringBuilder(Csv.BYTE_ORDER_MARK).append(ScheduleCsv.HEADER).append("\r\n");
        for (var person : people) {
            for (var day : person.days()) {
                day(person.agent(), day, categories, text);
            }
        }
        return text.toString();
    }

    private static void day(
            Agent agent, DayPlan plan, Function<String, Category> categories, StringBuilder text) {
        var zone = agent.zone();
        LocalTime first = null;
        for (var entry : FlatPlan.of(plan, categories)) {
            var start = local(entry.span().start(), zone);
            if (first == null) {
                first = start.toLocalTime();
            }
            text.append(
                            Csv.line(
                                    List.of(
                                            agent.externalId(),
                                            plan.date().toString(),
                                            entry.activity(),
                                            start(entry.span().start(), plan.date(), first, zone),
                                            end(entry.span().end(), start, zone))))
                    .append("\r\n");
        }
    }

    /// @param first when the first entry of the day starts
    private static String start(Instant instant, LocalDate date, LocalTime first, ZoneId zone) {
        var local = local(instant, zone);
        var read = local.toLocalTime().isBefore(first) ? date.plusDays(1) : date;
        return local.toLocalDate().equals(read) ? time(instant, local, zone) : exact(instant, zone);
    }

    private static String end(Instant instant, LocalDateTime start, ZoneId zone) {
        var local = local(instant, zone);
        var read =
                local.toLocalTime().isAfter(start.toLocalTime())
                        ? start.toLocalDate()
                        : start.toLocalDate().plusDays(1);
        return local.toLocalDate().equals(read) ? time(instant, local, zone) : exact(instant, zone);
    }

    private static String time(Instant instant, LocalDateTime local, ZoneId zone) {
        var whole = whole(local);
        return whole == null || !local.atZone(zone).toInstant().equals(instant)
                ? exact(instant, zone)
                : whole;
    }

    /// Null for what does not fall on a second.
    private static @Nullable String whole(LocalDateTime local) {
        return local.getNano() != 0
                ? null
                : (local.getSecond() == 0 ? MINUTES : SECONDS).format(local);
    }

    private static LocalDateTime local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    private static String exact(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime().toString();
    }
}
