package dev.rollcall.organisation.ui;

import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Group;
import dev.rollcall.people.UnitId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Groups, by what they handle and where they belong.
final class GroupGrid extends PeopleGrid<Group> {

    GroupGrid() {
        super(Kind.GROUPS, Group::code);
        nameColumn(Group::name, group -> channel(group) + " · " + chart().name(group.unit()));
        textColumn("code", Layout.WIDE, "9rem", Group::code);
        textColumn("channel", Layout.MEDIUM, "7rem", this::channel);
        textColumn("department", Layout.MEDIUM, "9rem", this::department);
        textColumn("unit", Layout.MEDIUM, "8rem", group -> chart().name(group.unit()));
        numberColumn("members", group -> chart().membersOf(group.id()));
    }

    private String channel(Group group) {
        return getTranslation("organisation.channel." + group.channel());
    }

    private String department(Group group) {
        var department = group.department();
        return department == null ? "" : chart().name(department);
    }

    @Override
    List<Group> records(Chart chart, @Nullable Set<UnitId> within, SearchText text) {
        return chart.groups().stream()
                .filter(group -> within == null || within.contains(group.unit()))
                .filter(group -> text.isIn(group.name(), group.code()))
                .toList();
    }
}
