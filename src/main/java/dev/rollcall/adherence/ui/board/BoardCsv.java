package dev.rollcall.adherence.ui.board;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.adherence.ui.RowWords;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.kit.Csv;
import dev.rollcall.kit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The rows of the board as a file for spreadsheets: RFC 4180, with nothing in it that a
/// spreadsheet would take for a formula. Pure.
final class BoardCsv {

    private static final String COLUMNS =
            "agent,name,team,date,status,since,shouldBe,is,impact,raw,tolerated,score,outSeconds,"
                    + "target,inWords";

    private BoardCsv() {}

    /// Percentages have two decimals and a point; instants are UTC, so that every spreadsheet and
    /// every program reads the same.
    static String of(List<BoardRow> rows, RowWords words, Words texts, Instant now) {
        var text = new StringBuilder(Csv.BYTE_ORDER_MARK).append(COLUMNS).append("\r\n");
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
        return Csv.line(cells);
    }

    private static String percent(Tally tally) {
        return tally.percent().map(p -> p.rounded(2).toPlainString()).orElse("");
    }
}
