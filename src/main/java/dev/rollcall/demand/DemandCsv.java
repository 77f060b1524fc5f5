package dev.rollcall.demand;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.rollcall.demand.VolumeImport.BadLine;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Group;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads half hours of groups from a table: volumes with the header
/// `group,start,volume,handlingSeconds`, or heads with the header `group,start,heads`.
///
/// Starts are local to the zone of the group's unit. A local time that does not exist is an error
/// of its line; one that exists twice, in the night the clocks go back, is the first of the two,
/// and the second where the file has it again.
///
/// Each line is read by itself, so that a forgotten quote spoils its own line and no other.
///
/// @param <T> what a half hour has
final class DemandCsv<T> {

    static final String VOLUMES = "group,start,volume,handlingSeconds";
    static final String HEADS = "group,start,heads";

    private static final int LONGEST_QUOTE = 60;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']H:mm[:ss]", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private final String header;
    private final List<String> columns;
    private final Function<String, Optional<Group>> groups;
    private final Function<Group, ZoneId> zones;
    private final Reading<T> reading;

    private final Map<Group, Map<Instant, T>> found = new LinkedHashMap<>();
    private final List<BadLine> bad = new ArrayList<>();
    private int good;

    /// Makes something of the fields of a line after the group and the start.
    private interface Reading<T> {
        T read(Group group, Instant start, List<String> fields) throws BadField;
    }

    /// What a file says.
    ///
    /// @param found the half hours of the good lines by group, in the order of the file
    /// @param good how many good lines there are
    record Content<T>(Map<Group, Map<Instant, T>> found, int good, List<BadLine> bad) {}

    private DemandCsv(
            String header,
            Function<String, Optional<Group>> groups,
            Function<Group, ZoneId> zones,
            Reading<T> reading) {
        this.header = header;
        this.columns = List.of(header.split(","));
        this.groups = groups;
        this.zones = zones;
        this.reading = reading;
    }

    /// @param groups finds those whose demand may be written, by code
    static Content<Volume> volumes(
            String text, Function<String, Optional<Group>> groups, Function<Group, ZoneId> zones) {
        return new DemandCsv<>(VOLUMES, groups, zones, DemandCsv::volume).read(text);
    }

    /// @param groups finds those whose demand may be written, by code
    static Content<Integer> heads(
            String text, Function<String, Optional<Group>> groups, Function<Group, ZoneId> zones) {
        return new DemandCsv<>(HEADS, groups, zones, DemandCsv::heads).read(text);
    }

    // ------------------------------------------------------------------ lines

