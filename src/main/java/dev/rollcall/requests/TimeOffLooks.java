package dev.rollcall.requests;

import dev.rollcall.people.Agent;
import dev.rollcall.shared.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at a request for time off: whether it can be asked for, what it takes, and what speaks for
/// it and against it.
@Component
class TimeOffLooks {

    private static final int MONTHS_AHEAD = 24;

    private final TimeOffTable table;
    private final AbsenceTypes types;
    private final AbsenceDays absences;
    private final Outlooks outlooks;
    private final RequestRules rules;
    private final Askers people;

    TimeOffLooks(
            TimeOffTable table,
            AbsenceTypes types,
            AbsenceDays absences,
            Outlooks outlooks,
            RequestRules rules,
            Askers people) {
        this.table = table;
        this.types = types;
        this.absences = absences;
        this.outlooks = outlooks;
        this.rules = rules;
        this.people = people;
    }

    /// A request as it stands now.
    record Looked(
            AbsenceType type,
            List<AbsenceDay> days,
            BigDecimal amount,
            Outlook outlook,
            List<Finding> findings) {

        boolean isFine() {
            return findings.stream().noneMatch(each -> each.kind().isAgainst());
        }
    }

    /// What asking would come to.
    ///
    /// @param earliest the first date that may be asked for
    /// @throws InvalidInput naming every bad field
    Looked look(Agent person, TimeOffDraft draft, LocalDate earliest) {
        var type = check(person, draft, earliest);
        var looked = look(person, type, draft.from(), draft.to(), draft.part(), 0);
        if (looked.amount().signum() == 0) {
            throw InvalidInput.of("/from", RequestComplaint.NOTHING_TO_TAKE.with());
        }
        if (type.limit() == AbsenceType.Limit.REFUSED) {
            for (var left : looked.outlook().allowances()) {
                if (left.isSet() && left.after().signum() < 0) {
                    throw InvalidInput.of(
                            "/to",
                            RequestComplaint.OVER_ALLOWANCE.with(
                                    type.name(),
                                    plain(left.before()),
                                    left.year(),
                                    plain(left.wanted())));
                }
            }
        }
        return looked;
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /// What it comes to as things are now.
    ///
    /// @param number of the request itself; 0: it is not there yet
    Looked look(
            Agent person,
            AbsenceType type,
            LocalDate from,
            LocalDate to,
            @Nullable Hours part,
            long number) {
        var days = absences.of(person, from, to, part, type.activity());
        var amount =
                days.stream()
                        .map(day -> day.amount(type.measure()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var outlook = outlooks.of(new Outlooks.Asked(person, type, days, number));
        var findings =
                rules.inForce(person.unit())
                        .findings(outlook, RequestRule.notice(people.today(person), from));
        return new Looked(type, days, amount, outlook, findings);
    }

    private AbsenceType check(Agent person, TimeOffDraft draft, LocalDate earliest) {
        var problems = new InvalidInput.Collector();
        var type = types.of(draft.type()).filter(AbsenceType::offered);
        var latest = people.today(person).plusMonths(MONTHS_AHEAD);
        problems.check(type.isPresent(), "/type", RequestComplaint.UNKNOWN_TYPE.with());
        problems.check(
                !draft.from().isBefore(earliest),
                "/from",
                RequestComplaint.TOO_EARLY.with(earliest));
        problems.check(!draft.to().isAfter(latest), "/to", RequestComplaint.TOO_LATE.with(latest));
        problems.check(
                draft.note().codePointCount(0, draft.note().length()) <= TimeOffs.LONGEST_TEXT,
                "/note",
                RequestComplaint.TEXT_TOO_LONG.with(TimeOffs.LONGEST_TEXT));
        problems.check(
                draft.part() == null || draft.from().equals(draft.to()),
                "/part",
                RequestComplaint.PART_OF_ONE_DAY.with());
        problems.check(
                draft.part() == null || !draft.part().start().equals(draft.part().end()),
                "/part",
                RequestComplaint.SAME_HOURS.with());
        if (problems.check(
                !draft.to().isBefore(draft.from()), "/to", RequestComplaint.WRONG_ORDER.with())) {
            problems.check(
                    ChronoUnit.DAYS.between(draft.from(), draft.to()) < TimeOffs.MOST_DAYS,
                    "/to",
                    RequestComplaint.TOO_LONG.with(TimeOffs.MOST_DAYS));
            table.held(person.id(), draft.from(), draft.to()).stream()
                    .filter(held -> held.overlaps(draft, person.zone()))
                    .findFirst()
                    .ifPresent(held ->
                            problems.add(
                                    "/from",
                                    RequestComplaint.OVERLAPS.with(held.from(), held.to())));
        }
        problems.throwIfAny();
        return type.orElseThrow();
    }

    /// A request somebody looks at who decides about it.
    Outlooks.Asked asked(TimeOff known) {
        var person = people.person(known.agent());
        var type = types.of(known.type()).orElseThrow();
        return new Outlooks.Asked(
                person,
                type,
                absences.of(person, known.from(), known.to(), known.part(), type.activity()),
                known.number());
    }
}
