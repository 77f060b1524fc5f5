package dev.rollcall.kit;

import java.util.Collection;
import java.util.stream.Collectors;

/// Tables as text for spreadsheets: RFC 4180, with nothing in it that a spreadsheet would take for
/// a formula.
public final class Csv {

    /// Tells spreadsheets that the file is UTF-8; the first thing in it.
    public static final String BYTE_ORDER_MARK = "\ufeff";

    private Csv() {}

    /// One line, without its end.
    public static String line(Collection<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
    }

    /// Quoted where it must be, and no formula.
    public static String cell(String value) {
        var safe = text(value);
        return safe.chars()
                        .anyMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }

    /// What begins like a formula is made text by an apostrophe, even after blanks, which
    /// spreadsheets skip.
    public static String text(String value) {
        var start = value.stripLeading();
        boolean formula =
                !start.isEmpty() && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(start.charAt(0)) >= 0
                        || value.startsWith("\t")
                        || value.startsWith("\r");
        return formula ? "'" + value : value;
    }
}
