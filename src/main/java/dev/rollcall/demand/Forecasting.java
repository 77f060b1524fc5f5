package dev.rollcall.demand;

import dev.rollcall.demand.DemandTable.GivenVolume;
import dev.rollcall.demand.Volumes.Kind;
import dev.rollcall.demand.Volumes.Origin;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.schedule.Holiday;
import dev.rollcall.schedule.Holidays;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import dev.rollcall.work.WorkHistory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks ahead from what came, and lets somebody take that as what is expected. A forecast nobody
/// took asks for no heads: a plan does not move because yesterday was busy.
@Service
public class Forecasting {

    private static final Duration NOT_KNOWN = Duration.ofSeconds(1);

    private final DemandTable table;
    private final DemandTurns turns;
    private final Demand demand;
    private final AssumptionBook book;
    private final WorkHistory work;
    private final Holidays holidays;
    private final ApplicationClock clock;

    Forecasting(
            DemandTable table,
            DemandTurns turns,
            Demand demand,
            AssumptionBook book,
            WorkHistory work,
            Holidays holidays,
            ApplicationClock clock) {
        this.table = table;
        this.turns = turns;
        this.demand = demand;
        this.book = book;
        this.work = work;
        this.holidays = holidays;
        this.clock = clock;
    }

    /// What is expected of a week, what came, what the weeks before say, and the heads that follow.
    ///
    /// @param day any day of the week
    /// @throws NotFound when the group is out of the caller's scope
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public DemandWeek week(GroupId id, LocalDate day) {
        var group = demand.ofScope(id, Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE);
        Demand.checkDate(day, "/week");
        var zone = demand.zone(group);
        var monday = monday(day);
        var span = Demand.days(monday, monday.plusDays(6), zone);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var known = monday.isBefore(today) ? monday : today;
        var came = came(group, zone, known.minusDays(Forecast.DAYS_BACK), monday.plusDays(7));
        var forecast = forecast(group, zone, came, today, monday);
        var days =
                monday.datesUntil(monday.plusWeeks(1))
                        .map(date -> forecast.day(date, known))
                        .toList();
        var foreseen =
                days.stream()
                        .flatMap(each -> each.volumes().stream())
                        .collect(Collectors.toMap(Volume::start, Function.identity()));
        var expected = table.volumes(List.of(id), Kind.EXPECTED, span).getOrDefault(id, Map.of());
        var required =
                demand.requirements(id, span).stream()
                        .collect(Collectors.toMap(Requirement::start, Function.identity()));
        var now = clock.instant();
        var halfHours =
                HalfHours.of(span).stream()
                        .map(start ->
                                new DemandWeek.HalfHour(
                                        start,
                                        LocalDate.ofInstant(start, zone),
                                        line(expected.get(start)),
                                        start.plus(HalfHours.LENGTH).isAfter(now)
                                                ? null
                                                : came.get(start),
                                        foreseen.get(start),
                                        required.get(start)))
                        .toList();
        return new DemandWeek(
                group,
                zone,
                monday,
                halfHours,
                days,
                forecast.heldOut(monday(known)),
                book.read(id),
                table.version(id));
    }

    private static Volumes.@Nullable Line line(@Nullable GivenVolume given) {
        return given == null ? null : new Volumes.Line(given.volume(), given.origin());
    }