    private Content<T> read(String text) {
        int[] places = null;
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
                if (places == null) {
                    places = places(fields);
                } else {
                    add(fields, places);
                }
            } catch (BadField e) {
                bad.add(new BadLine(number, e.problem, e.values));
                if (places == null) {
                    return content();
                }
            }
        }
        if (places == null) {
            bad.add(new BadLine(1, LineProblem.EMPTY_FILE, List.of(header)));
        }
        return content();
    }

    private Content<T> content() {
        return new Content<>(found, good, List.copyOf(bad));
    }

    private static List<String> fields(String line) throws BadField {
        if (line.indexOf('\uFFFD') >= 0) {
            throw new BadField(LineProblem.NOT_UTF8);
        }
        if (line.chars().filter(character -> character == '"').count() % 2 != 0) {
            throw new BadField(LineProblem.OPEN_QUOTE);
        }
        try {
            return CsvReader.builder().ofSingleCsvRecord(line).getFields().stream()
                    .map(String::strip)
                    .toList();
        } catch (CsvParseException e) {
            throw new BadField(LineProblem.NOT_CSV);
        }
    }

    /// Where each column is, in the order of the header we expect.
    private int[] places(List<String> names) throws BadField {
        var lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        var known = columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (int i = 0; i < lower.size(); i++) {
            if (lower.indexOf(lower.get(i)) < i) {
                throw new BadField(LineProblem.COLUMN_TWICE, shown(names.get(i)), header);
            }
            if (!known.contains(lower.get(i))) {
                throw new BadField(LineProblem.UNKNOWN_COLUMN, shown(names.get(i)), header);
            }
        }
        var missing =
                columns.stream()
                        .filter(name -> !lower.contains(name.toLowerCase(Locale.ROOT)))
                        .toList();
        if (!missing.isEmpty()) {
            throw new BadField(LineProblem.MISSING_COLUMN, String.join(", ", missing), header);
        }
        return known.stream().mapToInt(lower::indexOf).toArray();
    }

    private void add(List<String> fields, int[] places) throws BadField {
        if (fields.size() != places.length) {
            throw new BadField(LineProblem.FIELDS, "" + fields.size(), "" + places.length);
        }
        var group = group(fields.get(places[0]));
        var ofGroup = found.computeIfAbsent(group, _ -> new LinkedHashMap<>());
        var start = start(fields.get(places[1]), group, ofGroup);
        var rest = new ArrayList<String>();
        for (int i = 2; i < places.length; i++) {
            rest.add(fields.get(places[i]));
        }
        ofGroup.put(start, reading.read(group, start, rest));
        good++;
    }

    // ------------------------------------------------------------------ fields

    private Group group(String code) throws BadField {
        if (code.isEmpty()) {
            throw new BadField(LineProblem.NO_GROUP);
        }
        return groups.apply(code)
                .orElseThrow(() -> new BadField(LineProblem.UNKNOWN_GROUP, shown(code)));
    }

    private Instant start(String text, Group group, Map<Instant, T> known) throws BadField {
        if (text.isEmpty()) {
            throw new BadField(LineProblem.NO_START);
        }
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(text, START);
        } catch (DateTimeParseException e) {
            throw new BadField(LineProblem.BAD_START, shown(text));
        }
        if (local.getYear() < 2000 || local.getYear() > 2199) {
            throw new BadField(LineProblem.BAD_START, shown(text));
        }
        var zone = zones.apply(group);
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new BadField(LineProblem.START_SKIPPED, local.toString(), zone.toString());
        }
        for (var offset : offsets) {
            var start = local.toInstant(offset);
            if (!HalfHours.isStart(start)) {
                var first = Math.floorMod(offset.getTotalSeconds() / 60, 30);
                throw new BadField(
                        LineProblem.NOT_A_HALF_HOUR,
                        local.toString(),
                        zone.toString(),
                        "%02d".formatted(first),
                        "%02d".formatted(first + 30));
            }
            if (!known.containsKey(start)) {
                return start;
            }
        }
        throw new BadField(LineProblem.TWICE, local.toString(), shown(group.code()));
    }

    private static Volume volume(Group group, Instant start, List<String> fields) throws BadField {
        if (group.channel() == Channel.TEAM) {
            throw new BadField(LineProblem.PLAIN_TEAM, shown(group.code()));
        }
        if (!NUMBER.matcher(fields.get(0)).matches()
                || Double.parseDouble(fields.get(0)) > Volumes.MOST_CONTACTS) {
            throw new BadField(
                    LineProblem.BAD_VOLUME, shown(fields.get(0)), "" + Volumes.MOST_CONTACTS);
        }
        long longest = Volumes.LONGEST_HANDLING.toSeconds();
        int seconds = whole(fields.get(1), 1, longest, LineProblem.BAD_HANDLING);
        double contacts = Double.parseDouble(fields.get(0));
        if (Volumes.tooMuch(contacts, seconds)) {
            throw new BadField(LineProblem.TOO_MUCH, "" + Math.round(Erlangs.MOST.value()));
        }
        return new Volume(start, contacts, Duration.ofSeconds(seconds));
    }

    private static Integer heads(Group group, Instant start, List<String> fields) throws BadField {
        return whole(fields.getFirst(), 0, Volumes.MOST_HEADS, LineProblem.BAD_HEADS);
    }

    private static int whole(String text, long least, long most, LineProblem problem)
            throws BadField {
        if (WHOLE.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new BadField(problem, shown(text), "" + most);
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
