package dev.rollcall.planner.proposal;

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
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A floor of people in two groups, full time, open from 06:00 to 22:00, whose week is free. A
/// third of them chats, the others take calls; for each five people one is needed at any time.
public final class WeekOfPeople {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final GroupId CHAT = new GroupId(7);
    private static final GroupId CALLS = new GroupId(8);

    final Map<DayKey, RosterDay> days = new HashMap<>();
    private final Map<DayKey, RosterDay> past = new HashMap<>();
    private final List<Agent> people = new ArrayList<>();
    private final Map<AgentId, Terms> terms = new HashMap<>();
    final Set<DayKey> open = new HashSet<>();

    /// @param count a multiple of fifteen
    public WeekOfPeople(int count) {
        for (int id = 1; id <= count; id++) {
            if (id % 3 == 0) {
                hire(id, CHAT);
            } else {
                hire(id, CALLS);
            }
        }
    }

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
        for (var date = MONDAY.minusDays(28);
                date.isBefore(MONDAY.plusDays(8));
                date = date.plusDays(1)) {
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

    WeekMaker maker() {
        var required = new HashMap<@Nullable GroupId, RequiredHeads>();
        required.put(null, needed(people.size() / 5));
        required.put(CHAT, needed(people.size() / 15));
        required.put(CALLS, needed(people.size() * 2 / 15));
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
                        List.of(),
                        Set.of(),
                        activity -> activity.equals("WORK") ? Category.WORK : Category.AUXILIARY,
                        activity -> activity.equals("WORK")));
    }

    /// How a search went.
    ///
    /// @param keepsEveryMust whether no rule is broken that must not be
    /// @param untilKept milliseconds until the first week that keeps them
    /// @param greedy heads times half hours that are missing in the greedy start
    /// @param missing and in the week that was found
    /// @param needed heads times half hours that are needed
    public record Outcome(
            boolean keepsEveryMust, double untilKept, long greedy, long missing, long needed) {}

    /// Searches for as long as that.
    public Outcome search(Duration limit) {
        long begin = System.nanoTime();
        var start = new AtomicReference<@Nullable Week>();
        var kept = new AtomicLong();
        var found =
                new Search(
                                limit,
                                limit,
                                new Search.Listener() {
                                    @Override
                                    public void greedy(Week week) {
                                        start.set(week);
                                        better(week);
                                    }

                                    @Override
                                    public void better(Week week) {
                                        var score = week.getScore();
                                        if (score != null && score.isFeasible()) {
                                            kept.compareAndSet(0, System.nanoTime() - begin);
                                        }
                                    }
                                })
                        .run(maker().week());
        var account = Accounting.of(found);
        return new Outcome(
                account.keepsEveryMust(),
                kept.get() / 1e6,
                Accounting.of(Objects.requireNonNull(start.get())).missingHalfHours(),
                account.missingHalfHours(),
                account.neededHalfHours());
    }
}
