package dev.rollcall.reports;

import dev.rollcall.adherence.Pattern.Way;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.reports.DayFacts.Happened;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A place in the plan where many people do something else again and again: there the plan is at
/// fault, not the people. Pure.
///
/// A place is a weekday and a half hour of a unit's plan, and what happens there. It is at fault
/// when at least [#PEOPLE] people left the plan there, on at least [#DATES] dates, and on at least
/// half of the days on which people were planned there. The thought is Deming's: what happens to
/// most people at one place has its cause in the system, what happens to one has it in the person
/// (*Out of the Crisis*, on common and special causes). The three numbers are ours.
///
/// @param halfHour of the clock on each person's wall
/// @param activity what was planned there
/// @param about what was not done as planned, or what came before and went on
/// @param people how many people left the plan there
/// @param days how many days of people that was
/// @param of how many days of people were planned there
/// @param dates on how many dates
public record ScheduleFault(
        UnitId unit,
        DayOfWeek weekday,
        int halfHour,
        String activity,
        Way way,
        String about,
        int people,
        int days,
        int of,
        int dates) {

    public static final int PEOPLE = 5;
    public static final int DATES = 3;
    private static final int HALF = 2;

    private record Place(
            UnitId unit, DayOfWeek weekday, int halfHour, String activity, Way way, String about) {}

    private record Planned(UnitId unit, DayOfWeek weekday, int halfHour, String activity) {}

    private static final class Seen {
        private final Set<AgentId> people = new HashSet<>();
        private final Set<LocalDate> dates = new HashSet<>();
        private int days;
    }

    /// @param days of many people, in any order
    /// @return those with the most people first
    public static List<ScheduleFault> in(Collection<DayFacts> days) {
        var planned = new HashMap<Planned, Integer>();
        var seen = new HashMap<Place, Seen>();
        for (var day : days) {
            var weekday = day.date().getDayOfWeek();
            for (var activity : day.activities()) {
                for (int slot = 0; slot < HalfHours.COUNT; slot++) {
                    if (HalfHours.contains(activity.slots(), slot)) {
                        planned.merge(
                                new Planned(day.unit(), weekday, slot, activity.activity()),
                                1,
                                Integer::sum);
                    }
                }
            }
            places(day, weekday).forEach(place -> add(seen, place, day));
        }
        var faults = new ArrayList<ScheduleFault>();
        seen.forEach((place, who) -> {
            int of =
                    planned.getOrDefault(
                            new Planned(
                                    place.unit(),
                                    place.weekday(),
                                    place.halfHour(),
                                    place.activity()),
                            0);
            if (who.people.size() >= PEOPLE && who.dates.size() >= DATES && who.days * HALF >= of) {
                faults.add(fault(place, who, of));
            }
        });
        faults.sort(
                Comparator.comparing(ScheduleFault::people)
                        .thenComparing(ScheduleFault::days)
                        .reversed()
                        .thenComparing(ScheduleFault::weekday)
                        .thenComparing(ScheduleFault::halfHour)
                        .thenComparing(ScheduleFault::activity));
        return faults;
    }

    /// Each place once a day.
    private static Set<Place> places(DayFacts day, DayOfWeek weekday) {
        var places = new HashSet<Place>();
        for (Happened each : day.happened()) {
            places.add(
                    new Place(
                            day.unit(),
                            weekday,
                            each.slot(),
                            each.activity(),
                            each.way(),
                            each.about()));
        }
        return places;
    }

    private static void add(Map<Place, Seen> seen, Place place, DayFacts day) {
        var who = seen.computeIfAbsent(place, _ -> new Seen());
        who.people.add(day.agent());
        who.dates.add(day.date());
        who.days++;
    }

    private static ScheduleFault fault(Place place, Seen who, int of) {
        return new ScheduleFault(
                place.unit(),
                place.weekday(),
                place.halfHour(),
                place.activity(),
                place.way(),
                place.about(),
                who.people.size(),
                who.days,
                Math.max(of, who.days),
                who.dates.size());
    }
}
