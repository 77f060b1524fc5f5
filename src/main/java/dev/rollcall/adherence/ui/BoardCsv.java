package dev.rollcall.adherence.ui;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.kit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The rows of the board as a file for spreadsheets: RFC 4180, with nothing in it that a
/// spreadsheet would take for a formula. Pure.
final class BoardCsv {

    /// Tells spreadsheets that the file is UTF-8.
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final String COLUMNS =
            "agent,name,team,date,status,since,shouldBe,is,impact,raw,tolerated,score,outSeconds,"
                    + "target,inWords";

    private BoardCsv() {}

    /// Percentages have two decimals and a point; instants are UTC, so that every spreadsheet and
    /// every program reads the same.
    static String of(List<BoardRow> rows, RowWords words, Words texts, Instant now) {
        var text = new StringBuilder(BYTE_ORDER_MARK).append(COLUMNS).append("\r\n");
        for (var row : rows) {
            text.append(line(row, words, texts, now)).append("\r\n");
        }
        return text.toString();
    }

    private static String line(BoardRow row, RowWords words, Words texts, Instant now) {
        var standing = Standing.of(row);
        var cells = new ArrayList<String>();
        cells.add(row.agent().externalId());
        cells.add(row.agent().name());
        cells.add(words.team(row));
        cells.add(row.date().toString());
        cells.add(texts.get(standing.severity().translationKey()));
        cells.add(standing.since() == null ? "" : standing.since().toString());
        cells.add(row.live() == null ? words.shift(row) : words.shouldBe(row));
        cells.add(words.is(row));
        cells.add(words.impact(row));
        cells.add(percent(row.figures().raw()));
        cells.add(percent(row.figures().tolerated()));
        cells.add(percent(row.figures().score()));
        cells.add(Long.toString(row.figures().score().out().toSeconds()));
        cells.add(row.targetPercent().toPlainString());
        cells.add(words.sentence(row, now));
        return cells.stream().map(BoardCsv::cell).collect(Collectors.joining(","));
    }

    private static String percent(Tally tally) {
        return tally.percent().map(p -> p.rounded(2).toPlainString()).orElse("");
    }

    /// Quoted where it must be. A cell that begins like a formula is made text by an apostrophe,
    /// even after blanks, which spreadsheets skip.
    static String cell(String value) {
        var start = value.stripLeading();
        boolean formula =
                !start.isEmpty() && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(start.charAt(0)) >= 0
                        || value.startsWith("\t")
                        || value.startsWith("\r");
        var safe = formula ? "'" + value : value;
        return safe.chars()
                        .anyMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
