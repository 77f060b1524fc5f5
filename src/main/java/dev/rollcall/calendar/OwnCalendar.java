package dev.rollcall.calendar;

import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.OwnAdherence;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.Timelines;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.Holidays;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.TimeSpan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The calendar of whoever asks: what is planned for them, and what they did.
@Service
public class OwnCalendar {

    /// How many days one may ask for at a time.
    public static final int MOST_DAYS = 42;

    private final Directory directory;
    private final Schedules schedules;
    private final WorkforceManagement workforce;
    private final Activities activities;
    private final Timelines timelines;
    private final Holidays holidays;
    private final OwnAdherence adherence;
    private final Access access;
    private final ApplicationClock clock;

    OwnCalendar(
            Directory directory,
            Schedules schedules,
            WorkforceManagement workforce,
            Activities activities,
            Timelines timelines,
            Holidays holidays,
            OwnAdherence adherence,
            Access access,
            ApplicationClock clock) {
        this.directory = directory;
        this.schedules = schedules;
        this.workforce = workforce;
        this.activities = activities;
        this.timelines = timelines;
        this.holidays = holidays;
        this.adherence = adherence;
        this.access = access;
        this.clock = clock;
    }

    /// The agent the viewer is; empty when they are none, and so have no calendar.
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public Optional<Agent> owner() {
        return access.viewer().agent().flatMap(directory::agent);
    }

    /// Some days in a row, in the viewer's own zone; empty for who is no agent.
    ///
    /// @param number how many, 1 to [#MOST_DAYS]
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public List<CalendarDay> days(LocalDate from, int number) {
        if (number < 1 || number > MOST_DAYS) {
            throw new IllegalArgumentException("A calendar has 1 to " + MOST_DAYS + " days");
        }
        return owner().map(agent -> days(agent, from, number)).orElse(List.of());
    }

    /// Some days in a row as a month shows them: each with the shift that is owned by its date,
    /// wherever its hours fall; empty for who is no agent.
    ///
    /// @param number how many, 1 to [#MOST_DAYS]
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public List<MonthDay> month(LocalDate from, int number) {
        if (number < 1 || number > MOST_DAYS) {
            throw new IllegalArgumentException("A calendar has 1 to " + MOST_DAYS + " days");
        }
        return owner().map(agent -> month(agent, from, number)).orElse(List.of());
    }

    private List<MonthDay> month(Agent agent, LocalDate from, int number) {
        var to = from.plusDays(number - 1L);
        var plans = new HashMap<LocalDate, DayPlan>();
        plans(agent, from, to).forEach(plan -> plans.put(plan.date(), plan));
        return from.datesUntil(to.plusDays(1))
                .map(date -> MonthDay.of(date, plans.get(date), activities))
                .toList();
    }

    /// None while workforce management is switched off.
    private List<DayPlan> plans(Agent agent, LocalDate from, LocalDate to) {
        return workforce.isOn()
                ? schedules.plans(List.of(agent.id()), from, to).getOrDefault(agent.id(), List.of())
                : List.of();
    }

    /// Whether plans are shown: while workforce management is switched on.
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public boolean showsPlans() {
        return workforce.isOn();
    }

    /// The public holidays where the caller works, by date.
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public Map<LocalDate, String> holidays(LocalDate from, LocalDate to) {
        var named = new TreeMap<LocalDate, String>();
        owner().map(Agent::unit)
                .map(unit -> holidays.of(unit, from, to))
                .orElse(List.of())
                .forEach(holiday -> named.put(holiday.date(), holiday.name()));
        return named;
    }

    /// How the caller kept to their plan, by working day up to now; empty for those who may not see
    /// their own adherence.
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public Map<LocalDate, Figures> figures(LocalDate from, LocalDate to) {
        return workforce.isOn() && access.viewer().may(Permission.ADHERENCE_OWN)
                ? adherence.figures(from, to)
                : Map.of();
    }

    private List<CalendarDay> days(Agent agent, LocalDate from, int number) {
        var to = from.plusDays(number - 1L);
        var plans =
                plans(
                        agent,
                        from.minusDays(Schedules.DAYS_AFTER),
                        to.plusDays(Schedules.DAYS_BEFORE));
        var pieces = Layers.ofPlans(plans, activities::categoryOf);
        var segments =
                timelines.of(
                        agent.id(),
                        TimeSpan.of(
                                new DayPeriod(from, agent.zone()).start(),
                                new DayPeriod(to, agent.zone()).end()));
        var now = clock.instant();
        return from.datesUntil(to.plusDays(1))
                .map(date ->
                        CalendarDay.of(date, agent.zone(), pieces, segments, this::isPaid, now))
                .toList();
    }

    private boolean isPaid(String activity) {
        return activities.of(activity).filter(Activity::paid).isPresent();
    }
}
