package dev.rollcall.schedule;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The guarded way to see and change the public holidays kept at a unit.
@Service
public class HolidayCalendar {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final Holidays holidays;
    private final Directory directory;
    private final Retries retries;
    private final AuditLog audit;
    private final Access access;
    private final ApplicationClock clock;

    HolidayCalendar(
            JdbcClient jdbc,
            Holidays holidays,
            Directory directory,
            Retries retries,
            AuditLog audit,
            Access access,
            ApplicationClock clock) {
        this.jdbc = jdbc;
        this.holidays = holidays;
        this.directory = directory;
        this.retries = retries;
        this.audit = audit;
        this.access = access;
        this.clock = clock;
    }

    /// What became of a file, or would.
    ///
    /// @param written whether the days are kept now
    /// @param days what the file brings, in order of date
    /// @param rejected the bad lines, in the order of the file
    public record Report(
            boolean written, List<Change> days, List<ScheduleImport.BadLine> rejected) {

        public Report {
            days = List.copyOf(days);
            rejected = List.copyOf(rejected);
        }
    }

    /// One day of a file.
    ///
    /// @param before what the unit calls the day so far, empty: it is none
    public record Change(LocalDate date, String name, String before) {}

    /// The units the viewer may keep holidays of, by name.
    @Requires({Permission.SETTINGS_ADMIN, Permission.SCHEDULE_WRITE})
    public List<Unit> units() {
        return directory.units(access.scope(Permission.SETTINGS_ADMIN, Permission.SCHEDULE_WRITE));
    }

    /// The holidays that count for a unit from today's year on: its own and those it inherits.
    ///
    /// @throws NotFound when there is no such unit in scope
    @Requires({Permission.SETTINGS_ADMIN, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public List<Holiday> upcoming(UnitId unit) {
        inScope(unit);
        var first = today().withDayOfYear(1);
        return holidays.of(unit, first, first.plusYears(10));
    }

    /// Keeps a day as a holiday of a unit, or gives it another name.
    ///
    /// @throws NotFound when there is no such unit in scope
    /// @throws InvalidInput naming the bad field
    @Requires({Permission.SETTINGS_ADMIN, Permission.SCHEDULE_WRITE})
    public void put(UnitId unit, LocalDate date, String name) {
        var kept = inScope(unit);
        var text = name.strip();
        var problems = new InvalidInput.Collector();
        problems.check(
                !text.isEmpty() && text.length() <= LONGEST_NAME,
                "/name",
                "A name has 1 to " + LONGEST_NAME + " characters.");
        problems.check(
                Schedules.isPlannable(date),
                "/date",
                "A date to plan lies between 1970 and 2199, not " + date + ".");
        problems.throwIfAny();
        var actor = access.viewer().actor();
        retries.inTransaction(() -> {
            var before =
                    holidays.read(List.of(unit), date, date).stream()
                            .map(Holiday::name)
                            .findFirst()
                            .orElse(null);
            if (!Objects.equals(before, text)) {
                write(unit, date, text);
                audit.changed(actor, "holiday", kept.code() + " " + date, before, text);
            }
            return text;
        });
    }

    /// Makes a holiday kept at a unit an ordinary day again; what the unit inherits stays.
    ///
    /// @throws NotFound when there is no such unit in scope
    @Requires({Permission.SETTINGS_ADMIN, Permission.SCHEDULE_WRITE})
    public void remove(UnitId unit, LocalDate date) {
        var kept = inScope(unit);
        var actor = access.viewer().actor();
        retries.inTransaction(() -> {
            for (var holiday : holidays.read(List.of(unit), date, date)) {
                jdbc.sql("delete from holiday where unit_id = :unit and day = :day")
                        .param("unit", unit.value())
                        .param("day", date)
                        .update();
                audit.changed(actor, "holiday", kept.code() + " " + date, holiday.name(), null);
            }
            return date;
        });
    }

    /// Takes holidays from a calendar. A day that is a holiday already gets the name of the file;
    /// no day is taken away. With a bad line nothing is kept, unless `partial`.
    ///
    /// @param text an iCalendar file
    /// @param partial whether to keep the good days of a file that has bad lines too
    /// @param dryRun whether to report only
    /// @throws NotFound when there is no such unit in scope
    @Requires({Permission.SETTINGS_ADMIN, Permission.SCHEDULE_WRITE})
    public Report importIcs(UnitId unit, String text, boolean partial, boolean dryRun) {
        var kept = inScope(unit);
        var content = HolidayIcs.read(text, today());
        boolean write =
                !dryRun && !content.days().isEmpty() && (partial || content.bad().isEmpty());
        var actor = access.viewer().actor();
        var changes =
                retries.inTransaction(() -> {
                    var before = known(unit, content);
                    var days =
                            content.days().entrySet().stream()
                                    .map(day ->
                                            new Change(
                                                    day.getKey(),
                                                    day.getValue(),
                                                    before.getOrDefault(day.getKey(), "")))
                                    .toList();
                    if (write) {
                        days.stream()
                                .filter(day -> !day.name().equals(day.before()))
                                .forEach(day -> write(unit, day.date(), day.name()));
                        audit.changed(
                                actor, "holiday import", kept.code(), null, days.size() + " days");
                    }
                    return days;
                });
        return new Report(write, changes, content.bad());
    }

    private TreeMap<LocalDate, String> known(UnitId unit, HolidayIcs.Content content) {
        var before = new TreeMap<LocalDate, String>();
        if (!content.days().isEmpty()) {
            var dates = new TreeMap<>(content.days());
            holidays.read(List.of(unit), dates.firstKey(), dates.lastKey())
                    .forEach(holiday -> before.put(holiday.date(), holiday.name()));
        }
        return before;
    }

    private void write(UnitId unit, LocalDate date, String name) {
        jdbc.sql(
                        """
                        insert into holiday (unit_id, day, name) values (:unit, :day, :name)
                        on duplicate key update name = value(name)
                        """)
                .param("unit", unit.value())
                .param("day", date)
                .param("name", name)
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Unit inScope(UnitId unit) {
        var scope = access.scope(Permission.SETTINGS_ADMIN, Permission.SCHEDULE_WRITE);
        return directory
                .unit(unit)
                .filter(each -> scope.includes(each.id()))
                .orElseThrow(() -> new NotFound("unit", Long.toString(unit.value())));
    }
}
