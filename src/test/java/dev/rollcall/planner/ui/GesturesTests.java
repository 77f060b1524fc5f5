package dev.rollcall.planner.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.Roster;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.Seen;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.ShiftTemplate.Pause;
import dev.rollcall.planner.ShiftTemplate.Stretch;
import dev.rollcall.planner.TemplateId;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What gestures mean, for Ada, Ben and Cy, who work in UTC, from Monday, 2 March 2026 on.
class GesturesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int ADA = 1;
    private static final int BEN = 2;
    private static final int CY = 3;

    private final Map<DayKey, RosterDay> days = new HashMap<>();

    private static DayKey day(int person, int date) {
        return new DayKey(new AgentId(person), MONDAY.plusDays(date));
    }

    private static Agent person(int id, String name) {
        return new Agent(
                new AgentId(id),
                name,
                name,
                null,
                new UnitId(1),
                Set.of(),
                Set.of(),
                null,
                ZoneId.of("UTC"),
                null,
                1);
    }

    private static Instant at(int date, String time) {
        return MONDAY.plusDays(date).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private static List<PlannedActivity> entries(int date, String... entries) {
        return Arrays.stream(entries)
                .map(entry -> entry.split("[ -]"))
                .map(parts ->
                        new PlannedActivity(
                                parts[0], TimeSpan.of(at(date, parts[1]), at(date, parts[2]))))
                .toList();
    }

    private void planned(int person, int date, String... entries) {
        var held = entries(date, entries);
        days.put(
                day(person, date),
                new RosterDay(day(person, date), held, held, new Seen(1, 0), null));
    }

    private static Category category(String activity) {
        return activity.equals("WORK") ? Category.WORK : Category.AUXILIARY;
    }

    private Gestures gestures() {
        for (int person = ADA; person <= CY; person++) {
            for (int date = 0; date < 14; date++) {
                days.computeIfAbsent(
                        day(person, date),
                        key -> new RosterDay(key, List.of(), List.of(), Seen.NOTHING, null));
            }
        }
        return new Gestures(sheet(0, 6), GesturesTests::category);
    }

    private Sheet sheet(int from, int to) {
        return new Sheet(
                new Roster(
                        List.of(person(ADA, "Ada"), person(BEN, "Ben"), person(CY, "Cy")),
                        MONDAY.plusDays(from),
                        MONDAY.plusDays(to),
                        days,
                        Map.of()));
    }

    private static Map<DayKey, List<PlannedActivity>> told(List<DayEdit> edits) {
        var told = new HashMap<DayKey, List<PlannedActivity>>();
        edits.forEach(edit -> told.put(edit.key(), edit.entries()));
        return told;
    }

    private List<DayEdit> pasted(List<DayKey> from, List<DayKey> to) {
        var gestures = gestures();
        return gestures.paste(gestures.copy(from), to);
    }

    @Test
    void plansWhatIsFreeAsTheWeekBeforeWas() {
        planned(ADA, 0, "WORK 08:00-16:00");
        planned(ADA, 1, "WORK 08:00-16:00");
        planned(ADA, 8, "WORK 10:00-18:00");
        gestures();
        var before = sheet(0, 6);

        assertThat(told(new Gestures(sheet(7, 13), GesturesTests::category).takeOver(before, 7)))
                .isEqualTo(Map.of(day(ADA, 7), entries(7, "WORK 08:00-16:00")));
    }

    @Test
    void movesADayToSomebodyElse() {
        planned(ADA, 0, "WORK 08:00-16:00");

        assertThat(told(gestures().move(List.of(day(ADA, 0)), 1, 0, false)))
                .isEqualTo(
                        Map.of(
                                day(ADA, 0),
                                List.of(),
                                day(BEN, 0),
                                entries(0, "WORK 08:00-16:00")));
    }

    @Test
    void leavesTheDayWhereItWasWhenItIsCopied() {
        planned(ADA, 0, "WORK 08:00-16:00");

        assertThat(told(gestures().move(List.of(day(ADA, 0)), 0, 2, true)))
                .isEqualTo(Map.of(day(ADA, 2), entries(2, "WORK 08:00-16:00")));
    }

    @Test
    void movesSeveralDaysOverEachOther() {
        planned(ADA, 0, "WORK 08:00-16:00");
        planned(ADA, 1, "WORK 10:00-18:00");

        assertThat(told(gestures().move(List.of(day(ADA, 0), day(ADA, 1)), 0, 1, false)))
                .isEqualTo(
                        Map.of(
                                day(ADA, 0),
                                List.of(),
                                day(ADA, 1),
                                entries(1, "WORK 08:00-16:00"),
                                day(ADA, 2),
                                entries(2, "WORK 10:00-18:00")));
    }

    @Test
    void movesNothingWhereThereIsNoRoom() {
        planned(ADA, 0, "WORK 08:00-16:00");

        assertThat(gestures().move(List.of(day(ADA, 0)), -1, 0, false)).isEmpty();
        assertThat(gestures().move(List.of(day(ADA, 0)), 0, 7, false)).isEmpty();
    }

    @Test
    void pastesOneDayOnEachOfTheChosen() {
        planned(ADA, 0, "WORK 08:00-16:00");

        assertThat(told(pasted(List.of(day(ADA, 0)), List.of(day(BEN, 0), day(CY, 1)))))
                .isEqualTo(
                        Map.of(
                                day(BEN, 0),
                                entries(0, "WORK 08:00-16:00"),
                                day(CY, 1),
                                entries(1, "WORK 08:00-16:00")));
    }

    @Test
    void pastesABlockFromTheFirstChosenDayOnAndLeavesOutWhatDoesNotFit() {
        planned(ADA, 0, "WORK 08:00-16:00");
        planned(BEN, 1, "WORK 10:00-18:00");

        assertThat(told(pasted(List.of(day(ADA, 0), day(BEN, 1)), List.of(day(BEN, 5)))))
                .isEqualTo(
                        Map.of(
                                day(BEN, 5),
                                entries(5, "WORK 08:00-16:00"),
                                day(CY, 6),
                                entries(6, "WORK 10:00-18:00")));
    }

    @Test
    void staggersThePausesOfThoseWhoGetATemplateTogether() {
        var template =
                new ShiftTemplate(
                        new TemplateId(1),
                        "Early",
                        null,
                        List.of(new Stretch(LocalTime.of(8, 0), LocalTime.of(16, 0))),
                        List.of(
                                new Pause(
                                        "LUNCH",
                                        Duration.ofMinutes(30),
                                        Duration.ofHours(3),
                                        Duration.ofHours(4))),
                        1);

        assertThat(
                        told(
                                gestures()
                                        .template(
                                                List.of(day(ADA, 0), day(BEN, 0), day(CY, 1)),
                                                template)))
                .isEqualTo(
                        Map.of(
                                day(ADA, 0),
                                entries(0, "WORK 08:00-16:00", "LUNCH 11:00-11:30"),
                                day(BEN, 0),
                                entries(0, "WORK 08:00-16:00", "LUNCH 11:15-11:45"),
                                day(CY, 1),
                                entries(1, "WORK 08:00-16:00", "LUNCH 11:30-12:00")));
    }

    @Test
    void emptiesOnlyDaysThatHoldSomething() {
        planned(ADA, 0, "WORK 08:00-16:00");

        assertThat(told(gestures().clear(List.of(day(ADA, 0), day(ADA, 1)))))
                .isEqualTo(Map.of(day(ADA, 0), List.of()));
    }

    @Test
    void takesBreaksAlongWithTheWorkTheyLieIn() {
        planned(ADA, 0, "WORK 08:00-12:00", "BREAK 10:00-10:15", "WORK 14:00-18:00");

        assertThat(told(gestures().shift(day(ADA, 0), 0, Duration.ofMinutes(30))))
                .isEqualTo(
                        Map.of(
                                day(ADA, 0),
                                entries(
                                        0,
                                        "WORK 08:30-12:30",
                                        "BREAK 10:30-10:45",
                                        "WORK 14:00-18:00")));
    }

    @Test
    void movesABreakAlone() {
        planned(ADA, 0, "WORK 08:00-12:00", "BREAK 10:00-10:15");

        assertThat(told(gestures().shift(day(ADA, 0), 1, Duration.ofMinutes(-15))))
                .isEqualTo(
                        Map.of(day(ADA, 0), entries(0, "WORK 08:00-12:00", "BREAK 09:45-10:00")));
    }

    @Test
    void stretchesTheWorkWhenNoEntryIsChosen() {
        planned(ADA, 0, "BREAK 10:00-10:15", "WORK 08:00-12:00");

        assertThat(told(gestures().stretch(day(ADA, 0), -1, Duration.ZERO, Duration.ofHours(1))))
                .isEqualTo(
                        Map.of(day(ADA, 0), entries(0, "BREAK 10:00-10:15", "WORK 08:00-13:00")));
    }

    @Test
    void doesNotTurnAnEntryInsideOut() {
        planned(ADA, 0, "WORK 08:00-12:00");

        assertThat(gestures().stretch(day(ADA, 0), 0, Duration.ofHours(5), Duration.ZERO))
                .isEmpty();
    }

    @Test
    void doesNothingToAnEntryThatIsGone() {
        planned(ADA, 0, "WORK 08:00-12:00");

        assertThat(gestures().remove(day(ADA, 0), 3)).isEmpty();
    }

    @Test
    void takesStepsBackUnlessSomebodyCameBetween() {
        planned(ADA, 0, "WORK 08:00-16:00");
        var roster =
                new Roster(List.of(person(ADA, "Ada")), MONDAY, MONDAY, Map.copyOf(days), Map.of());
        var sheet = new Sheet(roster);
        var steps = new Steps();
        var edits = List.of(sheet.edit(sheet.day(day(ADA, 0)).orElseThrow(), List.of()));
        steps.did(Steps.step(sheet, edits));
        sheet.take(drafted("KIM", 1));

        assertThat(steps.undo(sheet).orElseThrow())
                .extracting(DayEdit::entries)
                .containsExactly(entries(0, "WORK 08:00-16:00"));

        sheet.take(drafted("LEE", 2, "WORK 06:00-07:00"));
        assertThat(steps.undo(sheet)).isEmpty();
    }

    @Test
    void doesNotLetOldNewsPassForNew() {
        planned(ADA, 0, "WORK 08:00-16:00");
        var sheet =
                new Sheet(
                        new Roster(
                                List.of(person(ADA, "Ada")),
                                MONDAY,
                                MONDAY,
                                Map.copyOf(days),
                                Map.of()));

        assertThat(sheet.take(drafted("LEE", 2))).hasSize(1);
        assertThat(sheet.take(drafted("KIM", 1, "WORK 06:00-07:00"))).isEmpty();
        assertThat(sheet.day(day(ADA, 0)).orElseThrow().entries()).isEmpty();
    }

    private List<RosterDay> drafted(String by, long revision, String... entries) {
        return new ArrayList<>(
                List.of(
                        new RosterDay(
                                day(ADA, 0),
                                entries(0, entries),
                                entries(0, "WORK 08:00-16:00"),
                                new Seen(1, revision),
                                new RosterDay.Draft(1, by, Instant.EPOCH))));
    }
}
