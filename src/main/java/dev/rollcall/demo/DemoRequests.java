package dev.rollcall.demo;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.Allowance;
import dev.rollcall.requests.Allowances;
import dev.rollcall.requests.Hours;
import dev.rollcall.requests.OpenShiftDraft;
import dev.rollcall.requests.OpenShifts;
import dev.rollcall.requests.Preference;
import dev.rollcall.requests.Preference.Weight;
import dev.rollcall.requests.Preferences;
import dev.rollcall.requests.PreferredTime;
import dev.rollcall.requests.RequestRule;
import dev.rollcall.requests.RequestRules;
import dev.rollcall.requests.TimeOffDraft;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What the demo's people ask of their plans: some of it waits, some is approved, and some of them
/// said what they would like. After what is agreed with them, which it counts by.
@Component
@Profile("demo")
class DemoRequests {

    private static final BigDecimal A_YEAR = BigDecimal.valueOf(28);

    private final Allowances allowances;
    private final RequestRules rules;
    private final TimeOffs timeOffs;
    private final Preferences preferences;
    private final OpenShifts openShifts;
    private final ShiftTemplates templates;
    private final Directory directory;
    private final Access access;
    private final Schedules schedules;
    private final ApplicationClock clock;
    private boolean settled;

    DemoRequests(
            Allowances allowances,
            RequestRules rules,
            TimeOffs timeOffs,
            Preferences preferences,
            OpenShifts openShifts,
            ShiftTemplates templates,
            Directory directory,
            Access access,
            Schedules schedules,
            ApplicationClock clock) {
        this.allowances = allowances;
        this.rules = rules;
        this.timeOffs = timeOffs;
        this.preferences = preferences;
        this.openShifts = openShifts;
        this.templates = templates;
        this.directory = directory;
        this.access = access;
        this.schedules = schedules;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 15, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (settled) {
            return;
        }
        access.asSystem(
                "demo",
                () -> {
                    var people =
                            Roster.PEOPLE.stream()
                                    .flatMap(
                                            person -> directory.agent(person.externalId()).stream())
                                    .toList();
                    settled = isSettled();
                    if (!settled && isPlanned(people)) {
                        settle(people);
                        settled = true;
                    }
                });
    }

    private boolean isSettled() {
        return !timeOffs.page(
                        new TimeOffs.Filter(null, null, null), Long.MAX_VALUE, 1, Scope.everyone())
                .isEmpty();
    }

    /// The coming days are planned little by little, and requests are about those.
    private boolean isPlanned(List<Agent> people) {
        if (people.size() < Roster.PEOPLE.size()) {
            return false;
        }
        var from = LocalDate.ofInstant(clock.instant(), people.getFirst().zone()).plusDays(8);
        return schedules
                .plans(people.stream().map(Agent::id).toList(), from, from)
                .values()
                .stream()
                .anyMatch(plans -> !plans.isEmpty());
    }

    private void settle(List<Agent> people) {
        for (int i = 0; i < people.size(); i++) {
            allow(people.get(i).id(), i % 4);
            wish(people.get(i).id(), i);
        }
        directory.units(Scope.everyone()).stream()
                .filter(unit -> unit.parent() == null)
                .forEach(
                        unit -> rules.save(new RequestRule(unit.id(), true, 21, true, 3, true, 0)));
        open("Late", 4, 2, true);
        open("Early", 6, 1, false);
        ask(people.get(1), AbsenceType.ANNUAL_LEAVE, 3, 2, "Family visit");
        ask(people.get(4), AbsenceType.ANNUAL_LEAVE, 5, 3, "");
        ask(people.get(9), "SPECIAL_LEAVE", 4, 2, "Moving house");
        ask(people.get(13), AbsenceType.ANNUAL_LEAVE, 5, 2, "");
        part(people.get(17), 3);
        approve(ask(people.get(6), AbsenceType.ANNUAL_LEAVE, 4, 3, ""));
        approve(ask(people.get(11), AbsenceType.ANNUAL_LEAVE, 5, 2, ""));
        ask(people.getFirst(), AbsenceType.ANNUAL_LEAVE, 40, 5, "");
    }

    private void open(String template, int ahead, int places, boolean firstCome) {
        var unit = directory.unit("north");
        var shift =
                templates.list().stream().filter(each -> each.name().equals(template)).findFirst();
        if (unit.isPresent() && shift.isPresent()) {
            var zone = unit.get().zone();
            var date = LocalDate.ofInstant(clock.instant(), zone).plusDays(ahead);
            openShifts.post(
                    new OpenShiftDraft(
                            unit.get().id(),
                            null,
                            date,
                            shift.get().on(date, zone),
                            places,
                            firstCome));
        }
    }

    private void allow(AgentId agent, int carried) {
        int year = LocalDate.ofInstant(clock.instant(), clock.getZone()).getYear();
        for (int each = year; each <= year + 1; each++) {
            allowances.set(
                    new Allowance(
                            agent,
                            AbsenceType.ANNUAL_LEAVE,
                            each,
                            A_YEAR,
                            each == year ? BigDecimal.valueOf(carried) : BigDecimal.ZERO,
                            0));
        }
    }

    /// Every second person says something.
    private void wish(AgentId agent, int number) {
        var wishes = new ArrayList<Preference>();
        if (number % 2 == 0) {
            var time = number % 4 == 0 ? PreferredTime.EARLY : PreferredTime.LATE;
            wishes.add(new Preference(DayOfWeek.MONDAY, time, Weight.LIKE));
            wishes.add(new Preference(DayOfWeek.TUESDAY, time, Weight.LIKE));
            wishes.add(new Preference(DayOfWeek.FRIDAY, PreferredTime.LATE, Weight.DISLIKE));
        }
        if (number % 6 == 0) {
            wishes.add(new Preference(DayOfWeek.WEDNESDAY, PreferredTime.DAY_OFF, Weight.LIKE));
        }
        preferences.record(agent, wishes);
    }

    /// @param ahead in how many days it begins
    /// @param days how many
    /// @return its number, null when they would not work then anyway
    private @Nullable Long ask(Agent person, String type, int ahead, int days, String note) {
        var from = LocalDate.ofInstant(clock.instant(), person.zone()).plusDays(ahead);
        return ask(person, new TimeOffDraft(type, from, from.plusDays(days - 1L), null, note));
    }

    private void part(Agent person, int ahead) {
        var date = LocalDate.ofInstant(clock.instant(), person.zone()).plusDays(ahead);
        ask(
                person,
                new TimeOffDraft(
                        AbsenceType.ANNUAL_LEAVE,
                        date,
                        date,
                        new Hours(LocalTime.of(6, 0), LocalTime.of(12, 0)),
                        "Parents' evening"));
    }

    private @Nullable Long ask(Agent person, TimeOffDraft draft) {
        try {
            return timeOffs.askFor(person.id(), draft).number();
        } catch (InvalidInput e) {
            // A day off falls on another date for each founding of the demo.
            return null;
        }
    }

    private void approve(@Nullable Long number) {
        if (number != null) {
            var asked = timeOffs.read(number);
            if (asked.isWaiting()) {
                timeOffs.approve(number, asked.version(), "");
            }
        }
    }
}
