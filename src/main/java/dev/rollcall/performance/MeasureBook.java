package dev.rollcall.performance;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.Holiday;
import dev.rollcall.schedule.Holidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// How performance is measured where somebody is: measures along the tree of units, their working
/// days, and whose goals count.
@Component
class MeasureBook {

    /// What counts where nobody settled anything.
    private static final Measures SHIPPED = new Measures(Month.JANUARY, null, false);

    private final GoalTable table;
    private final Directory directory;
    private final Holidays holidays;

    MeasureBook(GoalTable table, Directory directory, Holidays holidays) {
        this.table = table;
        this.directory = directory;
        this.holidays = holidays;
    }

    /// A unit and those above it, the nearest first.
    List<UnitId> withAncestors(UnitId unit) {
        var line = new ArrayList<UnitId>();
        var next = Optional.of(unit);
        while (next.isPresent() && !line.contains(next.get())) {
            line.add(next.get());
            next = directory.unit(next.get()).map(Unit::parent);
        }
        return line;
    }

    /// What counts in a unit; the currency alone may be null.
    Measures of(UnitId unit) {
        return above(withAncestors(unit));
    }

    /// What counts where nobody but the organisation settled anything.
    Measures ofOrganisation() {
        return measures(0).orElse(SHIPPED);
    }

    /// What counts above a unit, where it settles nothing itself.
    ///
    /// @param unit 0: the organisation, above which is what is shipped
    Measures above(long unit) {
        if (unit == 0) {
            return SHIPPED;
        }
        return above(withAncestors(new UnitId(unit)).stream().skip(1).toList());
    }

    private Measures above(List<UnitId> line) {
        var found = Measures.INHERITED;
        for (var each : line) {
            found = found.orElse(measures(each.value()));
        }
        return found.orElse(measures(0)).orElse(SHIPPED);
    }

    private Measures measures(long unit) {
        return table.measures(unit).map(GoalTable.Kept::measures).orElse(Measures.INHERITED);
    }

    /// Whose goals count for somebody, the nearest first.
    GoalBook.Line line(Agent agent) {
        var steps = new ArrayList<List<Subject>>();
        steps.add(List.of(Subject.of(agent.id())));
        steps.add(agent.groups().stream().map(Subject::of).toList());
        withAncestors(agent.unit()).forEach(unit -> steps.add(List.of(Subject.of(unit))));
        steps.add(List.of(Subject.ORGANISATION));
        return new GoalBook.Line(List.copyOf(steps));
    }

    /// The goals of a line, and of subjects besides it.
    GoalBook goals(GoalBook.Line line, Subject... besides) {
        var subjects = new ArrayList<>(List.of(besides));
        line.steps().forEach(subjects::addAll);
        return new GoalBook(table.of(subjects));
    }

    /// The goals of some subjects.
    GoalBook goals(Set<Subject> subjects) {
        return new GoalBook(table.of(subjects));
    }

    /// The working days of months, in order.
    WorkingMonth month(UnitId unit, YearMonth month) {
        return WorkingMonth.of(
                month, weekdays(unit), free(unit, month.atDay(1), month.atEndOfMonth()));
    }

    /// The working days of every month a stretch touches.
    Map<YearMonth, WorkingMonth> months(UnitId unit, LocalDate from, LocalDate to) {
        var last = YearMonth.from(to);
        var free = free(unit, YearMonth.from(from).atDay(1), last.atEndOfMonth());
        var weekdays = weekdays(unit);
        var months = new HashMap<YearMonth, WorkingMonth>();
        for (var month = YearMonth.from(from); !month.isAfter(last); month = month.plusMonths(1)) {
            months.put(month, WorkingMonth.of(month, weekdays, free));
        }
        return months;
    }

    /// The working days of a stretch, both ends included.
    List<LocalDate> workingDays(UnitId unit, LocalDate from, LocalDate to) {
        var free = free(unit, from, to);
        var weekdays = weekdays(unit);
        return from.datesUntil(to.plusDays(1))
                .filter(day -> weekdays.contains(day.getDayOfWeek()) && !free.contains(day))
                .toList();
    }

    private Set<DayOfWeek> weekdays(UnitId unit) {
        return directory.unit(unit).map(Unit::workingDays).orElse(Set.of());
    }

    private Set<LocalDate> free(UnitId unit, LocalDate from, LocalDate to) {
        return holidays.of(unit, from, to).stream()
                .map(Holiday::date)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Month yearBegins(Measures measures) {
        return Objects.requireNonNullElse(measures.yearBegins(), Month.JANUARY);
    }
}
