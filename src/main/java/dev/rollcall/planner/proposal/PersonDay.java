package dev.rollcall.planner.proposal;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import dev.rollcall.people.GroupId;
import dev.rollcall.planner.DayKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One person on one date: which shift, if any, is what the search decides. What is planned already
/// is fixed.
///
/// Public because the solver asks for it; everything in it stays in the package.
@PlanningEntity
public class PersonDay {

    @PlanningId private DayKey key;
    private Person person;
    private boolean inWeek;
    @PlanningPin private boolean fixed;

    @PlanningVariable(allowsUnassigned = true)
    private @Nullable Option option;

    private @Nullable Shift planned;
    private Map<Option, Shift> choices;

    /// What each choice counts for, and how long somebody cannot be there: looked up at each step
    /// of the search. What was planned before under null.
    private Map<@Nullable Option, Effect> effects;

    private static final Effect NOTHING = new Effect(List.of(), 0, 0);

    private record Effect(List<Need> covered, long unavailableMinutes, long unmetWishes) {}

    /// The search makes copies of its own.
    @SuppressWarnings("NullAway.Init")
    public PersonDay() {}

    private PersonDay(
            DayKey key,
            Person person,
            boolean inWeek,
            boolean fixed,
            Map<Option, Shift> choices,
            @Nullable Shift planned) {
        this.key = key;
        this.person = person;
        this.inWeek = inWeek;
        this.fixed = fixed;
        this.choices = choices;
        this.planned = planned;
        this.effects = new HashMap<>();
    }

    /// A day the search fills.
    ///
    /// @param choices the shift each template means on that date
    static PersonDay open(Person person, LocalDate date, Map<Option, Shift> choices) {
        return new PersonDay(new DayKey(person.id(), date), person, true, false, choices, null);
    }

    /// A day that stays as it is.
    ///
    /// @param inWeek false: it lies outside, and only keeps its neighbours in check
    static PersonDay fixed(Person person, LocalDate date, @Nullable Shift shift, boolean inWeek) {
        return new PersonDay(new DayKey(person.id(), date), person, inWeek, true, Map.of(), shift);
    }

    /// Works out what each possible shift would mean.
    ///
    /// @param needs by group and by the start of each of their half hours; of everybody under null
    void prepare(
            Map<@Nullable GroupId, Map<Instant, Need>> needs,
            ToLongFunction<Shift> unavailableMinutes) {
        choices.forEach((each, shift) ->
                effects.put(each, effect(shift, needs, unavailableMinutes.applyAsLong(shift))));
        if (planned != null) {
            effects.put(null, effect(planned, needs, 0));
        }
    }

    private Effect effect(
            Shift shift, Map<@Nullable GroupId, Map<Instant, Need>> needs, long unavailable) {
        var covered = new ArrayList<Need>();
        cover(needs.get(null), shift, covered);
        person.groups().forEach(group -> cover(needs.get(group), shift, covered));
        return new Effect(List.copyOf(covered), unavailable, person.unmetWishes(shift));
    }

    private static void cover(@Nullable Map<Instant, Need> needs, Shift shift, List<Need> covered) {
        if (needs != null) {
            shift.halfHours().stream()
                    .map(needs::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(covered::add);
        }
    }

    public DayKey getKey() {
        return key;
    }

    LocalDate date() {
        return key.date();
    }

    Person person() {
        return person;
    }

    /// Whether it counts for the week, rather than only keeping its neighbours in check.
    boolean isInWeek() {
        return inWeek;
    }

    public boolean isFixed() {
        return fixed;
    }

    Collection<Shift> choices() {
        return choices.values();
    }

    /// Every shift there may be on that date.
    Collection<Shift> possible() {
        return planned == null ? choices.values() : List.of(planned);
    }

    public @Nullable Option getOption() {
        return option;
    }

    public void setOption(@Nullable Option decided) {
        option = decided;
    }

    /// What the person does on that date; null: nothing.
    @Nullable Shift shift() {
        return option == null ? planned : choices.get(option);
    }

    boolean isWork() {
        var shift = shift();
        return shift != null && shift.isWork();
    }

    long paidMinutes() {
        var shift = shift();
        return shift == null ? 0 : shift.paidMinutes();
    }

    List<Burden> burdens() {
        var shift = shift();
        return shift == null ? List.of() : List.copyOf(shift.burdens());
    }

    private Effect effect() {
        var found = effects.get(option);
        return found == null ? NOTHING : found;
    }

    List<Need> covered() {
        return effect().covered();
    }

    long unavailableMinutes() {
        return effect().unavailableMinutes();
    }

    long unmetWishes() {
        return effect().unmetWishes();
    }

    /// How many minutes of rest are missing between this day's shift and that of a later date.
    long missingRest(PersonDay later) {
        var own = shift();
        var next = later.shift();
        return own == null || next == null ? 0 : own.missingRest(next, person.terms().rest());
    }

    /// By how many minutes the shift of the day after begins later than this day's; below zero:
    /// earlier; 0 without a shift on one of them.
    long moved(PersonDay next) {
        var own = shift();
        var other = next.shift();
        return own == null || other == null || !own.isWork() || !other.isWork()
                ? 0
                : own.movedTo(other);
    }

    /// The minute of the day at which its shift begins, 0 without one.
    long beginsAt() {
        var own = shift();
        return own == null || !own.isWork() ? 0 : own.beginsAt();
    }

    long movedHalfHours(PersonDay next) {
        return Math.abs(moved(next)) / 30;
    }

    long dayNumber() {
        return key.date().toEpochDay();
    }

    long nextDayNumber() {
        return dayNumber() + 1;
    }

    @Override
    public String toString() {
        return key + " " + shift();
    }
}
