package dev.rollcall.planner.proposal;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.shared.TimeSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says what a week does and does not do, rule by rule and person by person. Pure.
final class Accounting {

    private static final long WORTH_TELLING = 120;

    private final Week week;
    private final Map<Need, Long> heads = new HashMap<>();
    private final Map<AgentId, List<PersonDay>> days;
    private final List<Finding> findings = new ArrayList<>();

    private Accounting(Week week) {
        this.week = week;
        this.days =
                week.getDays().stream()
                        .sorted(Comparator.comparing(PersonDay::date))
                        .collect(
                                Collectors.groupingBy(
                                        day -> day.person().id(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        week.getDays()
                .forEach(day -> day.covered().forEach(need -> heads.merge(need, 1L, Long::sum)));
    }

    static Account of(Week week) {
        return new Accounting(week).account();
    }

    private Account account() {
        int withAgreed = 0;
        int agreed = 0;
        for (var person : week.getPeople()) {
            var ofPerson = days.getOrDefault(person.id(), List.of());
            rest(person, ofPerson);
            limits(person, ofPerson);
            availability(ofPerson);
            wishes(ofPerson);
            steadiness(ofPerson);
            if (person.agreedMinutes() > 0) {
                agreed++;
                withAgreed += getsWhatIsAgreed(person, ofPerson) ? 1 : 0;
            }
        }
        var whole = week.getNeeds().stream().filter(Need::isOfEverybody).toList();
        long missing = whole.stream().mapToLong(need -> need.missing(heads(need))).sum();
        needs();
        shares();
        int unmet =
                (int)
                        findings.stream()
                                .filter(each -> each.rule() == Rule.WISHES)
                                .mapToLong(Finding::found)
                                .sum();
        int wishes = Math.max(unmet, countWishes());
        findings.sort(Comparator.comparing(Finding::rule));
        return new Account(
                whole.stream()
                        .flatMap(need -> need.required().stream())
                        .mapToLong(each -> each)
                        .sum(),
                missing,
                agreed,
                withAgreed,
                wishes,
                wishes - unmet,
                (int) week.getDays().stream().filter(day -> !day.isFixed() && day.isWork()).count(),
                findings);
    }

    private long heads(Need need) {
        return heads.getOrDefault(need, 0L);
    }

    private void rest(Person person, List<PersonDay> ofPerson) {
        for (int i = 0; i < ofPerson.size(); i++) {
            for (int j = i + 1; j < ofPerson.size(); j++) {
                var before = ofPerson.get(i);
                var after = ofPerson.get(j);
                long missing = before.missingRest(after);
                if (missing > 0 && !(before.isFixed() && after.isFixed())) {
                    long wanted = person.terms().rest().toMinutes();
                    findings.add(Finding.ofDay(Rule.REST, after, wanted - missing, wanted));
                }
            }
        }
    }

    private void limits(Person person, List<PersonDay> ofPerson) {
        var inWeek = ofPerson.stream().filter(PersonDay::isInWeek).toList();
        long paid = inWeek.stream().mapToLong(PersonDay::paidMinutes).sum();
        long worked = inWeek.stream().filter(PersonDay::isWork).count();
        boolean decided = inWeek.stream().anyMatch(day -> !day.isFixed() && day.isWork());
        if (paid > person.mostMinutes() && decided) {
            findings.add(
                    Finding.ofPerson(Rule.HOURS_AT_MOST, person.id(), paid, person.mostMinutes()));
        }
        if (worked > person.mostDays() && decided) {
            findings.add(
                    Finding.ofPerson(Rule.DAYS_AT_MOST, person.id(), worked, person.mostDays()));
        }
    }

    private void availability(List<PersonDay> ofPerson) {
        ofPerson.stream()
                .filter(day -> day.isInWeek() && !day.isFixed() && day.unavailableMinutes() > 0)
                .forEach(day ->
                        findings.add(
                                Finding.ofDay(
                                        Rule.AVAILABILITY, day, day.unavailableMinutes(), 0)));
    }

    private void wishes(List<PersonDay> ofPerson) {
        ofPerson.stream()
                .filter(day -> day.isInWeek() && !day.isFixed() && day.unmetWishes() > 0)
                .forEach(
                        day -> findings.add(Finding.ofDay(Rule.WISHES, day, day.unmetWishes(), 0)));
    }

    /// What moves by less than two hours is weighed, and not worth telling.
    private void steadiness(List<PersonDay> ofPerson) {
        for (int i = 1; i < ofPerson.size(); i++) {
            var before = ofPerson.get(i - 1);
            var after = ofPerson.get(i);
            if (before.nextDayNumber() == after.dayNumber()
                    && !(before.isFixed() && after.isFixed())
                    && Math.abs(before.moved(after)) >= WORTH_TELLING) {
                findings.add(
                        Finding.ofDay(Rule.STEADINESS, after, after.beginsAt(), before.beginsAt()));
            }
        }
    }

    private int countWishes() {
        return (int)
                week.getDays().stream()
                        .filter(day -> day.isInWeek() && !day.isFixed())
                        .flatMap(day ->
                                day.person().wishes().stream()
                                        .filter(wish ->
                                                wish.weekday() == day.date().getDayOfWeek()))
                        .count();
    }

    /// Nobody can be given half a shift: who lacks less than the shortest one has what they can
    /// get.
    private boolean getsWhatIsAgreed(Person person, List<PersonDay> ofPerson) {
        long paid =
                ofPerson.stream()
                        .filter(PersonDay::isInWeek)
                        .mapToLong(PersonDay::paidMinutes)
                        .sum();
        long shortest =
                ofPerson.stream()
                        .flatMap(day -> day.choices().stream())
                        .mapToLong(Shift::paidMinutes)
                        .filter(minutes -> minutes > 0)
                        .min()
                        .orElse(1);
        boolean enough = person.agreedMinutes() - paid < shortest;
        if (!enough) {
            findings.add(
                    Finding.ofPerson(Rule.AGREED_HOURS, person.id(), paid, person.agreedMinutes()));
        }
        return enough;
    }

    // ------------------------------------------------------------------ half hours

    private void needs() {
        var byGroup = new LinkedHashMap<@Nullable GroupId, List<Need>>();
        week.getNeeds().stream()
                .sorted(Comparator.comparing(Need::start))
                .forEach(need ->
                        byGroup.computeIfAbsent(need.group(), _ -> new ArrayList<>()).add(need));
        byGroup.forEach((group, needs) -> {
            if (group == null) {
                stretches(Rule.COVERAGE, null, needs, true);
                stretches(Rule.SURPLUS, null, needs, false);
            } else {
                stretches(Rule.GROUP_COVERAGE, group, needs, true);
            }
        });
    }

    /// A half hour with its heads.
    private record Told(TimeSpan span, long planned, int required) {

        boolean goesOnFrom(Told before) {
            return before.span.end().equals(span.start())
                    && before.planned == planned
                    && before.required == required;
        }
    }

    /// Half hours in a row in which as many are missing, or too many, are said once.
    private void stretches(Rule rule, @Nullable GroupId group, List<Need> needs, boolean tooFew) {
        var told = new ArrayList<Told>();
        for (var need : needs) {
            for (int i = 0; i < need.required().size(); i++) {
                told.add(new Told(need.halfHour(i), heads(need), need.required().get(i)));
            }
        }
        for (int i = 0; i < told.size(); ) {
            int j = i + 1;
            while (j < told.size() && told.get(j).goesOnFrom(told.get(j - 1))) {
                j++;
            }
            var first = told.get(i);
            if (tooFew ? first.planned() < first.required() : first.planned() > first.required()) {
                var span = TimeSpan.of(first.span().start(), told.get(j - 1).span().end());
                var said = group != null && first.planned() == 0 ? Rule.NOBODY_LEFT : rule;
                findings.add(Finding.ofHours(said, group, span, first.planned(), first.required()));
            }
            i = j;
        }
    }

    // ------------------------------------------------------------------ shares

    /// Who has two or more shifts of a kind above what people have on average, the last four weeks
    /// included.
    private void shares() {
        for (var burden : Burden.values()) {
            var counts = new LinkedHashMap<AgentId, Long>();
            for (var person : week.getPeople()) {
                long own =
                        days.getOrDefault(person.id(), List.of()).stream()
                                .filter(day -> day.isInWeek() && day.burdens().contains(burden))
                                .count();
                counts.put(person.id(), person.before(burden) + own);
            }
            double average =
                    counts.values().stream().mapToLong(Long::longValue).average().orElse(0);
            counts.forEach((person, count) -> {
                if (count - average >= 2) {
                    findings.add(Finding.ofShare(person, burden, count, Math.round(average)));
                }
            });
        }
    }
}
