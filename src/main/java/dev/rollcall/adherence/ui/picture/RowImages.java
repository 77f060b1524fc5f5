package dev.rollcall.adherence.ui.picture;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.floor.Ghosting;
import dev.rollcall.adherence.ui.BoardLegend;
import dev.rollcall.adherence.ui.RowWords;
import dev.rollcall.people.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts rows into words, and keeps those that were asked for lately.
final class RowImages {

    /// Some screens full, however many people there are.
    private static final int MOST_KEPT = 1_000;

    private final BoardLegend legend;

    private final Map<AgentId, RowImage> kept =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<AgentId, RowImage> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    RowImages(BoardLegend legend) {
        this.legend = legend;
    }

    /// Time has passed, and what was said "so far" may read differently now.
    void forget() {
        kept.clear();
    }

    RowImage of(BoardRow row, @Nullable Ghosting ghosting, RowWords words, Instant now) {
        var id = row.agent().id();
        var image = kept.get(id);
        if (image == null
                || image.sequence() != row.sequence()
                || !Objects.equals(image.ghosting(), ghosting)) {
            image = make(row, ghosting, words, now);
            kept.put(id, image);
        }
        return image;
    }

    private RowImage make(BoardRow row, @Nullable Ghosting ghosting, RowWords words, Instant now) {
        var standing = words.standing(row);
        var texts = new ArrayList<String>(RowText.values().length);
        for (var text : RowText.values()) {
            texts.add(
                    switch (text) {
                        case NAME -> row.agent().name();
                        case TEAM -> words.team(row);
                        case BADGE -> RowWords.presenceToken(row);
                        case SEVERITY -> standing.severity().token();
                        case STATUS -> words.status(row);
                        case SINCE -> milliseconds(standing.since());
                        case SHOULD_BE -> words.shouldBe(row);
                        case SHOULD_BE_WHEN -> words.shouldBeWhen(row);
                        case IS -> words.is(row);
                        case IS_SINCE -> words.isSince(row);
                        case QUIET -> first(words.toldLater(row), words.quiet(ghosting));
                        case QUIET_WHY -> first(words.toldLaterWhy(row), words.quietWhy(ghosting));
                        case IMPACT -> words.impact(row);
                        case IMPACT_WHY -> words.impactWhy(row);
                        case SCORE -> words.score(row);
                        case FIGURES -> words.figures(row);
                        case BAR -> bar(row);
                        case SHARE -> row.score().orElse(BigDecimal.ZERO).toPlainString();
                        case TARGET -> row.targetPercent().toPlainString();
                        case RAW -> words.raw(row);
                        case TOLERATED -> words.tolerated(row);
                        case SHIFT -> words.shift(row);
                        case DEVIATIONS -> words.deviations(row, now);
                        case SENTENCE -> words.sentence(row, now);
                        case STRIP -> legend.strip(row).encode();
                    });
        }
        return new RowImage(row.agent().id(), texts, row.sequence(), ghosting);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static String milliseconds(@Nullable Instant instant) {
        return instant == null ? "" : Long.toString(instant.toEpochMilli());
    }

    private static String bar(BoardRow row) {
        return row.score()
                .map(score -> score.compareTo(row.targetPercent()) < 0 ? "below" : "reached")
                .orElse("none");
    }
}
