package dev.rollcall.schedule;

import dev.rollcall.kit.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Plans as a workbook: a row for each entry, in the person's own time. Texts are never formulas.
final class PlanXlsx {

    private static final List<String> COLUMNS =
            List.of("agent", "name", "date", "activity", "activityName", "start", "end", "zone");
    private static final String DATE = "yyyy-mm-dd";
    private static final String TIME = "yyyy-mm-dd hh:mm";
    private static final double WIDTH = 18;

    private PlanXlsx() {}

    /// @param names what people call an activity
    static void write(
            List<PlanExport.PersonPlans> people, UnaryOperator<String> names, OutputStream out)
            throws IOException {
        try (var book = new Workbook(out, "Rollcall", "1.0")) {
            var sheet = book.newWorksheet("Plans");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, WIDTH);
            }
            sheet.freezePane(0, 1);
            int row = 1;
            for (var person : people) {
                for (var day : person.days()) {
                    for (var entry : day.activities()) {
                        row(sheet, row, person, day, entry, names);
                        row++;
                    }
                }
            }
        }
    }

    private static void row(
            Worksheet sheet,
            int row,
            PlanExport.PersonPlans person,
            DayPlan day,
            PlannedActivity entry,
            UnaryOperator<String> names) {
        var zone = person.agent().zone();
        sheet.value(row, 0, Csv.text(person.agent().externalId()));
        sheet.value(row, 1, Csv.text(person.agent().name()));
        sheet.value(row, 2, day.date());
        sheet.style(row, 2).format(DATE).set();
        sheet.value(row, 3, Csv.text(entry.activity()));
        sheet.value(row, 4, Csv.text(names.apply(entry.activity())));
        time(sheet, row, 5, entry.span().start(), zone);
        time(sheet, row, 6, entry.span().end(), zone);
        sheet.value(row, 7, zone.getId());
    }

    private static void time(Worksheet sheet, int row, int column, Instant instant, ZoneId zone) {
        sheet.value(row, column, instant.atZone(zone).toLocalDateTime());
        sheet.style(row, column).format(TIME).set();
    }
}
