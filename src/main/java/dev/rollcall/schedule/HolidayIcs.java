package dev.rollcall.schedule;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads public holidays from a calendar: each event that lasts all day, by its title. Recurrences
/// count, those without an end for five years from today. Pure.
final class HolidayIcs {

    /// How many days a file brings at most.
    static final int MOST_DAYS = 5000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EVENT = 31;
    private static final Period HORIZON = Period.ofYears(5);

    private HolidayIcs() {}

    /// @param days the names by date
    record Content(Map<LocalDate, String> days, List<ScheduleImport.BadLine> bad) {}

    static Content read(String text, LocalDate today) {
        var days = new TreeMap<LocalDate, String>();
        var file = IcsFile.read(text);
        var bad = new ArrayList<>(file.bad());
        var times = new IcsTimes(today, HORIZON);
        var exceptions = times.exceptions(file.events());
        for (var event : file.events()) {
            if (event.isCancelled()) {
                continue;
            }
            var uid = event.first("UID").map(IcsLine::value).orElse("");
            boolean one = event.first("RECURRENCE-ID").isPresent();
            try {
                read(
                        event,
                        times.of(event, one ? List.of() : exceptions.getOrDefault(uid, List.of())),
                        days);
            } catch (BadEntry e) {
                bad.add(e.line());
            }
        }
        bad.sort(Comparator.comparingLong(ScheduleImport.BadLine::line));
        return new Content(days, bad);
    }

    private static void read(
            IcsEvent event, List<IcsTimes.Occurrence> times, Map<LocalDate, String> days)
            throws BadEntry {
        var name = name(event);
        for (var time : times) {
            var line = event.first("DTSTART").map(IcsLine::number).orElse(event.line());
            if (!time.allDay()) {
                throw new BadEntry(line, LineProblem.NOT_ALL_DAY);
            }
            var first = time.start().toLocalDate();
            var end = time.end().toLocalDate();
            if (end.isAfter(first.plusDays(LONGEST_EVENT))) {
                throw new BadEntry(line, LineProblem.LONG_HOLIDAY, "" + LONGEST_EVENT);
            }
            for (var date = first; date.isBefore(end); date = date.plusDays(1)) {
                if (days.size() >= MOST_DAYS && !days.containsKey(date)) {
                    throw new BadEntry(line, LineProblem.TOO_MUCH, "" + MOST_DAYS);
                }
                days.merge(
                        date,
                        name,
                        (known, other) ->
                                known.equals(other) ? known : shortened(known + ", " + other));
            }
        }
    }

    private static String name(IcsEvent event) throws BadEntry {
        var summary =
                event.first("SUMMARY")
                        .map(IcsLine::text)
                        .map(text -> text.replaceAll("\\p{Cntrl}+", " ").strip())
                        .orElse("");
        if (summary.isEmpty()) {
            throw new BadEntry(event.line(), LineProblem.NO_NAME);
        }
        return shortened(summary);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
