package dev.rollcall.attendance.ui;

import dev.rollcall.attendance.Attendance;
import dev.rollcall.attendance.AttendanceQuery;
import dev.rollcall.attendance.AttendanceQuery.GroupBy;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What the address of the report asks for:
/// `reports/attendance/agent-011?from=2026-03-02&to=2026-03-08&unit=north&by=agent`.
///
/// @param query what is left out is the last seven days, everybody, by person
/// @param today the day it is for whoever looks
record AttendanceAddress(BrowseQuery query, LocalDate today) {

    static final String FROM = "from";
    static final String TO = "to";
    static final String UNIT = "unit";
    static final String GROUP = "group";
    static final String PERSON = "q";
    static final String BY = "by";
    private static final int USUAL_DAYS = 7;

    LocalDate from() {
        return day(FROM).orElseGet(() -> to().minusDays(USUAL_DAYS - 1L));
    }

    LocalDate to() {
        return day(TO).orElse(today);
    }

    private Optional<LocalDate> day(String filter) {
        return query.get(filter)
                .flatMap(text -> {
                    try {
                        return Optional.of(LocalDate.parse(text));
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                })
                .filter(day -> day.getYear() >= 1971 && day.getYear() <= 2198);
    }

    GroupBy by() {
        return query.get(BY).flatMap(GroupBy::of).orElse(GroupBy.AGENT);
    }

    Optional<Unit> unit(Directory directory) {
        return query.get(UNIT).flatMap(directory::unit);
    }

    Optional<Group> group(Directory directory) {
        return query.get(GROUP).flatMap(directory::group);
    }

    String text() {
        return query.get(PERSON).orElse("");
    }

    /// Whether such a period can be answered.
    boolean isAnswerable() {
        long days = ChronoUnit.DAYS.between(from(), to());
        return days >= 0 && days < Attendance.MOST_DAYS;
    }

    /// Codes nobody knows are left out: the field shows that.
    AttendanceQuery asked(Directory directory) {
        return new AttendanceQuery(
                from(),
                to(),
                unit(directory).map(Unit::id).orElse(null),
                group(directory).map(Group::id).orElse(null),
                null,
                text(),
                by());
    }
}
