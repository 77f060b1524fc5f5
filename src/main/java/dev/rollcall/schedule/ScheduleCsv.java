package dev.rollcall.schedule;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads plans from a table with the header `agent,date,activity,start,end`.
///
/// Times are local to the agent's zone. An end at or before its start means the next day, and so
/// does a start before the first start of that agent and date in the file. Of an ambiguous local
/// time the first counts; a local time that does not exist is an error of its line. Where a time of
/// day cannot say what is meant, a date and time with an offset can.
///
/// Each line is read by itself, so that a forgotten quote spoils its own line and no other.
final class ScheduleCsv {

    static final String HEADER = "agent,date,activity,start,end";

    private static final List<String> COLUMNS = List.of(HEADER.split(","));
    private static final int LONGEST_QUOTE = 60;
    private static final int SHORTEST_EXACT = "2026-03-02T08:00Z".length();

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .appendValue(ChronoField.HOUR_OF_DAY, 1, 2, SignStyle.NEVER)
                    .appendLiteral(':')
                    .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
                    .optionalStart()
                    .appendLiteral(':')
                    .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private final Function<String, Optional<Agent>> agents;
    private final Function<String, Optional<Activity>> activities;

    private final FileDays days = new FileDays();
    private final Map<Day, LocalTime> firstStarts = new HashMap<>();
    private long number;

    private ScheduleCsv(
            Function<String, Optional<Agent>> agents,
            Function<String, Optional<Activity>> activities) {
        this.agents = agents;
        this.activities = activities;
    }

    /// One agent's date.
    record Day(AgentId agent, LocalDate date) {}

    /// What a file says.
    ///
    /// @param days the entries of the good lines, each day's in the order of the file
    /// @param entries how many good lines there are
    record Content(
            Map<Day, List<PlannedActivity>> days, int entries, List<ScheduleImport.BadLine> bad) {}

    /// @param agents finds those who may be planned, by external id
    /// @param activities finds activities by their codes
    static Content read(
            String text,
            Function<String, Optional<Agent>> agents,
            Function<String, Optional<Activity>> activities) {
        return new ScheduleCsv(agents, activities).read(text);
    }

