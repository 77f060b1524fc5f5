package dev.rollcall.calendar;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.Timelines;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The calendar of whoever asks: what is planned for them, and what they did.
@Service
public class OwnCalendar {

    /// How many days one may ask for at a time.
    public static final int MOST_DAYS = 31;

    private final Directory directory;
    private final Schedules schedules;
    private final Activities activities;
    private final Timelines timelines;
    private final Access access;
    private final ApplicationClock clock;

    OwnCalendar(
            Directory directory,
            Schedules schedules,
            Activities activities,
            Timelines timelines,
            Access access,
            ApplicationClock clock) {
        this.directory = directory;
        this.schedules = schedules;
        this.activities = activities;
        this.timelines = timelines;
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

    private List<CalendarDay> days(Agent agent, LocalDate from, int number) {
        var to = from.plusDays(number - 1L);
        var plans =
                schedules
                        .plans(
                                List.of(agent.id()),
                                from.minusDays(Schedules.DAYS_AFTER),
                                to.plusDays(Schedules.DAYS_BEFORE))
                        .getOrDefault(agent.id(), List.of());
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
