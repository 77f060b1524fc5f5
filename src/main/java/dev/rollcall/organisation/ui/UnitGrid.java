package dev.rollcall.organisation.ui;

import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Units with their zones and working weeks.
final class UnitGrid extends PeopleGrid<Unit> {

    UnitGrid() {
        super(Kind.UNITS, Unit::code);
        nameColumn(Unit::name, unit -> unit.zone().getId());
        textColumn("code", Layout.WIDE, "8rem", Unit::code);
        textColumn("parent", Layout.MEDIUM, "9rem", this::parent);
        textColumn("zone", Layout.MEDIUM, "10rem", unit -> unit.zone().getId());
        textColumn(
                "workingDays",
                Layout.WIDE,
                "9rem",
                unit -> Weekdays.inShort(unit.workingDays(), getLocale()));
        numberColumn("agents", unit -> chart().agentsIn(unit.id()));
    }

    private String parent(Unit unit) {
        var parent = unit.parent();
        return parent == null ? "" : chart().name(parent);
    }

    @Override
    List<Unit> records(Chart chart, @Nullable Set<UnitId> within, SearchText text) {
        return chart.units().stream()
                .filter(unit -> within == null || within.contains(unit.id()))
                .filter(unit -> text.isIn(unit.name(), unit.code(), unit.zone().getId()))
                .toList();
    }
}
