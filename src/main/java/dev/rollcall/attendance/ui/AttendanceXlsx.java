package dev.rollcall.attendance.ui;

import dev.rollcall.attendance.AttendanceLine;
import dev.rollcall.attendance.AttendanceReport;
import dev.rollcall.attendance.AttendanceTotal;
import dev.rollcall.attendance.PersonAttendance;
import dev.rollcall.kit.Csv;
import dev.rollcall.presence.PresenceState.Base;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Attendance as a workbook: the totals as the page shows them, and a sheet with every day.
/// Durations and dates are numbers a spreadsheet can add up; texts are never formulas.
final class AttendanceXlsx {

    private static final String DURATION = "[h]:mm:ss";
    private static final String DATE = "yyyy-mm-dd";
    private static final String TIME = "yyyy-mm-dd hh:mm";
    private static final double SECONDS_A_DAY = 86_400;
    private static final double WIDTH = 18;
    private static final List<String> FIGURES =
            List.of(
                    "worked",
                    "active",
                    "available",
                    "unavailable",
                    "unknown",
                    "breaksCount",
                    "breakTime",
                    "lateCount",
                    "late",
                    "earlyCount",
                    "early",
                    "absences",
                    "missing");

    private final AttendanceWords words;

    AttendanceXlsx(AttendanceWords words) {
        this.words = words;
    }

    void write(AttendanceReport report, List<PersonAttendance> people, OutputStream out)
            throws IOException {
        try (var book = new Workbook(out, "Rollcall", "1.0")) {
            totals(book.newWorksheet(words.say("sheet.totals")), report.lines());
            days(book.newWorksheet(words.say("sheet.days")), people);
        }
    }

    private void totals(Worksheet sheet, List<AttendanceLine> lines) {
        text(sheet, 0, 0, words.say("who"));
        header(sheet, 1);
        int row = 1;
        for (var line : lines) {
            text(sheet, row, 0, words.name(line));
            total(sheet, row, 1, line.total());
            row++;
        }
        sheet.freezePane(1, 1);
    }

    private void days(Worksheet sheet, List<PersonAttendance> people) {
        var columns = List.of("who", "id", "day", "shiftStart", "shiftEnd", "firstIn", "lastOut");
        for (int column = 0; column < columns.size(); column++) {
            text(sheet, 0, column, words.say(columns.get(column)));
            sheet.width(column, WIDTH);
        }
        header(sheet, columns.size());
        int row = 1;
        for (var person : people) {
            var zone = person.agent().zone();
            for (var read : person.days()) {
                var day = read.day();
                var shift = day.shift();
                text(sheet, row, 0, person.agent().name());
                text(sheet, row, 1, person.agent().externalId());
                sheet.value(row, 2, day.date());
                sheet.style(row, 2).format(DATE).set();
                time(sheet, row, 3, shift == null ? null : shift.start(), zone);
                time(sheet, row, 4, shift == null ? null : shift.end(), zone);
                time(sheet, row, 5, day.firstIn(), zone);
                time(sheet, row, 6, day.lastOut(), zone);
                total(sheet, row, columns.size(), day.total());
                row++;
            }
        }
        sheet.freezePane(1, 1);
    }

    private void header(Worksheet sheet, int from) {
        for (int i = 0; i < FIGURES.size(); i++) {
            text(sheet, 0, from + i, words.say(FIGURES.get(i)));
            sheet.width(from + i, WIDTH);
        }
        for (int column = 0; column < from + FIGURES.size(); column++) {
            sheet.style(0, column).bold().set();
        }
        sheet.width(0, WIDTH);
    }

    private static void total(Worksheet sheet, int row, int from, AttendanceTotal total) {
        duration(sheet, row, from, total.worked());
        duration(sheet, row, from + 1, total.in(Base.ACTIVE));
        duration(sheet, row, from + 2, total.in(Base.AVAILABLE));
        duration(sheet, row, from + 3, total.in(Base.UNAVAILABLE));
        duration(sheet, row, from + 4, total.unknown());
        sheet.value(row, from + 5, total.breaks());
        duration(sheet, row, from + 6, total.breakTime());
        sheet.value(row, from + 7, total.lateArrivals());
        duration(sheet, row, from + 8, total.late());
        sheet.value(row, from + 9, total.earlyLeaves());
        duration(sheet, row, from + 10, total.early());
        sheet.value(row, from + 11, total.absences());
        sheet.value(row, from + 12, total.missingClockOuts());
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, Csv.text(text));
    }

    private static void duration(Worksheet sheet, int row, int column, Duration duration) {
        sheet.value(row, column, duration.toMillis() / 1000.0 / SECONDS_A_DAY);
        sheet.style(row, column).format(DURATION).set();
    }

    private static void time(
            Worksheet sheet, int row, int column, @Nullable Instant instant, ZoneId zone) {
        if (instant != null) {
            sheet.value(row, column, instant.atZone(zone).toLocalDateTime());
            sheet.style(row, column).format(TIME).set();
        }
    }
}
