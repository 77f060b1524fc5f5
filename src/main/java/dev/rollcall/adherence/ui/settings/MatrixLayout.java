package dev.rollcall.adherence.ui.settings;

import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reason;
import dev.rollcall.schedule.Activity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/// Which rows and columns the matrix of a mapping has. Pure.
///
/// @param activities the columns: what one may plan, what rules name besides, and `*` where a rule
///   speaks of any activity
/// @param presences the rows: the plain statuses, the reasons people can choose, what rules name or
///   feeds reported besides, and `*` where a rule speaks of any presence
record MatrixLayout(List<String> activities, List<String> presences) {

    /// @param seen presences that were reported, or that somebody is about to decide on
    static MatrixLayout of(
            List<Activity> activities,
            List<Reason> reasons,
            List<MappingRule> rules,
            Collection<String> seen) {
        var columns = new LinkedHashSet<String>();
        activities.forEach(activity -> columns.add(activity.code()));
        var rows = new LinkedHashSet<String>();
        rows.add(PresenceState.AVAILABLE.toString());
        rows.add(PresenceState.ACTIVE.toString());
        rows.add(PresenceState.AWAY.toString());
        reasons.forEach(reason -> rows.add(reason.state().toString()));
        var others = new TreeSet<>(seen);
        for (var rule : rules) {
            columns.add(rule.activity());
            others.add(rule.presence());
        }
        rows.addAll(others);
        return new MatrixLayout(lastAny(columns), lastAny(rows));
    }

    private static List<String> lastAny(LinkedHashSet<String> names) {
        boolean any = names.remove(MappingRule.ANY);
        var list = new ArrayList<>(names);
        if (any) {
            list.add(MappingRule.ANY);
        }
        return list;
    }
}
