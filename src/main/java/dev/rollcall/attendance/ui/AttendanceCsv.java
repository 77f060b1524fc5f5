package dev.rollcall.attendance.ui;

import dev.rollcall.attendance.AttendanceTotal;
import dev.rollcall.attendance.PersonAttendance;
import dev.rollcall.kit.Csv;
import dev.rollcall.people.Agent;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.PresenceState.Base;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Attendance as a file for other programs: a line for each person and day, times with their
/// offset, durations in seconds, the same in every language. Pure.
final class AttendanceCsv {

    private static final String COLUMNS =
            "agent,name,unit,date,zone,shiftStart,shiftEnd,firstIn,lastOut,workedSeconds,"
                    + "activeSeconds,availableSeconds,unavailableSeconds,unknownSeconds,breaks,"
                    + "breakSeconds,lateSeconds,earlySeconds,absent,missingClockOut,spent,corrected";

    private AttendanceCsv() {}

    static String of(List<PersonAttendance> people, Function<UnitId, String> unitCodes) {
        var text = new StringBuilder(Csv.BYTE_ORDER_MARK).append(COLUMNS).append("\r\n");
        for (var person : people) {
            var unit = unitCodes.apply(person.agent().unit());
            for (var day : person.days()) {
                text.append(line(person.agent(), unit, day)).append("\r\n");
            }
        }
        return text.toString();
    }

    private static String line(Agent agent, String unit, PersonAttendance.Day read) {
        var day = read.day();
        var shift = day.shift();
        var total = day.total();
        return Csv.line(
                List.of(
                        agent.externalId(),
                        agent.name(),
                        unit,
                        day.date().toString(),
                        agent.zone().getId(),
                        instant(shift == null ? null : shift.start(), agent.zone()),
                        instant(shift == null ? null : shift.end(), agent.zone()),
                        instant(day.firstIn(), agent.zone()),
                        instant(day.lastOut(), agent.zone()),
                        "" + total.worked().toSeconds(),
                        "" + total.in(Base.ACTIVE).toSeconds(),
                        "" + total.in(Base.AVAILABLE).toSeconds(),
                        "" + total.in(Base.UNAVAILABLE).toSeconds(),
                        "" + total.unknown().toSeconds(),
                        "" + total.breaks(),
                        "" + total.breakTime().toSeconds(),
                        "" + day.late().toSeconds(),
                        "" + day.early().toSeconds(),
                        "" + day.absent(),
                        "" + day.missingClockOut(),
                        spent(total),
                        "" + read.corrected()));
    }

    /// `AVAILABLE=3600 UNAVAILABLE/LUNCH=1800`, in seconds.
    private static String spent(AttendanceTotal total) {
        return total.spent().entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().toString()))
                .map(each -> each.getKey() + "=" + each.getValue().toSeconds())
                .collect(Collectors.joining(" "));
    }

    private static String instant(@Nullable Instant instant, ZoneId zone) {
        return instant == null
                ? ""
                : instant.truncatedTo(ChronoUnit.SECONDS)
                        .atZone(zone)
                        .toOffsetDateTime()
                        .toString();
    }
}
