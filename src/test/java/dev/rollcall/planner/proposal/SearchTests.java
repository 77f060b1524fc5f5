package dev.rollcall.planner.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.Seen;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The search for a week of fifteen people in two groups, open from 06:00 to 22:00.
class SearchTests {

    private static final Predicate<Week> WEEK_IS_COVERED =
            week -> Objects.requireNonNull(week.getScore()).mediumScore() == 0;

    private final WeekOfPeople floor = new WeekOfPeople(15);

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
        var account = Accounting.of(search(floor.maker(), WEEK_IS_COVERED));

        assertThat(account.keepsEveryMust()).isTrue();
        assertThat(account.missingHalfHours()).isZero();
        assertThat(account.of(Rule.NOBODY_LEFT)).isEmpty();
        assertThat(account.withAgreedHours()).isEqualTo(15);
    }

    @Test
    void isBetterThanItsGreedyStart() {
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

        search.get().run(floor.maker().week());

        assertThat(best.get().getScore()).isGreaterThan(start.get().getScore());
        assertThat(Accounting.of(start.get()).keepsEveryMust()).isTrue();
    }

    @Test
    void leavesWhatIsPlannedAsItIs() {
        var key = new DayKey(new AgentId(1), WeekOfPeople.MONDAY);
        var shift =
                List.of(
                        new PlannedActivity(
                                "WORK",
                                TimeSpan.of(
                                        WeekOfPeople.MONDAY.atTime(10, 0).toInstant(ZoneOffset.UTC),
                                        WeekOfPeople.MONDAY
                                                .atTime(18, 0)
                                                .toInstant(ZoneOffset.UTC))));
        floor.days.put(key, new RosterDay(key, shift, shift, new Seen(1, 0), null));
        floor.open.remove(key);
        var maker = floor.maker();

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
        var maker = floor.maker();

        var edits = maker.edits(search(maker, _ -> true));

        var lunches =
                edits.stream()
                        .filter(edit -> edit.key().date().equals(WeekOfPeople.MONDAY))
                        .flatMap(edit -> edit.entries().stream())
                        .filter(entry -> entry.activity().equals("LUNCH"))
                        .map(entry -> entry.span().start())
                        .toList();
        assertThat(lunches).isNotEmpty();
        assertThat(lunches.stream().distinct().count()).isGreaterThan(2);
    }
}
