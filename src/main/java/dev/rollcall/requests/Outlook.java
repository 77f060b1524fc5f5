package dev.rollcall.requests;

import dev.rollcall.people.AgentId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What it would mean if time off were approved now.
///
/// @param days those on which somebody would be missing, in order
/// @param allowances those it would take from, one for each year
public record Outlook(List<Day> days, List<Left> allowances) {

    public Outlook {
        days = List.copyOf(days);
        allowances = List.copyOf(allowances);
    }

    /// One day.
    ///
    /// @param isPlanned whether a plan of theirs is published
    /// @param off how many others of their groups are off that day
    /// @param away those of them whom whoever looks plans
    /// @param heads the half hours they are planned to work in, and would not be
    public record Day(
            LocalDate date, boolean isPlanned, int off, List<AgentId> away, List<Heads> heads) {

        Day(LocalDate date, boolean isPlanned, List<AgentId> away, List<Heads> heads) {
            this(date, isPlanned, away.size(), away, heads);
        }

        public Day {
            away = List.copyOf(away);
            heads = List.copyOf(heads);
        }
    }

    /// A half hour of the unit.
    ///
    /// @param time when it begins, in the person's zone
    /// @param left heads on the plan without them
    /// @param required heads that are needed; null: nobody has said
    public record Heads(LocalTime time, double left, @Nullable Integer required) {

        /// How many more than needed remain; below zero: too few.
        public double over() {
            return required == null ? 0 : left - required;
        }
    }

    /// An allowance.
    ///
    /// @param before what is left for this request
    /// @param wanted what it takes in that year
    public record Left(
            AbsenceType type, int year, boolean isSet, BigDecimal before, BigDecimal wanted) {

        public BigDecimal after() {
            return before.subtract(wanted);
        }
    }

    /// With the names of some, and the number of all.
    Outlook naming(Predicate<AgentId> whom) {
        return new Outlook(
                days.stream()
                        .map(day ->
                                new Day(
                                        day.date(),
                                        day.isPlanned(),
                                        day.off(),
                                        day.away().stream().filter(whom).toList(),
                                        day.heads()))
                        .toList(),
                allowances);
    }

    /// What the allowances say against it.
    List<Finding> overAllowance() {
        var found = new ArrayList<Finding>();
        for (var left : allowances) {
            if (left.type().limit() == AbsenceType.Limit.NONE || left.wanted().signum() == 0) {
                continue;
            }
            if (!left.isSet()) {
                found.add(Finding.of(Finding.Kind.NO_ALLOWANCE, left.year()));
            } else if (left.after().signum() < 0) {
                found.add(
                        Finding.of(
                                Finding.Kind.OVER_ALLOWANCE,
                                left.year(),
                                left.before().stripTrailingZeros().toPlainString(),
                                left.wanted().stripTrailingZeros().toPlainString()));
            }
        }
        return found;
    }

    /// Heads in full: somebody who is there for half of a half hour is none.
    static int whole(double heads) {
        return (int) Math.floor(heads + 1e-9);
    }
}
