package dev.rollcall.presence.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.Reason;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Tracking;
import dev.rollcall.presence.TrackingForm;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/// The page on which tracking is switched on and its reasons are kept.
@ModuleTest
@ViewPackages(classes = WorkforceView.class)
class WorkforceViewTests extends SpringBrowserlessTest {

    @Autowired private Tracking tracking;
    @Autowired private WorkforceManagement workforce;
    @Autowired private Reasons reasons;
    @Autowired private Directory directory;
    @Autowired private SignIns signIns;
    @Autowired private Access access;
    @Autowired private Floor floor;

    @BeforeEach
    void anAdminOpensThePage() {
        floor.agent("dana");
        var admin = signIns.user(Assignment.everywhere(Role.ADMIN));
        SecurityContextHolder.getContext().setAuthentication(SignIns.session(admin.id()));
        UI.getCurrent().setLocale(Locale.ENGLISH);
        navigate(WorkforceView.class);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void switchesTrackingOn() {
        assertThat(texts()).anyMatch(text -> text.startsWith("0 of 1 people are tracked"));

        box("Track agents’ attendance and availability").setValue(true);
        assertThat(texts()).anyMatch(text -> text.startsWith("1 of 1 people are tracked"));
        assertThat(tracking.policy().enabled()).isFalse();
        press("Save");

        assertThat(tracking.policy().enabled()).isTrue();
    }

    @Test
    void namesLimitsOrdersAndRetiresAReason() {
        field("Name of Lunch").setValue("Mealtime");
        find(IntegerField.class).all().stream()
                .filter(each -> each.getAriaLabel().orElse("").contains("Mealtime"))
                .findFirst()
                .orElseThrow()
                .setValue(45);
        pressNamed("Move Mealtime up");
        pressNamed("Retire Training");
        press("Save");

        assertThat(reasons.offered()).extracting(Reason::code).startsWith("LUNCH", "BREAK");
        assertThat(reasons.offered()).extracting(Reason::code).doesNotContain("TRAINING");
        var lunch = reasons.find("LUNCH").orElseThrow();
        assertThat(lunch.ownName()).isEqualTo("Mealtime");
        assertThat(lunch.limit()).isEqualTo(Duration.ofMinutes(45));
        assertThat(reasons.find("BREAK").orElseThrow().ownName()).isNull();
    }

    @Test
    void asksForTheNameOfANewReason() {
        find(Button.class).withText("Add a reason").all().getFirst().click();

        press("Save");
        assertThat(field("Name of CUSTOM_1").isInvalid()).isTrue();
        field("Name of CUSTOM_1").setValue("Prayer");
        press("Save");

        assertThat(reasons.offered()).last().extracting(Reason::ownName).isEqualTo("Prayer");
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyElseWasFirst() {
        box("Track agents’ attendance and availability").setValue(true);
        var drafts =
                reasons.everyReason().stream().map(dev.rollcall.presence.ReasonDraft::of).toList();
        access.asSystem(
                "test",
                () ->
                        tracking.save(
                                new TrackingForm(
                                        false, Set.of(), true, Duration.ofHours(4), false, drafts),
                                tracking.policy().version()));

        press("Save");

        assertThat(texts()).anyMatch(text -> text.contains("has changed these settings meanwhile"));
        assertThat(box("Track agents’ attendance and availability").getValue()).isTrue();
        assertThat(tracking.policy().enabled()).isFalse();
        press("Discard");
        assertThat(box("Track agents’ attendance and availability").getValue()).isFalse();
    }

    @Test
    void saysInGermanWhatIsWrong() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new WorkforceView(tracking, reasons, directory, workforce));
        var forgotten =
                find(IntegerField.class).all().stream()
                        .filter(each -> ("" + each.getLabel()).startsWith("Ausstempeln gilt"))
                        .findFirst()
                        .orElseThrow();

        forgotten.setValue(5);
        press("Speichern");

        assertThat(texts()).contains("Das Ausstempeln gilt nach 15 bis 720 Minuten als vergessen.");
    }

    private Checkbox box(String label) {
        return find(Checkbox.class).all().stream()
                .filter(each -> label.equals(each.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private TextField field(String label) {
        return find(TextField.class).all().stream()
                .filter(each -> label.equals(each.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private java.util.List<String> texts() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private void press(String text) {
        find(Button.class).withText(text).single().click();
    }

    private void pressNamed(String label) {
        find(Button.class).all().stream()
                .filter(each -> label.equals(each.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow()
                .click();
    }
}
