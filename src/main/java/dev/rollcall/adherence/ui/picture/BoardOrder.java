package dev.rollcall.adherence.ui.picture;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.kit.Severity;
import java.text.CollationKey;
import java.text.Collator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;

/// In which order people stand on the board.
public enum BoardOrder {
    /// Who needs somebody comes first.
    SEVERITY,
    NAME,
    /// The lowest score of the day first; people without one last.
    SCORE;

    public static Optional<BoardOrder> of(String token) {
        return Arrays.stream(values()).filter(order -> order.token().equals(token)).findFirst();
    }

    /// Its name in addresses: `severity`.
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Names are dear to compare by an alphabet, so it remembers how each is spelled for that: for
    /// one thread at a time.
    ///
    /// @param locale whose alphabet names follow
    public Comparator<BoardRow> comparator(Locale locale) {
        var collator = Collator.getInstance(locale);
        var spelled = new HashMap<String, CollationKey>();
        Comparator<BoardRow> byName =
                Comparator.<BoardRow, CollationKey>comparing(row ->
                                spelled.computeIfAbsent(
                                        row.agent().name(), collator::getCollationKey))
                        .thenComparing(row -> row.agent().id());
        return switch (this) {
            case NAME -> byName;
            case SCORE -> Comparator.comparingDouble(BoardOrder::score).thenComparing(byName);
            case SEVERITY -> worstFirst().thenComparing(byName);
        };
    }

    private static Comparator<BoardRow> worstFirst() {
        return Comparator.<BoardRow>comparingInt(row -> rank(Standing.of(row).severity()))
                .thenComparingInt(BoardOrder::impact)
                .thenComparing(BoardOrder::outSince)
                .thenComparing(row -> Standing.of(row).out(), Comparator.reverseOrder());
    }

    /// A dead feed comes before those who are well: it is nobody's fault, and somebody's job.
    private static int rank(Severity severity) {
        return switch (severity) {
            case SEVERE -> 0;
            case OUT -> 1;
            case GRACE -> 2;
            case UNKNOWN -> 3;
            case IN -> 4;
            case NOT_SCHEDULED -> 5;
        };
    }

    /// Work that is missing before a meeting that is missed, and both before too much work.
    private static int impact(BoardRow row) {
        return row.state()
                .map(live ->
                        switch (live.impact()) {
                            case NEGATIVE -> 0;
                            case NEUTRAL -> 1;
                            case POSITIVE -> 2;
                        })
                .orElse(1);
    }

    private static Instant outSince(BoardRow row) {
        var since = Standing.of(row).since();
        return since == null ? Instant.MAX : since;
    }

    private static double score(BoardRow row) {
        return row.figures().score().percent().map(p -> p.asDouble()).orElse(Double.MAX_VALUE);
    }
}
