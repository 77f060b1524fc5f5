package dev.rollcall.attendance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import dev.rollcall.attendance.Attendance;
import dev.rollcall.attendance.AttendanceLine;
import dev.rollcall.attendance.AttendanceQuery;
import dev.rollcall.attendance.AttendanceQuery.GroupBy;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.SearchField;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.Reasons;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = AttendanceViewTests.class)
class AttendanceViewTests extends ViewTest {

    private static final LocalDate FRIDAY = Floor.TODAY.minusDays(3);
    private static final String ON_FRIDAY = "?from=2026-02-27&to=2026-02-27";

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private Attendance attendance;
    @Autowired private Reasons reasons;
    @Autowired private Access access;

    private Floor.Worker dana;

    @BeforeEach
    void aDayOfDanas() {
        dana =
                floor.agent("dana")
                        .onShift(FRIDAY, "WORK 08:00-16:00")
                        .at(FRIDAY, "08:10", "AVAILABLE")
                        .at(FRIDAY, "12:00", "UNAVAILABLE/LUNCH")
                        .at(FRIDAY, "12:30", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY");
        floor.agent("kim");
    }

    @Test
    void showsTheLastSevenDaysOfEverybody() {
        asSupervisor();
        open("reports/attendance");

        assertThat(lines()).extracting(AttendanceGrid::key).containsExactly("dana", "kim");
        assertThat(cells("worked")).containsExactly("7 h 50 min", "–");
        assertThat(cells("late")).containsExactly("1 × · 10 min", "–");
        assertThat(grid().getColumnByKey("firstIn").isVisible()).isFalse();
    }

    @Test
    void showsFirstInAndLastOutOfASingleDay() {
        asSupervisor();
        open("reports/attendance" + ON_FRIDAY);

        assertThat(grid().getColumnByKey("firstIn").isVisible()).isTrue();
        assertThat(cells("firstIn").getFirst()).matches("8:10\\h*AM");
        assertThat(cells("lastOut").getFirst()).matches("4:00\\h*PM");
    }

    @Test
    void opensAPersonsDaysAndADaysSegments() {
        asSupervisor();
        open("reports/attendance/dana" + ON_FRIDAY);

        assertThat(textOf(find(AttendanceDrawer.class).single()))
                .contains("7 h 50 min")
                .contains("10 min late")
                .contains("Unavailable: Lunch")
                .contains("Reported by /telephony");
    }

    @Test
    void goesFromAUnitToItsPeople() {
        asSupervisor();
        open("reports/attendance/care" + ON_FRIDAY + "&by=unit");
        assertThat(textOf(find(AttendanceDrawer.class).single())).contains("People: 2");

        test(find(Button.class).withText("Show the people").single()).click();

        assertThat(lines()).extracting(AttendanceGrid::key).containsExactly("dana", "kim");
    }

    @Test
    void narrowsToWhomSomebodyTypes() {
        asSupervisor();
        open("reports/attendance");

        test(find(SearchField.class).single()).setValue("da");
        assertThat(lines()).extracting(AttendanceGrid::key).containsExactly("dana");

        test(find(SearchField.class).single()).setValue("nobody");
        assertThat(lines()).isEmpty();
    }

    @Test
    void showsAgentsTheirOwnAndNobodyElses() {
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));
        open("reports/attendance/kim" + ON_FRIDAY);