    /// Takes the forecast of a week as what is expected, from today on. What somebody gave stays.
    ///
    /// @param day any day of the week
    /// @param expectedVersion the version the writer saw, null when they do not care
    /// @return how many half hours are expected from the forecast now
    /// @throws InvalidInput when there is too little history, or the week is over
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when the group is out of the caller's scope
    @Requires(Permission.SCHEDULE_WRITE)
    public int take(GroupId id, LocalDate day, @Nullable Long expectedVersion) {
        var group = demand.ofScope(id, Permission.SCHEDULE_WRITE, Permission.SCHEDULE_WRITE);
        Volumes.checkHandles(group);
        Demand.checkDate(day, "/week");
        var zone = demand.zone(group);
        var monday = monday(day);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var first = monday.isBefore(today) ? today : monday;
        if (!first.isBefore(monday.plusWeeks(1))) {
            throw InvalidInput.of(
                    "/week",
                    new Sentence(
                            "demand.forecast.over",
                            "This week is over: a forecast is for what will come.",
                            List.of()));
        }
        var came = came(group, zone, today.minusDays(Forecast.DAYS_BACK), today);
        var forecast = forecast(group, zone, came, today, monday);
        var foreseen =
                first.datesUntil(monday.plusWeeks(1))
                        .flatMap(date -> forecast.day(date, today).volumes().stream())
                        .toList();
        if (foreseen.isEmpty()) {
            throw InvalidInput.of(
                    "/week",
                    new Sentence(
                            "demand.forecast.tooLittle",
                            "There is too little history: a forecast needs "
                                    + Forecast.FEWEST
                                    + " such weekdays. Import what came, or what is expected.",
                            List.of(Forecast.FEWEST)));
        }
        var span = Demand.days(first, monday.plusDays(6), zone);
        var written = new ArrayList<Volume>();
        turns.take(
                group,
                expectedVersion,
                new RequirementsChanged(Set.of(id), span.start(), Volumes.reach(group, span)),
                true,
                Volumes.told("forecast taken", span, foreseen.size()),
                () -> {
                    written.clear();
                    table.forgetVolumes(id, Kind.EXPECTED, span, Origin.FORECAST);
                    var given =
                            table.volumes(List.of(id), Kind.EXPECTED, span)
                                    .getOrDefault(id, Map.of());
                    foreseen.stream()
                            .filter(volume -> !given.containsKey(volume.start()))
                            .forEach(written::add);
                    table.write(id, Kind.EXPECTED, Origin.FORECAST, written);
                });
        return written.size();
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private Forecast forecast(
            Group group,
            ZoneId zone,
            Map<Instant, Volume> came,
            LocalDate today,
            LocalDate monday) {
        var first = (monday.isBefore(today) ? monday : today).minusDays(Forecast.DAYS_BACK);
        var last = monday.plusDays(6).isAfter(today) ? monday.plusDays(6) : today;
        var free =
                holidays.of(group.unit(), first, last).stream()
                        .map(Holiday::date)
                        .collect(Collectors.toSet());
        return new Forecast(zone, came, today, free);
    }

    /// What came: on days another system counts, what that says; on all others, what Rollcall
    /// itself was given to handle.
    private Map<Instant, Volume> came(Group group, ZoneId zone, LocalDate first, LocalDate end) {
        var span = Demand.days(first, end.minusDays(1), zone);
        var counted =
                table.volumes(List.of(group.id()), Kind.ARRIVED, span)
                        .getOrDefault(group.id(), Map.of());
        var countedDays =
                counted.keySet().stream()
                        .map(start -> LocalDate.ofInstant(start, zone))
                        .collect(Collectors.toSet());
        var came = new HashMap<Instant, Volume>();
        counted.forEach((start, given) -> came.put(start, given.volume()));
        var handled = work.arrivals(group.id(), span);
        var usual = usualHandling(handled);
        for (var halfHour : handled) {
            if (!countedDays.contains(LocalDate.ofInstant(halfHour.start(), zone))) {
                var handling = halfHour.handling();
                came.put(
                        halfHour.start(),
                        new Volume(
                                halfHour.start(),
                                halfHour.items(),
                                handling == null || handling.toSeconds() < 1 ? usual : handling));
            }
        }
        return came;
    }

    /// Of a half hour in which nothing was finished yet.
    private static Duration usualHandling(List<WorkHistory.HalfHour> handled) {
        return handled.stream()
                .map(WorkHistory.HalfHour::handling)
                .filter(each -> each != null && each.toSeconds() >= 1)
                .mapToLong(Duration::toSeconds)
                .average()
                .stream()
                .mapToObj(seconds -> Duration.ofSeconds(Math.max(1, Math.round(seconds))))
                .findFirst()
                .orElse(NOT_KNOWN);
    }
}
