package dev.rollcall.kpi;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.rollcall.shared.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/// A table from a file: CSV with commas or semicolons, or the first sheet of a workbook. Dates and
/// times of a workbook are written out: `2026-03-02T06:58:11`, `00:02:23`.
///
/// @param header what the columns are called
/// @param lines the others, each with as many cells as the header
public record FactSheet(List<String> header, List<Line> lines) {

    /// How large a file may be, in bytes.
    public static final int LARGEST_FILE = 10 * 1024 * 1024;

    private static final int MOST_LINES = 200_000;
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_CELL = 1_000;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    public FactSheet {
        header = List.copyOf(header);
        lines = List.copyOf(lines);
    }

    /// @param number counted from 1; the header is line 1
    public record Line(long number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /// What stands in a file, by what its name ends with.
    ///
    /// @throws InvalidInput when it is no such file, or too long
    public static FactSheet read(String name, byte[] bytes) {
        var lines =
                name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                        ? workbook(bytes)
                        : table(new String(bytes, StandardCharsets.UTF_8));
        if (lines.isEmpty()) {
            throw InvalidInput.of("", FactComplaint.EMPTY_FILE.with());
        }
        var header = lines.getFirst().cells().stream().map(String::strip).toList();
        var rest = new ArrayList<Line>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                rest.add(new Line(line.number(), padded(line.cells(), header.size())));
            }
        }
        return new FactSheet(header, rest);
    }

    private static List<String> padded(List<String> cells, int size) {
        var padded = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            padded.add(i < cells.size() ? cells.get(i) : "");
        }
        return padded;
    }

    // ------------------------------------------------------------------ CSV

    private static List<Line> table(String text) {
        var plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        int end = plain.indexOf('\n');
        var first = end < 0 ? plain : plain.substring(0, end);
        char separator =
                first.chars().filter(c -> c == ';').count()
                                > first.chars().filter(c -> c == ',').count()
                        ? ';'
                        : ',';
        var lines = new ArrayList<Line>();
        try (var reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .ofCsvRecord(plain)) {
            for (var record : reader) {
                lines.add(line(record.getStartingLineNumber(), record.getFields()));
                check(lines);
            }
        } catch (CsvParseException e) {
            throw InvalidInput.of("", FactComplaint.NO_CSV.with());
        } catch (IOException e) {
            throw new IllegalStateException("A text cannot fail to be read", e);
        }
        return lines;
    }

    private static Line line(long number, List<String> cells) {
        if (cells.size() > MOST_COLUMNS) {
            throw InvalidInput.of("", FactComplaint.WIDE_LINE.with(number, MOST_COLUMNS));
        }
        if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw InvalidInput.of("", FactComplaint.LONG_CELL.with(number, LONGEST_CELL));
        }
        return new Line(number, cells);
    }

    private static void check(List<Line> lines) {
        if (lines.size() > MOST_LINES) {
            throw InvalidInput.of("", FactComplaint.LONG_FILE.with(MOST_LINES));
        }
    }

    // ------------------------------------------------------------------ XLSX

    private static List<Line> workbook(byte[] bytes) {
        var lines = new ArrayList<Line>();
        try (var book =
                        new ReadableWorkbook(
                                new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
                var rows = book.getFirstSheet().openStream()) {
            for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                var row = all.next();
                var cells = new ArrayList<String>();
                for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS + 1); i++) {
                    cells.add(row.getOptionalCell(i).map(FactSheet::text).orElse(""));
                }
                lines.add(line(row.getRowNum(), cells));
                check(lines);
            }
        } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
            throw InvalidInput.of("", FactComplaint.NO_WORKBOOK.with());
        }
        return lines;
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        var number = cell.asNumber();
        var format = cell.getDataFormatString();
        var letters =
                format == null ? "" : format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"", "");
        if (letters.contains("y")) {
            return date(number).toString();
        }
        if (letters.contains("h") || letters.contains("ss")) {
            return clock(number);
        }
        return number.stripTrailingZeros().toPlainString();
    }

    /// Days since the last day of 1899, as spreadsheets count.
    private static LocalDateTime date(BigDecimal days) {
        return LocalDateTime.of(1899, 12, 30, 0, 0)
                .plusSeconds(seconds(days))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static String clock(BigDecimal days) {
        var time = Duration.ofSeconds(seconds(days));
        return "%02d:%02d:%02d"
                .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private static long seconds(BigDecimal days) {
        return days.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }
}
