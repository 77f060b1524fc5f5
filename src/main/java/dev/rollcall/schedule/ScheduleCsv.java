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
import org.jspecify.annotations.Nullable;

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
                    .appendValue(ChronoField.HOUR_OF_DAY, 1, 2, java.time.format.SignStyle.NEVER)
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
                bad.add(new ScheduleImport.BadLine(number, e.sentence));
                if (columns == null) {
                    return content();
                }
            }
        }
        if (columns == null) {
            bad.add(
                    new ScheduleImport.BadLine(
                            1, "The file is empty. Its first line is the header " + HEADER + "."));
        }
        return content();
    }

    private Content content() {
        return new Content(days, entries, List.copyOf(bad));
    }

    private static List<String> fields(String line) throws BadField {
        if (line.indexOf('\uFFFD') >= 0) {
            throw new BadField("The line is not UTF-8 text. Save the file as CSV UTF-8.");
        }
        if (quotes(line) % 2 != 0) {
            throw new BadField("A quote is opened and not closed on this line.");
        }
        try {
            return CsvReader.builder().ofSingleCsvRecord(line).getFields();
        } catch (CsvParseException e) {
            throw new BadField("The line is not valid CSV; look at its quotes.");
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
                throw new BadField(
                        "The header names the column " + quoted(name) + " twice. " + expected());
            }
            if (!COLUMNS.contains(name)) {
                throw new BadField(
                        "The header has an unknown column " + quoted(name) + ". " + expected());
            }
        }
        var missing = COLUMNS.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new BadField(
                    "The header lacks the column "
                            + String.join(", ", missing)
                            + ". "
                            + expected());
        }
        return COLUMNS.stream().mapToInt(names::indexOf).toArray();
    }

    private static String expected() {
        return "Expected is " + HEADER + ".";
    }

    private void add(List<String> fields, int[] columns) throws BadField {
        if (fields.size() != columns.length) {
            throw new BadField(
                    "The line has "
                            + fields.size()
                            + (fields.size() == 1 ? " field" : " fields")
                            + " where the header has "
                            + columns.length
                            + ".");
        }
        var agent = agent(fields.get(columns[0]).strip());
        var date = date(fields.get(columns[1]).strip());
        // The first start sets the clock of its day even when something else on its line is wrong.
        var start = time("start", fields.get(columns[3]).strip());
        var day = new Day(agent.id(), date);
        var firstStart = firstStarts.computeIfAbsent(day, first -> start);
        var activity = activity(fields.get(columns[2]).strip());
        var end = time("end", fields.get(columns[4]).strip());

        var startDate = start.isBefore(firstStart) ? date.plusDays(1) : date;
        var endDate = end.isAfter(start) ? startDate : startDate.plusDays(1);
        var planned =
                new PlannedActivity(
                        activity,
                        TimeSpan.of(
                                instant("start", startDate.atTime(start), agent.zone()),
                                instant("end", endDate.atTime(end), agent.zone())));
        var entriesOfDay = days.computeIfAbsent(day, first -> new ArrayList<>());
        if (entriesOfDay.size() >= Schedules.MOST_ENTRIES) {
            throw new BadField(
                    "A day has at most "
                            + Schedules.MOST_ENTRIES
                            + " entries; this is one more for "
                            + quoted(agent.externalId())
                            + " on "
                            + date
                            + ".");
        }
        entriesOfDay.add(planned);
        entries++;
    }

    private Agent agent(String externalId) throws BadField {
        if (externalId.isEmpty()) {
            throw new BadField("The agent is missing.");
        }
        return agents.apply(externalId)
                .orElseThrow(() -> new BadField("Unknown agent " + quoted(externalId) + "."));
    }

    private String activity(String code) throws BadField {
        if (code.isEmpty()) {
            throw new BadField("The activity is missing.");
        }
        if (!activities.test(code)) {
            throw new BadField(
                    "Unknown activity "
                            + quoted(code)
                            + ". The activities are listed in the settings.");
        }
        return code;
    }

    private static LocalDate date(String text) throws BadField {
        if (text.isEmpty()) {
            throw new BadField("The date is missing.");
        }
        try {
            var date = LocalDate.parse(text, DATE);
            if (Schedules.isPlannable(date)) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // told below, like a date out of range
        }
        throw new BadField("The date " + quoted(text) + " is not a date such as 2026-03-02.");
    }

    private static LocalTime time(String column, String text) throws BadField {
        if (text.isEmpty()) {
            throw new BadField("The " + column + " is missing.");
        }
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeParseException e) {
            throw new BadField(
                    "The " + column + " " + quoted(text) + " is not a time of day such as 17:30.");
        }
    }

    /// Of two instants with this local time the first.
    private static Instant instant(String column, LocalDateTime local, ZoneId zone)
            throws BadField {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new BadField(
                    "The "
                            + column
                            + " "
                            + local.toLocalTime()
                            + " does not exist on "
                            + local.toLocalDate()
                            + " in "
                            + zone
                            + ": the clocks go forward over it.");
        }
        return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private static String quoted(String value) {
        var shown =
                value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
        return '"' + shown + '"';
    }

    private static final class BadField extends Exception {

        private static final long serialVersionUID = 1L;

        private final String sentence;

        BadField(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }

        @Nullable
        @Override
        public String getMessage() {
            return sentence;
        }
    }
}
