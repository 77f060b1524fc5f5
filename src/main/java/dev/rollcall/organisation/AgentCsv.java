package dev.rollcall.organisation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.rollcall.shared.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads agents from a table whose first line names the columns, in any order. Commas, semicolons
/// or tabs part the fields, whichever the header uses. Pure.
///
/// Each line is read by itself, so that a forgotten quote spoils its own line and no other.
final class AgentCsv {

    /// What a table can say of an agent.
    enum Column {
        AGENT("agent"),
        NAME("name"),
        UNIT("unit"),
        EMAIL("email"),
        DEPARTMENT("department"),
        GROUPS("groups"),
        MAY_WORK_IN("mayWorkIn"),
        ZONE("zone"),
        TRACKED("tracked");

        private final String title;

        Column(String title) {
            this.title = title;
        }

        /// As the header has it.
        String title() {
            return title;
        }

        private static Optional<Column> of(String title) {
            return Arrays.stream(values())
                    .filter(column -> column.title.equalsIgnoreCase(title))
                    .findFirst();
        }
    }

    /// One agent as the file has them.
    ///
    /// @param number of the line, counted from 1; the header is line 1
    record Row(long number, Map<Column, String> fields) {

        /// What the line says; null when the file has no such column.
        @Nullable String get(Column column) {
            return fields.get(column);
        }

        String agent() {
            return fields.getOrDefault(Column.AGENT, "");
        }
    }

    /// What a file says.
    record Content(List<Row> rows, List<AgentImport.BadCell> bad) {}

    private static final List<Column> NEEDED = List.of(Column.AGENT, Column.NAME, Column.UNIT);
    private static final int LONGEST_QUOTE = 60;

    private final List<Row> rows = new ArrayList<>();
    private final List<AgentImport.BadCell> bad = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();
    private char separator = ',';

    private AgentCsv() {}

    /// @param mostRows how many agents a file may have; beyond that nothing of it counts
    static Content read(String text, int mostRows) {
        return new AgentCsv().content(text, mostRows);
    }

    private Content content(String text, int mostRows) {
        List<Column> columns = null;
        long number = 0;
        for (var given : (Iterable<String>) text.lines()::iterator) {
            number++;
            var line = number == 1 && given.startsWith("\uFEFF") ? given.substring(1) : given;
            if (line.isBlank()) {
                continue;
            }
            if (columns == null) {
                columns = header(line, number);
                if (columns == null) {
                    return content();
                }
            } else if (rows.size() == mostRows) {
                bad(
                        number,
                        null,
                        "TOO_MANY",
                        "A file has at most %d agents. Split it.".formatted(mostRows),
                        mostRows);
                return content();
            } else {
                add(line, number, columns);
            }
        }
        if (columns == null) {
            bad(
                    1,
                    null,
                    "EMPTY",
                    "The file is empty. Its first line is the header %s."
                            .formatted(AgentImport.HEADER),
                    AgentImport.HEADER);
        }
        return content();
    }

    private Content content() {
        return new Content(List.copyOf(rows), List.copyOf(bad));
    }

    private @Nullable List<Column> header(String line, long number) {
        separator = separator(line);
        var titles = fields(line, number);
        if (titles == null) {
            return null;
        }
        var columns = new ArrayList<Column>();
        int before = bad.size();
        for (var title : titles.stream().map(String::strip).toList()) {
            var column = Column.of(title);
            if (column.isEmpty()) {
                bad(
                        number,
                        shortened(title),
                        "UNKNOWN_COLUMN",
                        "There is no such column. Possible are %s.".formatted(possible()),
                        possible());
            } else if (columns.contains(column.get())) {
                bad(number, title, "COLUMN_TWICE", "The header names this column twice.");
            } else {
                columns.add(column.get());
            }
        }
        for (var needed : NEEDED) {
            if (!columns.contains(needed)) {
                bad(number, needed.title(), "MISSING_COLUMN", "The header lacks this column.");
            }
        }
        return bad.size() > before ? null : columns;
    }

    /// Spreadsheets part fields with what their language leaves free.
    private static char separator(String header) {
        return Stream.of(';', '\t')
                .filter(candidate -> header.indexOf(candidate) >= 0)
                .findFirst()
                .orElse(',');
    }

    private static String possible() {
        return Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining(", "));
    }

    private void add(String line, long number, List<Column> columns) {
        var fields = fields(line, number);
        if (fields == null) {
            return;
        }
        if (fields.size() != columns.size()) {
            bad(
                    number,
                    null,
                    "FIELDS",
                    "The number of fields on this line is %d; the header has %d."
                            .formatted(fields.size(), columns.size()),
                    fields.size(),
                    columns.size());
            return;
        }
        var row = new Row(number, new EnumMap<>(Column.class));
        for (int i = 0; i < columns.size(); i++) {
            row.fields().put(columns.get(i), fields.get(i).strip());
        }
        var first = seen.putIfAbsent(row.agent().toLowerCase(Locale.ROOT), number);
        if (first != null && !row.agent().isEmpty()) {
            bad(
                    number,
                    Column.AGENT.title(),
                    "TWICE",
                    "\"%s\" stands on line %d already.".formatted(shortened(row.agent()), first),
                    shortened(row.agent()),
                    first);
            return;
        }
        rows.add(row);
    }

    private @Nullable List<String> fields(String line, long number) {
        if (line.indexOf('\uFFFD') >= 0) {
            bad(
                    number,
                    null,
                    "NOT_UTF8",
                    "The line is not UTF-8 text. Save the file as CSV UTF-8.");
            return null;
        }
        if (line.chars().filter(character -> character == '"').count() % 2 != 0) {
            bad(number, null, "OPEN_QUOTE", "A quote is opened and not closed on this line.");
            return null;
        }
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .ofSingleCsvRecord(line)
                    .getFields();
        } catch (CsvParseException e) {
            bad(number, null, "NOT_CSV", "The line is not valid CSV; look at its quotes.");
            return null;
        }
    }

    private void bad(
            long number, @Nullable String column, String key, String english, Object... values) {
        bad.add(
                new AgentImport.BadCell(
                        number,
                        column,
                        new Sentence("organisation.import.line." + key, english, List.of(values))));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
    }
}
