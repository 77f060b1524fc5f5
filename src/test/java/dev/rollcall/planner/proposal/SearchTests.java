package dev.rollcall.planner.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.demand.RequiredHeads;
import dev.rollcall.demand.RequiredHeads.HalfHour;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.PlannedHeads;
import dev.rollcall.planner.Roster;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.Seen;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.ShiftTemplate.Pause;
import dev.rollcall.planner.ShiftTemplate.Stretch;
import dev.rollcall.planner.TemplateId;
import dev.rollcall.planner.Terms;
import dev.rollcall.planner.Terms.Contract;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The search for a week of fifteen people in two groups, open from 06:00 to 22:00.
class SearchTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final GroupId CHAT = new GroupId(7);
    private static final GroupId CALLS = new GroupId(8);

    private final Map<DayKey, RosterDay> days = new HashMap<>();
    private final Map<DayKey, RosterDay> past = new HashMap<>();
    private final List<Agent> people = new ArrayList<>();
    private final Map<AgentId, Terms> terms = new HashMap<>();
    private final Set<DayKey> open = new HashSet<>();

    private void hire(int id, GroupId... groups) {
        var agent =
                new Agent(
                        new AgentId(id),
                        "a" + id,
                        "Agent " + id,
                        null,
                        new UnitId(1),
                        Set.of(),
                        Set.of(groups),
                        null,
                        ZoneOffset.UTC,
                        null,
                        1);
        people.add(agent);
        terms.put(
                agent.id(),
                new Terms(
                        new Contract(MONDAY, Duration.ofHours(40), 5, Terms.USUAL_REST, 1),
                        List.of()));
        for (var date = MONDAY.minusDays(28); date.isBefore(MONDAY.plusDays(8)); date = date.plusDays(1)) {
            var key = new DayKey(agent.id(), date);
            var day = new RosterDay(key, List.of(), List.of(), Seen.NOTHING, null);
            (date.isBefore(MONDAY.minusDays(1)) ? past : days).put(key, day);
            past.put(key, day);
            if (!date.isBefore(MONDAY) && date.isBefore(MONDAY.plusDays(7))) {
                open.add(key);
            }
        }
    }

    private static ShiftTemplate template(int id, String from, String to) {
        return new ShiftTemplate(
                new TemplateId(id),
                from,
                null,
                List.of(new Stretch(LocalTime.parse(from), LocalTime.parse(to))),
                List.of(
                        new Pause(
                                "LUNCH",
                                Duration.ofMinutes(30),
                                Duration.ofHours(3),
                                Duration.ofHours(4))),
                1);
    }

    private static RequiredHeads needed(int heads) {
        var halfHours = new ArrayList<HalfHour>();
        var start = MONDAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        for (int i = 0; i < 7 * 48; i++) {
            var at = start.plus(PlannedHeads.STEP.multipliedBy(i));
            int hour = at.atZone(ZoneOffset.UTC).getHour();
            halfHours.add(new HalfHour(at, hour >= 6 && hour < 22 ? heads : null));
        }
        return new RequiredHeads(halfHours);
    }

    private WeekMaker maker() {
        var required = new HashMap<GroupId, RequiredHeads>();
        required.put(null, needed(3));
        required.put(CHAT, needed(1));
        required.put(CALLS, needed(2));
        return new WeekMaker(
                new WeekMaker.Given(
                        new Roster(people, MONDAY, MONDAY.plusDays(6), days, terms),
                        new Roster(people, MONDAY.minusDays(28), MONDAY.minusDays(1), past, terms),
                        List.of(
                                template(1, "06:00", "14:30"),
                                template(2, "08:00", "16:30"),
                                template(3, "13:30", "22:00")),
                        required,
                        Map.of(),
                        open,
                        Set.of(),
                        activity -> activity.equals("WORK") ? Category.WORK : Category.AUXILIARY,
                        activity -> activity.equals("WORK")));
    }

    private void team() {
        for (int id = 1; id <= 15; id++) {
            if (id % 3 == 0) {
                hire(id, CHAT);
            } else {
                hire(id, CALLS);
            }
        }
    }

    /// Ends with the first week that is good enough.
    private static Week search(WeekMaker maker, Predicate<Week> isEnough) {
        var search = new AtomicReference<Search>();
        search.set(
                new Search(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        new Search.Listener() {
                            @Override
                            public void greedy(Week week) {
                                better(week);
                            }

                            @Override
                            public void better(Week week) {
                                if (isEnough.test(week)) {
                                    search.get().stop();
                                }
                            }
                        }));
        return search.get().run(maker.week());
    }

    @Test
    void findsAWeekThatKeepsEveryMustAndLeavesNoGroupAlone() {
        team();

        var account =
                Accounting.of(search(maker(), week -> week.getScore().mediumScore() == 0));

        assertThat(account.keepsEveryMust()).isTrue();
        assertThat(account.missingHalfHours()).isZero();
        assertThat(account.of(Rule.NOBODY_LEFT)).isEmpty();
        assertThat(account.withAgreedHours()).isEqualTo(15);
    }

    @Test
    void isBetterThanItsGreedyStart() {
        team();
        var start = new AtomicReference<Week>();
        var best = new AtomicReference<Week>();
        var search = new AtomicReference<Search>();
        search.set(
                new Search(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        new Search.Listener() {
                            @Override
                            public void greedy(Week week) {
                                start.set(week);
                            }

                            @Override
                            public void better(Week week) {
                                best.set(week);
                                search.get().stop();
                            }
                        }));

        search.get().run(maker().week());

        assertThat(best.get().getScore()).isGreaterThan(start.get().getScore());
        assertThat(Accounting.of(start.get()).keepsEveryMust()).isTrue();
    }

    @Test
    void leavesWhatIsPlannedAsItIs() {
        team();
        var key = new DayKey(new AgentId(1), MONDAY);
        var shift =
                List.of(
                        new PlannedActivity(
                                "WORK",
                                TimeSpan.of(
                                        MONDAY.atTime(10, 0).toInstant(ZoneOffset.UTC),
                                        MONDAY.atTime(18, 0).toInstant(ZoneOffset.UTC))));
        days.put(key, new RosterDay(key, shift, shift, new Seen(1, 0), null));
        open.remove(key);
        var maker = maker();

        var found = search(maker, _ -> true);

        assertThat(found.getDays().stream().filter(day -> day.getKey().equals(key)).findFirst())
                .get()
                .satisfies(day -> {
                    assertThat(day.isFixed()).isTrue();
                    assertThat(day.paidMinutes()).isEqualTo(480);
                });
        assertThat(maker.edits(found)).noneMatch(edit -> edit.key().equals(key));
    }

    @Test
    void pausesOfThoseWhoGetOneTemplateAreStaggered() {
        team();
        var maker = maker();

        var edits = maker.edits(search(maker, _ -> true));

        var lunches =
                edits.stream()
                        .filter(edit -> edit.key().date().equals(MONDAY))
                        .flatMap(edit -> edit.entries().stream())
                        .filter(entry -> entry.activity().equals("LUNCH"))
                        .map(entry -> entry.span().start())
                        .toList();
        assertThat(lunches).isNotEmpty();
        assertThat(lunches.stream().distinct().count()).isGreaterThan(2);
    }
}
