package dev.rollcall.adherence.ui.picture;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who belongs to the board somebody asked for, whatever their state.
///
/// @param units only people who are at home or work now in one of these; null: all
/// @param groups only people of one of these groups; null: all
/// @param activity only people this is scheduled for: now, or at any time of a day that is over;
///   null: all
/// @param text what a name or external id contains, whatever its case and accents; empty: all
public record BoardFilter(
        @Nullable Set<UnitId> units,
        @Nullable Set<GroupId> groups,
        @Nullable String activity,
        String text)
        implements Predicate<BoardRow> {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    public BoardFilter {
        text = folded(text);
    }

    @Override
    public boolean test(BoardRow row) {
        return inUnits(row) && inGroups(row) && isScheduled(row) && isNamed(row);
    }

    private boolean inUnits(BoardRow row) {
        return units == null
                || units.contains(row.agent().unit())
                || (row.currentUnit() != null && units.contains(row.currentUnit()));
    }

    private boolean inGroups(BoardRow row) {
        return groups == null || row.agent().groups().stream().anyMatch(groups::contains);
    }

    private boolean isScheduled(BoardRow row) {
        if (activity == null) {
            return true;
        }
        var live = row.live();
        return live == null
                ? row.schedule().stream().anyMatch(piece -> piece.activity().equals(activity))
                : live.piece().filter(piece -> piece.activity().equals(activity)).isPresent();
    }

    private boolean isNamed(BoardRow row) {
        return text.isEmpty()
                || folded(row.agent().name()).contains(text)
                || folded(row.agent().externalId()).contains(text);
    }

    /// Without case and accents: "åkesson" is found as "akesson".
    private static String folded(String text) {
        var plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKD);
        return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
