package dev.rollcall.planner.proposal;

import dev.rollcall.demand.RequiredHeads;
import dev.rollcall.demand.RequiredHeads.HalfHour;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.PlanRules;
import dev.rollcall.planner.PlanWarning;
import dev.rollcall.planner.PlannedHeads;
import dev.rollcall.planner.Roster;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.Terms;
import dev.rollcall.planner.Wish;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes a week to search of what is known, and edits of the week that was found. Pure.
final class WeekMaker {

    private static final int DAYS = 7;

    private final Given given;
    private final PlanRules rules;
    private final Map<DayKey, List<PlannedActivity>> byRotation = new HashMap<>();
    private final Map<ZoneId, Map<LocalDate, Map<Option, Shift>>> choices = new HashMap<>();

    WeekMaker(Given given) {
        this.given = given;
        this.rules = new PlanRules(given.categories(), given.isPaid());
        given.laidOut().forEach(edit -> byRotation.put(edit.key(), edit.entries()));
    }

    /// Everything a proposal is made from.
    ///
    /// @param roster the week, from Monday to Sunday, with the days around it
    /// @param past the four weeks before
    /// @param required the heads each group needs, half hour by half hour; those of everybody
    ///   together under null
    /// @param open the days that are to be searched for
    /// @param laidOut what rotations make of days that hold nothing yet
    /// @param holidays the public holidays of the week
    record Given(
            Roster roster,
            Roster past,
            List<ShiftTemplate> templates,
            Map<@Nullable GroupId, RequiredHeads> required,
            Map<AgentId, List<Wish>> wishes,
            Set<DayKey> open,
            List<DayEdit> laidOut,
            Set<LocalDate> holidays,
            Function<String, Category> categories,
            Predicate<String> isPaid) {}

    Week week() {
        var people = new ArrayList<Person>();
        var days = new ArrayList<PersonDay>();
        var idle = idleHolidays();
        for (var agent : given.roster().people()) {
            var person =
                    Person.of(
                            agent,
                            given.roster().terms().getOrDefault(agent.id(), Terms.NONE),
                            given.wishes().getOrDefault(agent.id(), List.of()),
                            before(agent),
                            idle);
            people.add(person);
            var monday = given.roster().from();
            for (var date = monday.minusDays(1);
                    !date.isAfter(monday.plusDays(DAYS));
                    date = date.plusDays(1)) {
                days.add(day(person, date, idle));
            }
        }
        var needs = needs(borders(days));
        days.forEach(day -> day.prepare(needs, shift -> unavailableMinutes(day.person(), shift)));
        return new Week(
                IntStream.range(0, given.templates().size()).mapToObj(Option::new).toList(),
                people,
                needs.values().stream().flatMap(each -> each.values().stream()).distinct().toList(),
                days);
    }

    /// The half hours with which any possible shift begins or ends, or is interrupted.
    private static Set<Instant> borders(List<PersonDay> days) {
        var borders = new HashSet<Instant>();
        days.stream()
                .flatMap(day -> day.possible().stream())
                .distinct()
                .map(Shift::halfHours)
                .forEach(halfHours -> {
                    for (int i = 0; i < halfHours.size(); i++) {
                        var start = halfHours.get(i);
                        if (i == 0 || !next(halfHours.get(i - 1)).equals(start)) {
                            borders.add(start);
                        }
                        if (i == halfHours.size() - 1
                                || !next(start).equals(halfHours.get(i + 1))) {
                            borders.add(next(start));
                        }
                    }
                });
        return borders;
    }

    private static Instant next(Instant start) {
        return start.plus(PlannedHeads.STEP);
    }

    private PersonDay day(Person person, LocalDate date, Set<LocalDate> idle) {
        var key = new DayKey(person.id(), date);
        boolean inWeek = isInWeek(date);
        if (inWeek && given.open().contains(key) && !idle.contains(date)) {
            return PersonDay.open(person, date, choices(person.zone(), date));
        }
        var entries = byRotation.getOrDefault(key, given.roster().day(key).entries());
        return PersonDay.fixed(
                person,
                date,
                entries.isEmpty() ? null : shift(-1, date, person.zone(), entries),
                inWeek);
    }

    private boolean isInWeek(LocalDate date) {
        return !date.isBefore(given.roster().from()) && !date.isAfter(given.roster().to());
    }

    private Shift shift(int template, LocalDate date, ZoneId zone, List<PlannedActivity> entries) {
        return Shift.of(template, date, zone, entries, rules, given.categories());
    }

    /// The shifts of all templates on a date; people of one zone share them.
    private Map<Option, Shift> choices(ZoneId zone, LocalDate date) {
        return choices.computeIfAbsent(zone, _ -> new HashMap<>())
                .computeIfAbsent(
                        date,
                        _ -> {
                            var all = new LinkedHashMap<Option, Shift>();
                            for (int i = 0; i < given.templates().size(); i++) {
                                var entries = given.templates().get(i).on(date, zone);
                                var shift = shift(i, date, zone, entries);
                                if (shift.isWork()) {
                                    all.put(new Option(i), shift);
                                }
                            }
                            return Map.copyOf(all);
                        });
    }

