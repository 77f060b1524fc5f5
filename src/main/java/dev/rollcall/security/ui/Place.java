package dev.rollcall.security.ui;

import dev.rollcall.kit.Words;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Assignment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a role counts: a unit with everything below it, a group, or, without either, the whole
/// organisation.
record Place(@Nullable UnitId unit, @Nullable GroupId group) {

    static final Place EVERYWHERE = new Place(null, null);

    static Place of(Assignment given) {
        return new Place(given.unit(), given.group());
    }

    Assignment with(String role) {
        return new Assignment(role, unit, group);
    }

    /// The whole organisation, units and groups, each by name.
    static List<Place> all(Directory directory) {
        var all = new ArrayList<Place>();
        all.add(EVERYWHERE);
        directory.units(Scope.everyone()).forEach(each -> all.add(new Place(each.id(), null)));
        directory.groups(Scope.everyone()).forEach(each -> all.add(new Place(null, each.id())));
        return all;
    }

    String name(Directory directory, Words words) {
        if (unit != null) {
            return directory.unit(unit).map(Unit::name).orElse("?");
        }
        if (group != null) {
            return directory.group(group).map(Group::name).orElse("?");
        }
        return words.get("security.place.everywhere");
    }

    /// What kind of place it is, for whoever chooses one.
    String kind(Words words) {
        if (unit != null) {
            return words.get("security.place.unit");
        }
        return words.get(group != null ? "security.place.group" : "security.place.everybody");
    }
}
