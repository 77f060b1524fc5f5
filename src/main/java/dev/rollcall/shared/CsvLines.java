package dev.rollcall.shared;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Reads CSV whose first line names the columns, in any order, between commas or semicolons.
public final class CsvLines {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String KEY = "shared.csv.";

    private CsvLines() {}

    /// The cells of each line by the name of their column, by the number of the line; the header is
    /// line 1.
    ///
    /// @param needed columns that must be there
    /// @param most lines without the header
    /// @throws InvalidInput when it is no such file
    public static Map<Integer, Map<String, String>> read(
            String text, Collection<String> needed, int most) {
        var plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        int end = plain.indexOf('\n');
        var first = (end < 0 ? plain : plain.substring(0, end)).strip();
        char separator = first.contains(";") && !first.contains(",") ? ';' : ',';
        var lines = new LinkedHashMap<Integer, Map<String, String>>();
        List<String> header = List.of();
        try (var reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .ofCsvRecord(plain)) {
            for (var record : reader) {
                if (header.isEmpty()) {
                    header = record.getFields().stream().map(String::strip).toList();
                    check(header, needed);
                    continue;
                }
                var cells = new LinkedHashMap<String, String>();
                for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
                    cells.put(header.get(i), record.getField(i).strip());
                }
                lines.put((int) record.getStartingLineNumber(), cells);
                if (lines.size() > most) {
                    throw refused(
                            "long",
                            "The file has more than %d lines. Send it in several parts."
                                    .formatted(most),
                            most);
                }
            }
        } catch (CsvParseException e) {
            throw refused("unreadable", "The file is no readable CSV.");
        } catch (IOException e) {
            throw new IllegalStateException("A text cannot fail to be read", e);
        }
        if (header.isEmpty()) {
            throw refused("empty", "The file is empty.");
        }
        return lines;
    }

    private static void check(List<String> header, Collection<String> needed) {
        var missing =
                String.join(
                        ", ",
                        needed.stream().filter(name -> !header.contains(name)).sorted().toList());
        if (!missing.isEmpty()) {
            throw refused(
                    "columns",
                    "The first line names the columns; it lacks %s.".formatted(missing),
                    missing);
        }
    }

    private static InvalidInput refused(String key, String english, Object... values) {
        return InvalidInput.of("", new Sentence(KEY + key, english, List.of(values)));
    }

    /// A time of a cell as an instant with an offset: as it is where it has one, local to a zone
    /// where it has none, and unchanged where it is no time, for whoever reads it to say so.
    public static String instant(String cell, Supplier<ZoneId> zone) {
        var iso = cell.replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toString();
        } catch (DateTimeException e) {
            try {
                return LocalDateTime.parse(iso).atZone(zone.get()).toInstant().toString();
            } catch (DateTimeException other) {
                return cell;
            }
        }
    }
}
