package dev.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.demo.Person.Habit;
import dev.rollcall.demo.ToldFloor.Shift;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.presence.PresenceState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whether a supervisor would believe the demo's floor: six weeks of it, looked at every ten
/// minutes, from the script alone.
class FloorTests {

    private static final Instant FOUNDED = Instant.parse("2026-03-04T09:30:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 21);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 5);
    private static final ToldFloor FLOOR = new ToldFloor(FOUNDED, FIRST, LAST);

    /// From the second day, whose night shifts began on the first, to the last but one.
    private static final List<List<State>> LOOKS =
            Stream.iterate(
                            Instant.parse("2026-01-22T12:00:00Z"),
                            at -> at.isBefore(Instant.parse("2026-03-05T00:00:00Z")),
                            at -> at.plus(Duration.ofMinutes(10)))
                    .map(FLOOR::at)
                    .toList();

    @Test
    void anyTimeOfTheDayShowsABusyFloor() {
        assertThat(LOOKS).allSatisfy(states -> assertThat(states).hasSizeBetween(9, 26));
    }

    @Test
    void mostPeopleDoAsPlanned() {
        long all = LOOKS.stream().mapToLong(Collection::size).sum();
        long well = LOOKS.stream().mapToLong(states -> count(states, isWell())).sum();

        assertThat(100.0 * well / all).isBetween(85.0, 92.0);
        assertThat(LOOKS)
                .filteredOn(states -> count(states, isWell()) < 0.7 * states.size())
                .hasSizeLessThan(LOOKS.size() / 50);
    }

    @Test
    void somebodyNeedsASupervisorNearlyAlways() {
        assertThat(share(state -> state == State.OUT || state == State.SEVERE))
                .isBetween(0.75, 0.98);
        assertThat(share(state -> state == State.SEVERE)).isBetween(0.4, 0.8);
        assertThat(share(state -> state == State.GRACE)).isBetween(0.1, 0.6);
        assertThat(share(state -> state == State.UNKNOWN)).isBetween(0.05, 0.3);
    }

    @Test
    void lessThanHalfOfADaysPeopleWereOutForLong() {
        long severe =
                FLOOR.shifts().stream().filter(s -> s.in(State.SEVERE).toMinutes() > 0).count();

        assertThat((double) severe / FLOOR.shifts().size()).isBetween(0.3, 0.55);
    }

    @Test
    void nowAndThenSomebodyDoesNotComeAtAll() {
        assertThat(FLOOR.shifts())
                .filteredOn(shift -> shift.events().isEmpty())
                .hasSizeBetween(20, 70);
    }

    @Test
    void whoeverSeesTheDemoFirstSeesASilentFeedAndSomebodyOut() {
        assertThat(FLOOR.at(FOUNDED)).contains(State.UNKNOWN, State.IN);
    }

    @Test
    void theChronicLateComerIsLateMostDaysAndTheSingleSlipIsSingle() {
        var late = by(Habit.LATE_COMER).stream().filter(s -> s.at(early(s)) != State.IN).toList();
        assertThat(late).hasSizeGreaterThan(by(Habit.LATE_COMER).size() / 2);

        var slips =
                by(Habit.ONE_SLIP).stream()
                        .filter(shift -> shift.in(State.SEVERE).toMinutes() > 0)
                        .collect(Collectors.groupingBy(shift -> shift.person().name()));
        assertThat(slips).hasSizeBetween(1, 2);
        assertThat(slips.values()).allSatisfy(days -> assertThat(days).hasSize(1));
    }

    @Test
    void lunchesRunLateForThoseWhoAreKnownForIt() {
        assertThat(minutesOut(Habit.LONG_LUNCH)).isGreaterThan(minutesOut(Habit.ONE_SLIP) + 10);
    }

    @Test
    void callsRunIntoTheBreaksOfThoseWhoAreKnownForIt() {
        assertThat(minutesOut(Habit.OVERRUN_CALLS)).isGreaterThan(minutesOut(Habit.ONE_SLIP) + 10);
    }

    @Test
    void aGhostIsAvailableAndTouchesNothing() {
        var idle =
                by(Habit.GHOST).stream()
                        .filter(shift ->
                                shift.events().stream().noneMatch(WorkStarted.class::isInstance))
                        .toList();

        assertThat(idle).hasSizeGreaterThan(by(Habit.GHOST).size() / 2);
        assertThat(idle).allSatisfy(shift -> assertThat(minutesOut(shift)).isLessThan(40));
    }

    @Test
    void everyItemThatIsStartedEndsAndTheDayEndsAway() {
        assertThat(FLOOR.shifts())
                .filteredOn(shift -> !shift.events().isEmpty())
                .allSatisfy(shift -> {
                    assertThat(openItems(shift)).isEmpty();
                    assertThat(statuses(shift).getLast().state()).isEqualTo(PresenceState.AWAY);
                });
    }

    private static List<String> openItems(Shift shift) {
        var open = new ArrayList<String>();
        for (var event : shift.events()) {
            switch (event) {
                case WorkStarted started -> open.add(started.workItem());
                case WorkEnded ended ->
                        assertThat(open.remove(ended.workItem())).as(ended.id()).isTrue();
                case StatusChanged status when status.state().equals(PresenceState.AWAY) ->
                        open.clear();
                default -> {}
            }
        }
        return open;
    }

    @Test
    void whoeverHasClockedOutIsSpokenForByNobodyWhoMayFallSilent() {
        assertThat(FLOOR.shifts())
                .filteredOn(shift -> shift.person().homeOffice() && !shift.events().isEmpty())
                .isNotEmpty()
                .allSatisfy(shift ->
                        assertThat(shift.events().getLast().source())
                                .isEqualTo(DayScript.TELEPHONY));
    }

    @Test
    void theSameDayIsToldTheSameWayWheneverOneAsks() {
        var person = Roster.PEOPLE.get(3);
        var date = FIRST.datesUntil(LAST).filter(person::works).findFirst().orElseThrow();

        var once = new Script(FOUNDED).of(person, date, Rota.plan(person, date));

        assertThat(once)
                .isEqualTo(of(person, date).events())
                .extracting(PresenceEvent::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void theDemosAgentHasNoSlips() {
        assertThat(FLOOR.shifts())
                .filteredOn(shift -> shift.person().externalId().equals(Roster.DEMO_AGENT))
                .isNotEmpty()
                .allSatisfy(shift ->
                        assertThat(shift.in(State.SEVERE)).isLessThan(Duration.ofMinutes(17)));
    }

    private static Predicate<State> isWell() {
        return state -> state == State.IN || state == State.GRACE;
    }

    private static long count(List<State> states, Predicate<State> what) {
        return states.stream().filter(what).count();
    }

    /// In how many looks of all somebody stands so.
    private static double share(Predicate<State> what) {
        return (double) LOOKS.stream().filter(states -> states.stream().anyMatch(what)).count()
                / LOOKS.size();
    }

    private static List<Shift> by(Habit habit) {
        return FLOOR.shifts().stream().filter(shift -> shift.person().habit() == habit).toList();
    }

    private static Shift of(Person person, LocalDate date) {
        return FLOOR.shifts().stream()
                .filter(shift -> shift.person().equals(person) && shift.date().equals(date))
                .findFirst()
                .orElseThrow();
    }

    private static Instant early(Shift shift) {
        return shift.span().start().plusSeconds(170);
    }

    private static double minutesOut(Habit habit) {
        return by(habit).stream().mapToDouble(FloorTests::minutesOut).average().orElseThrow();
    }

    private static double minutesOut(Shift shift) {
        return shift.in(State.OUT).plus(shift.in(State.SEVERE)).toMinutes();
    }

    private static List<StatusChanged> statuses(Shift shift) {
        return shift.events().stream()
                .filter(StatusChanged.class::isInstance)
                .map(StatusChanged.class::cast)
                .toList();
    }
}
