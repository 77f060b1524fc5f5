package dev.rollcall.schedule;

import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The public holidays of a unit, for whoever plans or forecasts. They are nobody's secret: there
/// is no scope to reading them. Changed through [HolidayCalendar].
@Service
public class Holidays {

    /// The tree of units is no deeper than this; a circle in it would end here.
    private static final int DEEPEST = 100;

    private final JdbcClient jdbc;
    private final Directory directory;

    Holidays(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /// The holidays of a unit from one date to another, both included, in order of date: its own
    /// and those of the units above it. Where two of them name one date, the nearest counts.
    @Transactional(readOnly = true)
    public List<Holiday> of(UnitId unit, LocalDate from, LocalDate to) {
        var line = withAncestors(unit);
        var nearest = new TreeMap<LocalDate, Holiday>();
        for (var holiday : read(line, from, to)) {
            nearest.merge(
                    holiday.date(),
                    holiday,
                    (one, other) ->
                            line.indexOf(one.unit()) <= line.indexOf(other.unit()) ? one : other);
        }
        return List.copyOf(nearest.values());
    }

    /// A unit and those above it, the nearest first.
    private List<UnitId> withAncestors(UnitId unit) {
        var line = new ArrayList<UnitId>();
        var next = Optional.of(unit);
        while (next.isPresent() && line.size() < DEEPEST) {
            line.add(next.get());
            next =
                    directory
                            .unit(next.get())
                            .map(Unit::parent)
                            .filter(parent -> !line.contains(parent));
        }
        return line;
    }

    /// Those kept at some units, in order of date.
    List<Holiday> read(List<UnitId> units, LocalDate from, LocalDate to) {
        if (units.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select unit_id, day, name from holiday
                        where unit_id in (:units) and day between :from and :to
                        order by day, unit_id
                        """)
                .param("units", units.stream().map(UnitId::value).toList())
                .param("from", from)
                .param("to", to)
                .query((row, _) ->
                        new Holiday(
                                row.getObject("day", LocalDate.class),
                                row.getString("name"),
                                new UnitId(row.getLong("unit_id"))))
                .list();
    }
}
