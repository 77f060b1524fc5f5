package dev.rollcall.schedule;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The days a file brings, whatever its format: collects entries and what is wrong with them, and
/// sees in the end that nobody is planned twice at the same time on one layer.
final class FileDays {

    /// How many entries a file has at most.
    static final int MOST_ENTRIES = 200_000;

    /// How long anything but time off lasts at most, on the person's clock.
    static final int LONGEST_DAYS = 1;

    private final List<Entry> entries = new ArrayList<>();
    private final List<ScheduleImport.BadLine> bad = new ArrayList<>();

    /// One entry with where it stands in the file.
    ///
    /// @param pointer to it, in formats that have no lines
    private record Entry(
            Agent agent,
            LocalDate date,
            PlannedActivity planned,
            Category category,
            long line,
            @Nullable String pointer) {}

    private record Lane(AgentId agent, Category category) {}

    void reject(BadEntry entry) {
        bad.add(entry.line());
    }

    void reject(ScheduleImport.BadLine line) {
        bad.add(line);
    }

    boolean hasRoom() {
        return entries.size() < MOST_ENTRIES;
    }

    /// Takes an entry.
    ///
    /// @throws BadEntry when it cannot be part of a day of that date
    void add(
            Agent agent,
            LocalDate date,
            Activity activity,
            TimeSpan span,
            long line,
            @Nullable String pointer)
            throws BadEntry {
        var zone = agent.zone();
        var start = span.start().atZone(zone).toLocalDateTime();
        var end = span.end().atZone(zone).toLocalDateTime();
        if (activity.category() != Category.TIME_OFF && end.isAfter(start.plusDays(LONGEST_DAYS))) {
            throw new BadEntry(line, pointer, LineProblem.TOO_LONG, hours(span.duration()));
        }
        if (!Schedules.isPlannable(date)
                || start.isBefore(date.minusDays(Schedules.DAYS_BEFORE).atStartOfDay())
                || end.isAfter(date.plusDays(Schedules.DAYS_AFTER).atStartOfDay())) {
            throw new BadEntry(line, pointer, LineProblem.FAR_FROM_DATE, date.toString());
        }
        if (!hasRoom()) {
            throw new BadEntry(line, pointer, LineProblem.TOO_MUCH, "" + MOST_ENTRIES);
        }
        entries.add(
                new Entry(
                        agent,
                        date,
                        new PlannedActivity(activity.code(), span),
                        activity.category(),
                        line,
                        pointer));
    }

    /// Takes time off that may last for days: each day gets its part.
    void addTimeOff(
            Agent agent, Activity activity, TimeSpan span, long line, @Nullable String pointer)
            throws BadEntry {
        var zone = agent.zone();
        var date = LocalDate.ofInstant(span.start(), zone);
        var last = LocalDate.ofInstant(span.end().minusNanos(1), zone);
        if (!Schedules.isPlannable(date) || !Schedules.isPlannable(last)) {
            throw new BadEntry(line, pointer, LineProblem.FAR_FROM_DATE, date.toString());
        }
        for (; !date.isAfter(last); date = date.plusDays(1)) {
            var day =
                    TimeSpan.of(
                            date.atStartOfDay(zone).toInstant(),
                            date.plusDays(1).atStartOfDay(zone).toInstant());
            var part = span.intersection(day);
            if (part.isPresent()) {
                add(agent, date, activity, part.get(), line, pointer);
            }
        }
    }

    private static String hours(Duration duration) {
        var minutes = duration.toMinutes();
        return minutes % 60 == 0
                ? "" + minutes / 60
                : "" + minutes / 60 + ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60;
    }

    /// What the file says, once all of it is read.
    ScheduleCsv.Content content() {
        var days = new LinkedHashMap<ScheduleCsv.Day, List<PlannedActivity>>();
        int good = 0;
        var twice = twice();
        for (var entry : entries) {
            var problem = twice.get(entry);
            if (problem != null) {
                bad.add(problem);
                continue;
            }
            var day = new ScheduleCsv.Day(entry.agent().id(), entry.date());
            var planned = days.computeIfAbsent(day, first -> new ArrayList<>());
            if (planned.size() >= Schedules.MOST_ENTRIES) {
                bad.add(
                        new ScheduleImport.BadLine(
                                entry.line(),
                                entry.pointer(),
                                LineProblem.TOO_MANY,
                                List.of(
                                        "" + Schedules.MOST_ENTRIES,
                                        IcsFile.shown(entry.agent().externalId()),
                                        entry.date().toString())));
                continue;
            }
            planned.add(entry.planned());
            good++;
        }
        // One sentence for each line and problem, however often the line repeats.
        var told =
                bad.stream()
                        .distinct()
                        .sorted(Comparator.comparingLong(ScheduleImport.BadLine::line))
                        .toList();
        return new ScheduleCsv.Content(days, good, told);
    }

    /// The entries that lie over another one of the same person and layer: of two that overlap, the
    /// one further down in the file.
    private Map<Entry, ScheduleImport.BadLine> twice() {
        var lanes = new HashMap<Lane, List<Integer>>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            lanes.computeIfAbsent(
                            new Lane(entry.agent().id(), entry.category()),
                            first -> new ArrayList<>())
                    .add(i);
        }
        var twice = new IdentityHashMap<Entry, ScheduleImport.BadLine>();
        for (var lane : lanes.values()) {
            lane.sort(
                    Comparator.comparing((Integer i) -> entries.get(i).planned().span().start())
                            .thenComparing(Comparator.naturalOrder()));
            int open = lane.getFirst();
            for (int next : lane.subList(1, lane.size())) {
                var one = entries.get(open);
                var other = entries.get(next);
                if (!one.planned().span().overlaps(other.planned().span())) {
                    open = next;
                } else if (open < next) {
                    twice.put(other, overlap(other, one));
                } else {
                    twice.put(one, overlap(one, other));
                    open = next;
                }
            }
        }
        return twice.isEmpty() ? Collections.emptyMap() : twice;
    }

    private static ScheduleImport.BadLine overlap(Entry entry, Entry other) {
        var pointer = other.pointer();
        return pointer == null
                ? new ScheduleImport.BadLine(
                        entry.line(),
                        entry.pointer(),
                        LineProblem.OVERLAP,
                        List.of(Long.toString(other.line())))
                : new ScheduleImport.BadLine(
                        entry.line(), entry.pointer(), LineProblem.OVERLAP_ITEM, List.of(pointer));
    }
}
