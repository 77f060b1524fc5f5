package dev.rollcall.requests;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One reason for or against something, as it was when it was looked at. Screens translate
/// `requests.finding.<kind>`.
///
/// @param values numbers, ISO dates and ISO local times, in the order [Kind] names them
public record Finding(Kind kind, List<String> values) {

    /// What speaks for it or against it.
    public enum Kind {
        /// Asked for early enough: days ahead, days needed.
        ENOUGH_NOTICE(false),
        /// Asked for too late to be decided by the rule: days ahead, days needed.
        SHORT_NOTICE(true),
        /// Enough remain in each half hour: heads left over where it is tightest.
        HEADS_STAY(false),
        /// Too few would remain: date, local time, heads left, heads needed.
        TOO_FEW_HEADS(true),
        /// Nobody has said what is expected on a date.
        NO_DEMAND(true),
        /// A date is not planned yet, so that nobody is missing from a plan.
        NOT_PLANNED(false),
        /// Not too many are away: others away, at most.
        FEW_AWAY(false),
        /// Too many are away: date, others away, at most.
        TOO_MANY_AWAY(true),
        /// More than is left: year, left, wanted.
        OVER_ALLOWANCE(true),
        /// Nobody has set an allowance: year.
        NO_ALLOWANCE(true),
        /// The unit has no rule: a person decides.
        NO_RULE(true),
        /// What the planner's rules say against it.
        PLAN_WARNING(true),
        /// Nothing speaks against it, in the planner's rules.
        NO_WARNING(false),
        /// Somebody planned the date anew meanwhile, so that it was not put back: date.
        NOT_PUT_BACK(true);

        private final boolean against;

        Kind(boolean against) {
            this.against = against;
        }

        /// Whether it keeps a rule from approving.
        public boolean isAgainst() {
            return against;
        }
    }

    public Finding {
        values = List.copyOf(values);
    }

    static Finding of(Kind kind, Object... values) {
        return new Finding(kind, Arrays.stream(values).map(String::valueOf).toList());
    }

    /// As one line for each, for the database.
    static String written(List<Finding> findings) {
        return findings.stream()
                .map(each ->
                        each.values().isEmpty()
                                ? each.kind().name()
                                : each.kind() + "|" + String.join("|", each.values()))
                .collect(Collectors.joining("\n"));
    }

    static List<Finding> read(String written) {
        return written.lines()
                .map(line -> line.split("\\|", -1))
                .map(parts ->
                        new Finding(
                                Kind.valueOf(parts[0]), List.of(parts).subList(1, parts.length)))
                .toList();
    }
}