        assertThat(lines()).extracting(AttendanceGrid::key).containsExactly("dana");
        assertThat(find(AttendanceDrawer.class).exists()).isFalse();
        assertThat(find(SearchField.class).exists()).isFalse();
        assertThat(find(ComboBox.class).exists()).isFalse();
    }

    @Test
    void asksForAnotherPeriodWhenOneCannotBeAnswered() {
        asSupervisor();
        open("reports/attendance?from=2026-03-02&to=2026-02-27");

        assertThat(textOf(find(AttendanceView.class).single())).contains("at most 92 days");
        assertThat(find(Anchor.class).all()).isNotEmpty();
    }

    @Test
    void takesNonsenseInTheAddressForNothing() {
        asSupervisor();
        open("reports/attendance?from=yesterday&unit=none&by=shoe");

        assertThat(lines()).hasSize(2);
    }

    @Test
    void writesAFileNoSpreadsheetRuns() {
        rename("=cmd()");

        var text = AttendanceCsv.of(people(), _ -> "care");

        assertThat(text.lines().toList())
                .element(1)
                .asString()
                .startsWith("dana,'=cmd(),care,2026-02-27,UTC,2026-02-27T08:00Z,2026-02-27T16:00Z,")
                .contains("28200,0,26400,1800,0,1,1800,600,0,false,false")
                .endsWith("AVAILABLE=26400 UNAVAILABLE/LUNCH=1800,0");
    }

    @Test
    void writesAWorkbookWithNumbersAndWithoutFormulas() throws IOException {
        rename("@SUM(A1)");
        var out = new ByteArrayOutputStream();

        new AttendanceXlsx(words()).write(report(), people(), out);

        var sheets = unzip(out.toByteArray());
        assertThat(sheets)
                .contains("&apos;@SUM(A1)")
                .doesNotContain(">@SUM(A1)<")
                .doesNotContain("<f>");
        // Seven hours fifty as a part of a day.
        assertThat(sheets).contains("0.3263888");
    }

    @Test
    void writesAPageToPrintInTheLettersPeopleAreWrittenIn() throws IOException {
        rename("Łukasz Ωmega Шевченко 漢");
        var out = new ByteArrayOutputStream();

        new AttendancePdf(words()).write(report(), ZoneOffset.UTC, out);

        assertThat(out.toString(StandardCharsets.ISO_8859_1)).startsWith("%PDF-").contains("%%EOF");
        try (var read = new PdfReader(out.toByteArray())) {
            assertThat(new PdfTextExtractor(read).getTextFromPage(1).replaceAll("\\s+", " "))
                    .contains("Łukasz Ωmega Шевченко ?");
        }
    }

    private AttendanceWords words() {
        return new AttendanceWords(
                com.vaadin.flow.component.UI.getCurrent()::getTranslation, Locale.ENGLISH, reasons);
    }

    private dev.rollcall.attendance.AttendanceReport report() {
        return access.asSystem("test", () -> attendance.report(query(), Scope.everyone()));
    }

    private List<dev.rollcall.attendance.PersonAttendance> people() {
        return access.asSystem("test", () -> attendance.days(query(), Scope.everyone()));
    }

    private static AttendanceQuery query() {
        return new AttendanceQuery(FRIDAY, FRIDAY, null, null, null, "", GroupBy.AGENT);
    }

    private static String unzip(byte[] book) throws IOException {
        var file = Files.createTempFile("attendance", ".xlsx");
        try {
            Files.write(file, book);
            var text = new StringBuilder();
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : zip.stream().toList()) {
                    text.append(
                            new String(
                                    zip.getInputStream(entry).readAllBytes(),
                                    StandardCharsets.UTF_8));
                }
            }
            return text.toString();
        } finally {
            Files.delete(file);
        }
    }

    private void rename(String name) {
        register.putAgent(
                "dana",
                new AgentDraft(name, null, "care", null, null, null, true),
                null,
                Scope.everyone(),
                Actor.system("test"));
    }

    private void asSupervisor() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
    }

    private List<String> cells(String column) {
        var tester = test(grid());
        int index =
                grid().getColumns().stream()
                        .filter(Grid.Column::isVisible)
                        .map(Grid.Column::getKey)
                        .toList()
                        .indexOf(column);
        return java.util.stream.IntStream.range(0, tester.size())
                .mapToObj(row -> tester.getCellText(row, index))
                .toList();
    }

    private List<AttendanceLine> lines() {
        return grid().getListDataView().getItems().toList();
    }

    private AttendanceGrid grid() {
        return find(AttendanceGrid.class).single();
    }
}
