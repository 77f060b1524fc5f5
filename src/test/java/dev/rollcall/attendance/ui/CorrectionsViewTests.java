package dev.rollcall.attendance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.attendance.Correction;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Dana came at 8 on Friday, and the record says 8:40.
@ViewPackages(classes = CorrectionsViewTests.class)
class CorrectionsViewTests extends ViewTest {

    private static final LocalDate FRIDAY = Floor.TODAY.minusDays(3);
    private static final String ON_FRIDAY = "?from=2026-02-27&to=2026-02-27";

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private CorrectionItem news;

    private User dana;

    @BeforeEach
    void aDayOfDanas() {
        var worker =
                floor.agent("dana")
                        .onShift(FRIDAY, "WORK 08:00-16:00")
                        .at(FRIDAY, "08:40", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY");
        dana = signIns.user(worker.agent().id(), Assignment.everywhere(Role.AGENT));
    }

    @Test
    void proposesWhatIsLikelyMeantAndAsksWhy() {
        openAsDana();
        press("Ask for a correction");

        var pickers = find(DateTimePicker.class).all();
        assertThat(pickers.getFirst().getValue()).isEqualTo(friday("08:00"));
        assertThat(pickers.getLast().getValue()).isEqualTo(friday("08:40"));

        press("Ask for it");
        assertThat(find(TextArea.class).single().getErrorMessage()).contains("what happened");

        find(TextArea.class).single().setValue("The reader was broken");
        press("Ask for it");
        assertThat(toasts()).anyMatch(toast -> toast.contains("waits for a decision"));
        assertThat(textOf(find(AttendanceDrawer.class).single()))
                .contains("correction waits")
                .contains("Waiting");
    }

    @Test
    void isApprovedBySomebodyElseAndMarkedFromThenOn() {
        ask();

        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        open("reports/attendance/corrections");
        assertThat(rows()).hasSize(1);
        open("reports/attendance/corrections/" + rows().getFirst().number());
        assertThat(textOf(find(CorrectionDrawer.class).single()))
                .contains("The reader was broken")
                .contains("What the record said");
        press("Approve");

        assertThat(toasts()).anyMatch(toast -> toast.contains("Approved"));
        open("reports/attendance" + ON_FRIDAY);
        assertThat(textOf(find(AttendanceView.class).single())).contains("Corrections (0)");
        var line = find(AttendanceGrid.class).single().getListDataView().getItem(0);
        assertThat(line.corrected()).isEqualTo(1);
        open("reports/attendance/dana" + ON_FRIDAY);
        assertThat(textOf(find(AttendanceDrawer.class).single()))
                .contains("corrected")
                .containsPattern("Corrected: asked by User \\d+, approved by User \\d+");
    }

    @Test
    void needsANoteToBeRefused() {
        ask();
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        open("reports/attendance/corrections");
        open("reports/attendance/corrections/" + rows().getFirst().number());

        press("Refuse");
        assertThat(find(TextArea.class).single().getErrorMessage()).contains("why it is refused");

        find(TextArea.class).single().setValue("You were seen at 8:40");
        press("Refuse");
        assertThat(rows()).isEmpty();
        open("reports/attendance/corrections?show=refused");
        assertThat(rows()).extracting(Correction::note).containsExactly("You were seen at 8:40");
    }

    @Test
    void saysWhenItIsNotTheirsToDecideAnyMore() {
        ask();
        var care = floor.agent("dana").agent().unit();
        signIn(signIns.user(Assignment.inUnit(Role.SUPERVISOR, care)));
        open("reports/attendance/corrections");
        open("reports/attendance/corrections/" + rows().getFirst().number());
        floor.unit("elsewhere", "UTC");
        floor.agent("dana", "elsewhere");

        press("Approve");

        assertThat(toasts()).anyMatch(toast -> toast.startsWith("This was not done"));
        assertThat(rows()).isEmpty();
    }

    @Test
    void offersNobodyToDecideAboutTheirOwn() {
        ask();
        open("reports/attendance/corrections");
        open("reports/attendance/corrections/" + rows().getFirst().number());

        assertThat(find(Button.class).withText("Approve").exists()).isFalse();
        press("Take it back");
        assertThat(rows()).isEmpty();
    }

    @Test
    void hasNewsForAgentsOnly() {
        signIn(dana);
        assertThat(news.create()).isPresent();
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        assertThat(news.create()).isEmpty();
    }

    private void ask() {
        openAsDana();
        press("Ask for a correction");
        find(TextArea.class).single().setValue("The reader was broken");
        press("Ask for it");
    }

    private void openAsDana() {
        signIn(dana);
        open("reports/attendance/dana" + ON_FRIDAY);
    }

    private List<Correction> rows() {
        return find(CorrectionGrid.class).single().getListDataView().getItems().toList();
    }

    private static LocalDateTime friday(String time) {
        return LocalDateTime.parse(FRIDAY + "T" + time);
    }
}
