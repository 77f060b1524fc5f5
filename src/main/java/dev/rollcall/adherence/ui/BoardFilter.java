package dev.rollcall.adherence.ui;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who belongs to the board somebody asked for, whatever their state.
///
/// @param units only people who are at home or work now in one of these; null: all
/// @param group only people of this group; null: all
/// @param text what a name or external id contains, folded; empty: all
record BoardFilter(@Nullable Set<UnitId> units, @Nullable GroupId group, String text)
        implements Predicate<BoardRow> {

    /// No group has this number: an unknown code shows nobody, rather than everybody.
    private static final GroupId NO_GROUP = new GroupId(0);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static BoardFilter of(BoardQuery query, Directory directory) {
        Set<UnitId> units = null;
        if (!query.units().isEmpty()) {
            units = new HashSet<>();
            for (var code : query.units()) {
                var unit = directory.unit(code);
                if (unit.isPresent()) {
                    units.addAll(directory.withDescendants(unit.get().id()));
                }
            }
        }
        var code = query.group();
        var group = code == null ? null : directory.group(code).map(g -> g.id()).orElse(NO_GROUP);
        return new BoardFilter(units, group, folded(query.text()));
    }

    @Override
    public boolean test(BoardRow row) {
        return inUnits(row) && inGroup(row) && isNamed(row);
    }

    private boolean inUnits(BoardRow row) {
        return units == null
                || units.contains(row.agent().unit())
                || (row.currentUnit() != null && units.contains(row.currentUnit()));
    }

    private boolean inGroup(BoardRow row) {
        return group == null || row.agent().groups().contains(group);
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
