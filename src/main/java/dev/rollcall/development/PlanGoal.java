package dev.rollcall.development;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody wants to reach.
///
/// @param due by when; null: no day is set
/// @param agreedAs what both agreed on last, in words; null: they never did
/// @param droppedBy who wants to be without it; null: nobody
public record PlanGoal(
        long number,
        String text,
        @Nullable LocalDate due,
        Agreement agreement,
        @Nullable String agreedAs,
        @Nullable Side droppedBy,
        @Nullable Source source,
        List<Objective> objectives) {

    public PlanGoal {
        objectives = List.copyOf(objectives);
    }

    /// How a goal stands between its owners.
    public enum Standing {
        /// One of them wrote it, the other has not agreed yet.
        OFFERED,
        AGREED,
        /// Both agreed, then one of them changed it.
        CHANGED,
        /// Both agreed, and one of them wants to be without it.
        TO_DROP
    }

    public Standing standing() {
        if (droppedBy != null) {
            return Standing.TO_DROP;
        }
        if (agreement.isWhole()) {
            return Standing.AGREED;
        }
        return agreedAs == null ? Standing.OFFERED : Standing.CHANGED;
    }

    /// Whether one of them alone may be rid of it: nobody else ever agreed to it.
    boolean isOnlyOf(Side side) {
        return agreedAs == null && !agreement.isOf(side.other());
    }

    /// All it says, in words to be kept.
    String inWords() {
        var said =
                objectives.stream()
                        .map(each ->
                                each.isMeasured()
                                        ? "%s (%s → %s %s)"
                                                .formatted(
                                                        each.text(),
                                                        each.start(),
                                                        each.target(),
                                                        each.unit())
                                                .replace(" )", ")")
                                        : each.text())
                        .collect(Collectors.joining("; "));
        var words = text + (due == null ? "" : " · " + due) + (said.isEmpty() ? "" : " · " + said);
        return words.length() > Checks.KEPT ? words.substring(0, Checks.KEPT) : words;
    }
}
