package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.router.QueryParameters;
import dev.rollcall.adherence.ui.picture.BoardFilter;
import dev.rollcall.adherence.ui.picture.Show;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who is looked at: `?unit=north&group=billing&activity=LUNCH&show=out&q=kim`.
///
/// @param units codes of units, with everything below them; empty: all one may see
/// @param groups codes of groups; empty: all
/// @param activity code of the activity scheduled for them now; null: any, or none
/// @param show null: everybody
/// @param text part of a name or external id; empty: everybody
record BoardPeople(
        List<String> units,
        List<String> groups,
        @Nullable String activity,
        @Nullable Show show,
        String text) {

    static final BoardPeople EVERYBODY = new BoardPeople(List.of(), List.of(), null, null, "");

    BoardPeople {
        units = List.copyOf(units);
        groups = List.copyOf(groups);
    }

    static BoardPeople of(QueryParameters parameters) {
        return new BoardPeople(
                AddressWords.all(parameters, "unit"),
                AddressWords.all(parameters, "group"),
                AddressWords.one(parameters, "activity", Optional::of),
                AddressWords.one(parameters, "show", Show::of),
                parameters.getSingleParameter("q").orElse(""));
    }

    void write(Map<String, List<String>> parameters) {
        AddressWords.put(parameters, "unit", units);
        AddressWords.put(parameters, "group", groups);
        AddressWords.put(parameters, "activity", activity);
        AddressWords.put(parameters, "show", show == null ? null : show.token());
        AddressWords.put(parameters, "q", text.isEmpty() ? null : text);
    }

    /// Who belongs there. Codes nobody knows show nobody, rather than everybody.
    BoardFilter filter(Directory directory) {
        return new BoardFilter(unitsOf(directory), groupsOf(directory), activity, text);
    }

    private @Nullable Set<UnitId> unitsOf(Directory directory) {
        return units.isEmpty()
                ? null
                : units.stream()
                        .flatMap(code -> directory.unit(code).stream())
                        .flatMap(unit -> directory.withDescendants(unit.id()).stream())
                        .collect(Collectors.toSet());
    }

    private @Nullable Set<GroupId> groupsOf(Directory directory) {
        return groups.isEmpty()
                ? null
                : groups.stream()
                        .flatMap(code -> directory.group(code).stream())
                        .map(Group::id)
                        .collect(Collectors.toSet());
    }

    /// Whether anybody might be left out.
    boolean filters() {
        return !equals(EVERYBODY);
    }

    BoardPeople withUnits(List<String> newUnits) {
        return new BoardPeople(newUnits, groups, activity, show, text);
    }

    BoardPeople withGroups(List<String> newGroups) {
        return new BoardPeople(units, newGroups, activity, show, text);
    }

    BoardPeople withActivity(@Nullable String newActivity) {
        return new BoardPeople(units, groups, newActivity, show, text);
    }

    /// @param part null: everybody
    BoardPeople showing(@Nullable Show part) {
        return new BoardPeople(units, groups, activity, part, text);
    }

    /// The same part again shows everybody.
    BoardPeople toggling(Show part) {
        return showing(show == part ? null : part);
    }

    BoardPeople withText(String newText) {
        return new BoardPeople(units, groups, activity, show, newText);
    }
}
