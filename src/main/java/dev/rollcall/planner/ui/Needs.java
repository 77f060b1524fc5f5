package dev.rollcall.planner.ui;

import dev.rollcall.demand.RequiredHeads;
import dev.rollcall.people.GroupId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// How many people are needed on the dates a planner shows.
///
/// @param everybody all of them together
/// @param groups what each group needs, by group
/// @param names what each group is called
/// @param holidays what each public holiday is called
record Needs(
        RequiredHeads everybody,
        Map<GroupId, RequiredHeads> groups,
        Map<GroupId, String> names,
        Map<LocalDate, String> holidays) {

    static final Needs NONE = new Needs(new RequiredHeads(List.of()), Map.of(), Map.of(), Map.of());

    Needs {
        groups = Map.copyOf(groups);
        names = Map.copyOf(names);
        holidays = Map.copyOf(holidays);
    }
}
