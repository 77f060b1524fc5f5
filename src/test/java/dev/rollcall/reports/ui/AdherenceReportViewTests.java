package dev.rollcall.reports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import dev.rollcall.adherence.Names;
import dev.rollcall.kit.Drawer;
import dev.rollcall.kit.SearchField;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.Reasons;
import dev.rollcall.reports.AdherenceReports;
import dev.rollcall.reports.ReportLine;
import dev.rollcall.reports.ReportQuery;
import dev.rollcall.reports.ReportQuery.By;
import dev.rollcall.schedule.Activities;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = AdherenceReportViewTests.class)
class AdherenceReportViewTests extends ViewTest {

    private static final LocalDate FRIDAY = Floor.TODAY.minusDays(3);
    private static final String ON_FRIDAY = "?from=2026-02-27&to=2026-02-27";

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private AdherenceReports reports;
    @Autowired private Directory directory;
    @Autowired private Activities activities;
    @Autowired private Reasons reasons;

    private Floor.Worker dana;

    @BeforeEach
    void aFriday() {
        dana =
                floor.agent("dana")
                        .onShift(FRIDAY, "WORK 08:00-16:00", "LUNCH 12:00-12:30")
                        .at(FRIDAY, "08:30", "AVAILABLE")
                        .at(FRIDAY, "12:00", "UNAVAILABLE/LUNCH")
                        .at(FRIDAY, "12:40", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY");
        floor.agent("kim");
    }

    private void asSupervisor() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
    }

    @Test
    void showsFourWeeksOfEverybodyAgainstTheTarget() {
        asSupervisor();
        open("reports/adherence");

        assertThat(lines()).extracting(ReportLine::key).containsExactly("dana", "kim");
        assertThat(cells("score")).containsExactly("91.7\u202f%", "–");
        assertThat(cells("late")).containsExactly("2", "–");
        assertThat(text()).contains("2 × late").contains("Target 90.0");
    }

    @Test
    void saysTheSameByWhatOneAsksFor() {
        asSupervisor();
        for (var by : By.values()) {
            open("reports/adherence" + ON_FRIDAY + "&by=" + by.token());
            if (by == By.GROUP) {
                assertThat(lines()).isEmpty();
            } else {
                assertThat(lines()).as(by.name()).isNotEmpty();
            }
        }
        open("reports/adherence" + ON_FRIDAY + "&by=activity");
        assertThat(lines()).extracting(ReportLine::key).containsExactly("WORK", "LUNCH");
    }

    @Test
    void opensALineAndLeadsToThePeopleAndThePerson() {
        asSupervisor();
        open("reports/adherence/care" + ON_FRIDAY + "&by=unit");
        press("Show the people");
        assertThat(lines()).extracting(ReportLine::key).containsExactly("dana", "kim");

        open("reports/adherence/dana" + ON_FRIDAY);
        assertThat(textOf(find(Drawer.class).single())).contains("91.7");
        assertThat(find(Anchor.class).withText("Patterns, trend and weekly reports").exists())
                .isTrue();
    }

    @Test
    void showsAgentsTheirOwnAndNobodyElses() {
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));
        open("reports/adherence/kim" + ON_FRIDAY);

        assertThat(lines()).extracting(ReportLine::key).containsExactly("dana");
        assertThat(textOf(find(Drawer.class).single())).doesNotContain("kim");
        assertThat(find(SearchField.class).exists()).isFalse();
        assertThat(find(ComboBox.class).exists()).isFalse();
    }

    @Test
    void asksForAnotherPeriodWhenOneCannotBeAnswered() {
        asSupervisor();
        open("reports/adherence?from=2026-03-02&to=2026-02-27");

        assertThat(text()).contains("at most 92 days");
    }

    @Test
    void writesFilesOfThreeKinds() throws IOException {
        asSupervisor();
        var csv = new String(file(ReportFile.Kind.CSV), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("dana,dana,care,2026-02-27,UTC,28800,26400,2400,2400,2400,91.67,")
                .contains("\r\nkim,");
        assertThat(sheets(file(ReportFile.Kind.XLSX))).contains("dana").contains("0.0%");
        try (var pdf = new PdfReader(file(ReportFile.Kind.PDF))) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1))
                    .contains("Adherence report")
                    .contains("91.7");
        }
    }

    @Test
    void makesALongFileInTheBackgroundAndStopsIt() {
        asSupervisor();
        var files = backgroundFiles;
        var begun =
                files.start(
                        "long.csv",
                        "text/csv",
                        (out, progress) -> {
                            out.write('x');
                            progress.at(1, 2);
                        });
        soon(() -> assertThat(begun.standing().state()).isEqualTo(BackgroundFiles.State.DONE));
        open("reports/adherence");
        soon(() ->
                assertThat(textOf(find(FilePanel.class).single()))
                        .contains("long.csv is ready")
                        .contains("Download"));

        var stopped =
                files.start(
                        "stopped.csv",
                        "text/csv",
                        (_, progress) -> {
                            while (true) {
                                progress.at(1, 2);
                                Thread.onSpinWait();
                            }
                        });
        open("definitions");
        open("reports/adherence");
        soon(() -> press("Stop"));
        soon(() -> assertThat(stopped.standing().state()).isEqualTo(BackgroundFiles.State.STOPPED));
        soon(() -> assertThat(find(Button.class).withText("Stop").exists()).isFalse());
    }

    @Autowired private BackgroundFiles backgroundFiles;

    private byte[] file(ReportFile.Kind kind) throws IOException {
        open("reports/adherence");
        var ui = com.vaadin.flow.component.UI.getCurrent();
        var words =
                new ReportWords(
                        ui::getTranslation,
                        Locale.ENGLISH,
                        Names.of(ui::getTranslation, activities, reasons));
        var out = new ByteArrayOutputStream();
        new ReportFile(reports, directory, words)
                .write(
                        kind,
                        new ReportQuery(FRIDAY, FRIDAY, null, null, null, "", By.AGENT),
                        Scope.everyone(),
                        ZoneOffset.UTC,
                        out,
                        (_, _) -> {});
        return out.toByteArray();
    }

    private static String sheets(byte[] book) throws IOException {
        var text = new StringBuilder();
        var file = Files.createTempFile("report", ".xlsx");
        Files.write(file, book);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                text.append(
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return text.toString();
    }

    private String text() {
        return textOf(find(AdherenceReportView.class).single());
    }

    private ReportGrid grid() {
        return find(ReportGrid.class).single();
    }

    private List<ReportLine> lines() {
        return grid().getListDataView().getItems().toList();
    }

    private List<String> cells(String column) {
        var cells = new ArrayList<String>();
        Grid<ReportLine> grid = grid();
        for (int row = 0; row < test(grid).size(); row++) {
            cells.add(test(grid).getCellText(row, column(column)));
        }
        return cells;
    }

    private int column(String key) {
        var visible = grid().getColumns().stream().filter(Grid.Column::isVisible).toList();
        return visible.indexOf(grid().getColumnByKey(key));
    }
}
