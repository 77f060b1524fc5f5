package dev.rollcall.dashboard;

import dev.rollcall.kit.Words;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import java.util.ArrayList;

/// Whose figures a widget shows, in few words: `North`, `North and 2 more`, `Everybody`.
public final class ScopeWords {

    private ScopeWords() {}

    /// Units stand for all below them.
    public static String of(Scope scope, Directory directory, Words words) {
        if (scope.everybody()) {
            return words.get("dashboard.scope.everybody");
        }
        var names = new ArrayList<String>();
        directory.units(scope).stream()
                .filter(unit -> unit.parent() == null || !scope.includes(unit.parent()))
                .map(Unit::name)
                .forEach(names::add);
        directory.groups(scope).stream()
                .filter(group -> scope.groups().contains(group.id()))
                .map(Group::name)
                .forEach(names::add);
        return switch (names.size()) {
            case 0 -> words.get("dashboard.scope.nobody");
            case 1 -> names.getFirst();
            default -> words.get("dashboard.scope.more", names.getFirst(), names.size() - 1);
        };
    }
}
