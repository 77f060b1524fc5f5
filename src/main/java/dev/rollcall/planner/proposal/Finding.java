package dev.rollcall.planner.proposal;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.shared.TimeSpan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One thing a proposed week does not do as well as one would like: which rule, whom or which group
/// it is about, when, and how much.
///
/// @param person null where it is about hours rather than somebody
/// @param group null where it is about everybody together, or about a person
/// @param date null where it is about the whole week
/// @param span null where it is not about certain hours
/// @param burden what there is more of than others have; null for all rules but fairness
/// @param found minutes for rest and hours, the minute of the day at which it begins for
///   steadiness, else heads, days, wishes or shifts
/// @param wanted what it is held against, in the same measure: for steadiness the minute at which
///   the day before began
public record Finding(
        Rule rule,
        @Nullable AgentId person,
        @Nullable GroupId group,
        @Nullable LocalDate date,
        @Nullable TimeSpan span,
        @Nullable Burden burden,
        long found,
        long wanted) {

    static Finding ofPerson(Rule rule, AgentId person, long found, long wanted) {
        return new Finding(rule, person, null, null, null, null, found, wanted);
    }

    static Finding ofDay(Rule rule, PersonDay day, long found, long wanted) {
        var shift = day.shift();
        return new Finding(
                rule,
                day.person().id(),
                null,
                day.date(),
                shift == null ? null : shift.span(),
                null,
                found,
                wanted);
    }

    static Finding ofHours(
            Rule rule, @Nullable GroupId group, TimeSpan span, long found, long wanted) {
        return new Finding(rule, null, group, null, span, null, found, wanted);
    }

    static Finding ofShare(AgentId person, Burden burden, long found, long usual) {
        return new Finding(Rule.FAIRNESS, person, null, null, null, burden, found, usual);
    }
}