    private Content read(String text) {
        int[] columns = null;
        boolean broken = false;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (number == 1 && line.startsWith("\uFEFF")) {
                line = line.substring(1);
            }
            if (line.isBlank()) {
                continue;
            }
            try {
                var fields = fields(line);
                if (columns == null) {
                    columns = columns(fields);
                } else {
                    add(fields, columns);
                }
            } catch (BadField e) {
                days.reject(new ScheduleImport.BadLine(number, e.problem, e.values));
                broken = columns == null;
            } catch (BadEntry e) {
                days.reject(e);
            }
            if (broken) {
                return days.content();
            }
        }
        if (columns == null) {
            days.reject(new ScheduleImport.BadLine(1, LineProblem.EMPTY_FILE, List.of(HEADER)));
        }
        return days.content();
    }

    private static List<String> fields(String line) throws BadField {
        if (line.indexOf('\uFFFD') >= 0) {
            throw new BadField(LineProblem.NOT_UTF8);
        }
        if (quotes(line) % 2 != 0) {
            throw new BadField(LineProblem.OPEN_QUOTE);
        }
        try {
            return CsvReader.builder().ofSingleCsvRecord(line).getFields();
        } catch (CsvParseException e) {
            throw new BadField(LineProblem.NOT_CSV);
        }
    }

    private static long quotes(String line) {
        return line.chars().filter(character -> character == '"').count();
    }

    /// Where each of the five columns is.
    private static int[] columns(List<String> header) throws BadField {
        var names = header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (names.indexOf(name) < i) {
                throw new BadField(LineProblem.COLUMN_TWICE, shown(name), HEADER);
            }
            if (!COLUMNS.contains(name)) {
                throw new BadField(LineProblem.UNKNOWN_COLUMN, shown(name), HEADER);
            }
        }
        var missing = COLUMNS.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new BadField(LineProblem.MISSING_COLUMN, String.join(", ", missing), HEADER);
        }
        return COLUMNS.stream().mapToInt(names::indexOf).toArray();
    }

    private void add(List<String> fields, int[] columns) throws BadField, BadEntry {
        if (fields.size() != columns.length) {
            throw new BadField(LineProblem.FIELDS, "" + fields.size(), "" + columns.length);
        }
        var agent = agent(fields.get(columns[0]).strip());
        var date = date(fields.get(columns[1]).strip());
        var startText = fields.get(columns[3]).strip();
        var endText = fields.get(columns[4]).strip();
        var day = new Day(agent.id(), date);
        var exactStart = exact(startText);
        // The first start sets the clock of its day even when something else on its line is wrong.
        var start =
                exactStart == null
                        ? time(startText, LineProblem.NO_START, LineProblem.BAD_START)
                        : exactStart.atZone(agent.zone()).toLocalTime();
        var firstStart = firstStarts.computeIfAbsent(day, first -> start);
        var activity = activity(fields.get(columns[2]).strip());
        var startDate =
                exactStart != null
                        ? LocalDate.ofInstant(exactStart, agent.zone())
                        : start.isBefore(firstStart) ? date.plusDays(1) : date;
        var from =
                exactStart != null
                        ? exactStart
                        : instant(startDate.atTime(start), agent.zone(), LineProblem.START_SKIPPED);
        var exactEnd = exact(endText);
        var to = exactEnd == null ? end(endText, start, startDate, agent.zone()) : exactEnd;
        if (!to.isAfter(from)) {
            throw new BadField(LineProblem.END_FIRST);
        }
        days.add(agent, date, activity, TimeSpan.of(from, to), number, null);
    }

    private static Instant end(String text, LocalTime start, LocalDate startDate, ZoneId zone)
            throws BadField {
        var end = time(text, LineProblem.NO_END, LineProblem.BAD_END);
        var endDate = end.isAfter(start) ? startDate : startDate.plusDays(1);
        return instant(endDate.atTime(end), zone, LineProblem.END_SKIPPED);
    }

    /// A date and time with an offset, which says more than a time of day can; null when it is
    /// none.
    private static @Nullable Instant exact(String text) {
        if (text.length() < SHORTEST_EXACT) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Agent agent(String externalId) throws BadField {
        if (externalId.isEmpty()) {
            throw new BadField(LineProblem.NO_AGENT);
        }
        return agents.apply(externalId)
                .or(() -> exported(externalId))
                .orElseThrow(() -> new BadField(LineProblem.UNKNOWN_AGENT, shown(externalId)));
    }

    /// An id that begins like a formula is exported with an apostrophe before it.
    private Optional<Agent> exported(String externalId) {
        return externalId.startsWith("'")
                ? agents.apply(externalId.substring(1))
                : Optional.empty();
    }

    private Activity activity(String code) throws BadField {
        if (code.isEmpty()) {
            throw new BadField(LineProblem.NO_ACTIVITY);
        }
        return activities
                .apply(code)
                .orElseThrow(() -> new BadField(LineProblem.UNKNOWN_ACTIVITY, shown(code)));
    }

    private static LocalDate date(String text) throws BadField {
        if (text.isEmpty()) {
            throw new BadField(LineProblem.NO_DATE);
        }
        try {
            var date = LocalDate.parse(text, DATE);
            if (Schedules.isPlannable(date)) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // told below, like a date out of range
        }
        throw new BadField(LineProblem.BAD_DATE, shown(text));
    }

    private static LocalTime time(String text, LineProblem none, LineProblem bad) throws BadField {
        if (text.isEmpty()) {
            throw new BadField(none);
        }
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeParseException e) {
            throw new BadField(bad, shown(text));
        }
    }

    /// Of two instants with this local time the first.
    private static Instant instant(LocalDateTime local, ZoneId zone, LineProblem skipped)
            throws BadField {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new BadField(
                    skipped,
                    local.toLocalTime().toString(),
                    local.toLocalDate().toString(),
                    zone.toString());
        }
        return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private static String shown(String value) {
        return value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
    }

    private static final class BadField extends Exception {

        private static final long serialVersionUID = 1L;

        private final LineProblem problem;
        private final transient List<String> values;

        BadField(LineProblem problem, String... values) {
            super(problem.name(), null, false, false);
            this.problem = problem;
            this.values = List.of(values);
        }
    }
}