    private long unavailableMinutes(Person person, Shift shift) {
        var span = shift.span();
        if (span == null || shift.template() < 0) {
            return 0;
        }
        var entries = given.templates().get(shift.template()).on(shift.date(), person.zone());
        var day = new TreeMap<LocalDate, List<PlannedActivity>>(Map.of(shift.date(), entries));
        return rules
                .warnings(day, shift.date(), shift.date(), person.zone(), person.terms())
                .stream()
                .filter(each -> each.kind() == PlanWarning.Kind.UNAVAILABLE)
                .map(PlanWarning::found)
                .filter(Objects::nonNull)
                .mapToLong(Duration::toMinutes)
                .sum();
    }

    private Map<Burden, Integer> before(Agent agent) {
        var counts = new EnumMap<Burden, Integer>(Burden.class);
        for (var date = given.past().from();
                !date.isAfter(given.past().to());
                date = date.plusDays(1)) {
            var entries = given.past().day(new DayKey(agent.id(), date)).entries();
            var span = rules.shift(entries);
            if (span.isPresent()) {
                Burden.of(span.get(), date, agent.zone())
                        .forEach(burden -> counts.merge(burden, 1, Integer::sum));
            }
        }
        return counts;
    }

    // ------------------------------------------------------------------ what is needed

    /// What each group needs, and everybody together, by the start of each half hour.
    private Map<@Nullable GroupId, Map<Instant, Need>> needs(Set<Instant> borders) {
        var all = new HashMap<@Nullable GroupId, Map<Instant, Need>>();
        given.required()
                .forEach((group, required) -> {
                    var ofGroup = new LinkedHashMap<Instant, Need>();
                    var run = new ArrayList<HalfHour>();
                    for (var halfHour : required.halfHours()) {
                        var heads = halfHour.heads();
                        // Of a group only what is needed; of everybody also when nobody is, for
                        // somebody may be planned then.
                        boolean counts = group == null || (heads != null && heads > 0);
                        if (!counts || borders.contains(halfHour.start())) {
                            close(group, run, ofGroup);
                        }
                        if (counts) {
                            run.add(halfHour);
                        }
                    }
                    close(group, run, ofGroup);
                    all.put(group, ofGroup);
                });
        return all;
    }

    private static void close(
            @Nullable GroupId group, List<HalfHour> run, Map<Instant, Need> ofGroup) {
        if (!run.isEmpty()) {
            var need =
                    new Need(
                            group,
                            run.getFirst().start(),
                            run.stream()
                                    .map(HalfHour::heads)
                                    .map(heads -> heads == null ? 0 : heads)
                                    .toList());
            run.forEach(halfHour -> ofGroup.put(halfHour.start(), need));
            run.clear();
        }
    }

    /// The public holidays on which nobody is needed.
    private Set<LocalDate> idleHolidays() {
        var idle = new HashSet<LocalDate>();
        var whole = given.required().get(null);
        for (var date : given.holidays()) {
            if (isInWeek(date) && whole != null && !isNeeded(whole, date)) {
                idle.add(date);
            }
        }
        return idle;
    }

    private boolean isNeeded(RequiredHeads whole, LocalDate date) {
        return given.roster().people().stream()
                .map(Agent::zone)
                .distinct()
                .anyMatch(zone ->
                        whole.halfHours().stream()
                                .filter(each ->
                                        LocalDate.ofInstant(each.start(), zone).equals(date))
                                .anyMatch(each -> each.heads() != null && each.heads() > 0));
    }

    // ------------------------------------------------------------------ what was found

    /// The edits that make the found shifts the draft. The pauses of those who get one template on
    /// one date are staggered.
    List<DayEdit> edits(Week found) {
        record Together(int template, LocalDate date) {}
        var together = new HashMap<Together, List<PersonDay>>();
        var edits = new ArrayList<>(given.laidOut());
        for (var day : found.getDays()) {
            var shift = day.shift();
            if (day.isFixed()) {
                continue;
            }
            if (shift == null) {
                clear(given.roster().day(day.getKey()), edits);
            } else {
                together.computeIfAbsent(
                                new Together(shift.template(), day.date()), _ -> new ArrayList<>())
                        .add(day);
            }
        }
        together.forEach((which, days) -> edits.addAll(edits(which.template(), days)));
        return List.copyOf(edits);
    }

    /// Somebody whose drafted day is proposed anew may be free then.
    private static void clear(RosterDay day, Collection<DayEdit> edits) {
        if (!day.entries().isEmpty()) {
            edits.add(new DayEdit(day.key(), List.of(), day.seen()));
        }
    }

    private List<DayEdit> edits(int template, List<PersonDay> days) {
        var edits = new ArrayList<DayEdit>();
        for (int rank = 0; rank < days.size(); rank++) {
            var day = days.get(rank);
            edits.add(
                    new DayEdit(
                            day.getKey(),
                            given.templates()
                                    .get(template)
                                    .on(day.date(), day.person().zone(), rank, days.size()),
                            given.roster().day(day.getKey()).seen()));
        }
        return edits;
    }
}
