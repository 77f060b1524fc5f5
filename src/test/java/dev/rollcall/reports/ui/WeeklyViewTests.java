package dev.rollcall.reports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.adherence.Names;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.Reasons;
import dev.rollcall.reports.WeeklyFixture;
import dev.rollcall.reports.WeeklyReport;
import dev.rollcall.reports.WeeklyReports;
import dev.rollcall.schedule.Activities;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = WeeklyViewTests.class)
class WeeklyViewTests extends ViewTest {

    private static final LocalDate WEEK = Floor.TODAY.minusDays(7);
    private static final LocalDate FRIDAY = Floor.TODAY.minusDays(3);

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private WeeklyReports reports;
    @Autowired private WeeklyFixture fixture;
    @Autowired private Access access;
    @Autowired private Activities activities;
    @Autowired private Reasons reasons;

    private Floor.Worker dana;

    @BeforeEach
    void aWeek() {
        dana =
                floor.agent("dana")
                        .onShift(FRIDAY, "WORK 08:00-16:00")
                        .at(FRIDAY, "08:30", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY");
        fixture.prepare();
    }

    private List<WeeklyReport> lines() {
        return find(WeeklyGrid.class).single().getListDataView().getItems().toList();
    }

    private String drawer() {
        return textOf(find(WeeklyDrawer.class).single());
    }

    @Test
    void listsLastWeeksReportsAndOpensOneWithANote() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        open("reports/weekly");
        assertThat(lines()).extracting(line -> line.agent().externalId()).containsExactly("dana");

        open("reports/weekly/dana");
        assertThat(drawer()).contains("93.8").contains("When prepared").contains("Print as PDF");
        test(find(TextArea.class).single()).setValue("Begin on time");
        press("Save note");
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("Begin on time");
        assertThat(toasts()).contains("The note is saved.");
        assertThat(lines().getFirst().note()).isNotNull();
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyWasFirst() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        open("reports/weekly/dana");
        access.asSystem(
                "test", () -> reports.note(dana.agent().id(), WEEK, "First", 0, Scope.everyone()));

        test(find(TextArea.class).single()).setValue("Second");
        press("Save note");

        assertThat(find(TextArea.class).single().getValue()).isEqualTo("Second");
        assertThat(drawer()).contains("Somebody else saved");
    }

    @Test
    void letsPeopleReadTheirOwnAndWriteNothing() {
        access.asSystem(
                "test",
                () -> reports.note(dana.agent().id(), WEEK, "Begin on time", 0, Scope.everyone()));
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));

        open("reports/weekly/dana");

        assertThat(drawer()).contains("Begin on time");
        assertThat(find(TextArea.class).exists()).isFalse();
    }

    @Test
    void saysWhenReportsComeWhereThereAreNone() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        open("reports/weekly?week=2026-01-08");

        assertThat(textOf(find(WeeklyView.class).single()))
                .contains("an hour after a week is over");
    }

    @Test
    void printsAPageForTheTalk() throws IOException {
        access.asSystem(
                "test",
                () -> reports.note(dana.agent().id(), WEEK, "Begin on time", 0, Scope.everyone()));
        var detail =
                access.asSystem(
                        "test",
                        () ->
                                reports.open(dana.agent().id(), WEEK, Scope.everyone())
                                        .orElseThrow());
        var ui = UI.getCurrent();
        var words =
                new ReportWords(
                        ui::getTranslation,
                        Locale.ENGLISH,
                        Names.of(ui::getTranslation, activities, reasons));
        var out = new ByteArrayOutputStream();

        new WeeklyPdf(words).write(detail, ZoneOffset.UTC, out);

        try (var pdf = new PdfReader(out.toByteArray())) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1).replaceAll("\\s+", " "))
                    .contains("Week of dana")
                    .contains("93.8")
                    .contains("Isolated")
                    .contains("Begin on time");
        }
    }
}
