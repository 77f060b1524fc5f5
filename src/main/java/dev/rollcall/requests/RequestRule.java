package dev.rollcall.requests;

import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When requests in a unit need nobody to decide them.
///
/// @param unit whose rule it is; it counts for the units below that have none of their own
/// @param approves whether time off is approved without anybody where nothing speaks against it
/// @param daysAhead how many days before its first day it has to be asked for
/// @param keepsRequired whether as many heads as are required have to remain in each half hour
/// @param mostAway how many of the person's groups may be away on a day, themselves included; null:
///   any number
/// @param swaps whether swaps with nothing to say against them need nobody either
/// @param version counts the changes; 0: the unit has none
public record RequestRule(
        UnitId unit,
        boolean approves,
        int daysAhead,
        boolean keepsRequired,
        @Nullable Integer mostAway,
        boolean swaps,
        long version) {

    /// A person decides everything.
    static RequestRule none(UnitId unit) {
        return new RequestRule(unit, false, 14, true, null, false, 0);
    }

    /// What speaks for a request and against it, the latter first. Nothing against it: the rule
    /// approves. Pure.
    List<Finding> findings(Outlook outlook, int noticeDays) {
        var found = new ArrayList<>(outlook.overAllowance());
        if (!approves) {
            found.add(Finding.of(Finding.Kind.NO_RULE));
            return List.copyOf(found);
        }
        found.add(
                Finding.of(
                        noticeDays >= daysAhead
                                ? Finding.Kind.ENOUGH_NOTICE
                                : Finding.Kind.SHORT_NOTICE,
                        noticeDays,
                        daysAhead));
        if (keepsRequired) {
            found.addAll(heads(outlook));
        }
        if (mostAway != null) {
            found.addAll(away(outlook, mostAway));
        }
        found.sort(Comparator.comparing(each -> !each.kind().isAgainst()));
        return List.copyOf(found);
    }

    private static List<Finding> heads(Outlook outlook) {
        var found = new ArrayList<Finding>();
        int tightest = Integer.MAX_VALUE;
        for (var day : outlook.days()) {
            if (!day.isPlanned()) {
                found.add(Finding.of(Finding.Kind.NOT_PLANNED, day.date()));
                continue;
            }
            if (day.heads().isEmpty()) {
                continue;
            }
            var known = day.heads().stream().filter(each -> each.required() != null).toList();
            if (known.isEmpty()) {
                found.add(Finding.of(Finding.Kind.NO_DEMAND, day.date()));
                continue;
            }
            var worst = known.stream().min(Comparator.comparing(Outlook.Heads::over)).orElseThrow();
            if (worst.over() < 0) {
                found.add(
                        Finding.of(
                                Finding.Kind.TOO_FEW_HEADS,
                                day.date(),
                                worst.time(),
                                Outlook.whole(worst.left()),
                                Objects.requireNonNullElse(worst.required(), 0)));
            }
            tightest = Math.min(tightest, Outlook.whole(worst.over()));
        }
        if (tightest >= 0 && tightest < Integer.MAX_VALUE) {
            found.add(Finding.of(Finding.Kind.HEADS_STAY, tightest));
        }
        return found;
    }

    private static List<Finding> away(Outlook outlook, int most) {
        var found = new ArrayList<Finding>();
        int others = 0;
        for (var day : outlook.days()) {
            others = Math.max(others, day.off());
            if (day.off() + 1 > most) {
                found.add(Finding.of(Finding.Kind.TOO_MANY_AWAY, day.date(), day.off(), most));
            }
        }
        return found.isEmpty() ? List.of(Finding.of(Finding.Kind.FEW_AWAY, others, most)) : found;
    }

    /// How many days lie between two dates; 0 for the same.
    static int notice(LocalDate today, LocalDate first) {
        return Math.toIntExact(first.toEpochDay() - today.toEpochDay());
    }
}
