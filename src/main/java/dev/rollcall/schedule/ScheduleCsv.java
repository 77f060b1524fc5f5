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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Reads plans from a table with the header `agent,date,activity,start,end`.
///
/// Times are local to the agent's zone. An end at or before its start means the next day, and so
/// does a start before the first start of that agent and date in the file. Of an ambiguous local
/// time the first counts; a local time that does not exist is an error of its line.
///
/// Each line is read by itself, so that a forgotten quote spoils its own line and no other.
final class ScheduleCsv {

    static final String HEADER = "agent,date,activity,start,end";

    private static final List<String> COLUMNS = List.of(HEADER.split(","));
    private static final int LONGEST_QUOTE = 60;

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
    private final Predicate<String> activities;

    private final Map<Day, List<PlannedActivity>> days = new LinkedHashMap<>();
    private final Map<Day, LocalTime> firstStarts = new HashMap<>();
    private final List<ScheduleImport.BadLine> bad = new ArrayList<>();
    private int entries;

    private ScheduleCsv(Function<String, Optional<Agent>> agents, Predicate<String> activities) {
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
    /// @param activities knows the codes of the activities
    static Content read(
            String text, Function<String, Optional<Agent>> agents, Predicate<String> activities) {
        return new ScheduleCsv(agents, activities).read(text);
    }

    private Content read(String text) {
        int[] columns = null;
        long number = 0;
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
                bad.add(new ScheduleImport.BadLine(number, e.problem, e.values));
                if (columns == null) {
                    return content();
                }
            }
        }
        if (columns == null) {
            bad.add(new ScheduleImport.BadLine(1, LineProblem.EMPTY_FILE, List.of(HEADER)));
        }
        return content();
    }

    private Content content() {
        return new Content(days, entries, List.copyOf(bad));
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

    private void add(List<String> fields, int[] columns) throws BadField {
        if (fields.size() != columns.length) {
            throw new BadField(LineProblem.FIELDS, "" + fields.size(), "" + columns.length);
        }
        var agent = agent(fields.get(columns[0]).strip());
        var date = date(fields.get(columns[1]).strip());
        // The first start sets the clock of its day even when something else on its line is wrong.
        var start =
                time(fields.get(columns[3]).strip(), LineProblem.NO_START, LineProblem.BAD_START);
        var day = new Day(agent.id(), date);
        var firstStart = firstStarts.computeIfAbsent(day, first -> start);
        var activity = activity(fields.get(columns[2]).strip());
        var end = time(fields.get(columns[4]).strip(), LineProblem.NO_END, LineProblem.BAD_END);

        var startDate = start.isBefore(firstStart) ? date.plusDays(1) : date;
        var endDate = end.isAfter(start) ? startDate : startDate.plusDays(1);
        var planned =
                new PlannedActivity(
                        activity,
                        TimeSpan.of(
                                instant(
                                        startDate.atTime(start),
                                        agent.zone(),
                                        LineProblem.START_SKIPPED),
                                instant(
                                        endDate.atTime(end),
                                        agent.zone(),
                                        LineProblem.END_SKIPPED)));
        var entriesOfDay = days.computeIfAbsent(day, first -> new ArrayList<>());
        if (entriesOfDay.size() >= Schedules.MOST_ENTRIES) {
            throw new BadField(
                    LineProblem.TOO_MANY,
                    "" + Schedules.MOST_ENTRIES,
                    shown(agent.externalId()),
                    date.toString());
        }
        entriesOfDay.add(planned);
        entries++;
    }

    private Agent agent(String externalId) throws BadField {
        if (externalId.isEmpty()) {
            throw new BadField(LineProblem.NO_AGENT);
        }
        return agents.apply(externalId)
                .orElseThrow(() -> new BadField(LineProblem.UNKNOWN_AGENT, shown(externalId)));
    }

    private String activity(String code) throws BadField {
        if (code.isEmpty()) {
            throw new BadField(LineProblem.NO_ACTIVITY);
        }
        if (!activities.test(code)) {
            throw new BadField(LineProblem.UNKNOWN_ACTIVITY, shown(code));
        }
        return code;
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
