package dev.rollcall.development.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.development.WellbeingUnits;
import dev.rollcall.people.Agent;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = DevelopmentViewTests.class)
class DevelopmentViewTests extends ViewTest {

    @Autowired private WellbeingUnits units;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private ApplicationClock clock;

    private Agent dana;
    private User danaHerself;
    private User sue;
    private User admin;

    @BeforeEach
    void people() {
        dana = floor.agent("dana").agent();
        danaHerself = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT));
        sue = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
        admin = signIns.user(Assignment.everywhere(Role.ADMIN));
    }

    private String page() {
        return textOf((Component) getCurrentView());
    }

    private void say(String label, String text) {
        test(find(TextArea.class).withCondition(each -> label.equals(each.getLabel())).single())
                .setValue(text);
    }

    private void type(String label, String text) {
        test(find(TextField.class).withCondition(each -> label.equals(each.getLabel())).single())
                .setValue(text);
    }

    private void later() {
        clock.setTo(clock.instant().plusSeconds(60));
    }

    @Test
    void bothOwnersWriteAndAgree() {
        signIn(sue);
        open("development");
        assertThat(page()).contains("Without a plan (1)", "dana", "No open plan");
        open("development/dana");
        assertThat(page()).contains("has no open plan");
        press("Begin a plan");
        press("Begin it");
        say("What the plan is for", "Second level");
        press("Begin it");
        assertThat(page()).contains("Second level", "No goal yet", "No progress yet");
        press("Add a goal");
        type("What is to be reached", "Say it back");
        press("Save");
        assertThat(page()).contains("Say it back", "Waits for the word of the person");
        press("Add an action");
        type("What is to be done", "Listen to two calls");
        press("Save");
        assertThat(page()).contains("Listen to two calls", "0 %");

        later();
        signIn(danaHerself);
        open("my-development");
        assertThat(page()).contains("Waits for your word", "New to you", "looked after by");
        press("Agree");
        assertThat(page()).contains("Both agreed");

        later();
        signIn(sue);
        open("development");
        assertThat(page()).contains("Waits for you (1)", "changed by them");
        open("development/dana?from=coaching-1");
        assertThat(page()).contains("Starting from Coaching session 1");
        open("development/nobody");
        assertThat(page()).contains("nobody here whom you look after");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aWeekIsSaidInThreeMarksForOneselfAlone() {
        signIn(danaHerself);
        open("my-development");
        assertThat(page()).contains("You have no open plan");
        assertThat(find(RadioButtonGroup.class).all()).isEmpty();
        SignIns.as(
                admin.id(),
                () -> {
                    units.settle(dana.unit(), true);
                    return true;
                });
        open("my-development?again=1");
        assertThat(page()).contains("How was your week?", "Only you read your answers");
        press("Keep it");
        for (var each : find(RadioButtonGroup.class).all()) {
            assertThat(each.isInvalid()).isTrue();
            ((RadioButtonGroup<Integer>) each).setValue(4);
        }
        type("A word to yourself (optional)", "Quiet on Friday");
        press("Keep it");
        assertThat(page()).contains("This week", "week 4 · load 4 · help 4", "Quiet on Friday");
        signIn(sue);
        open("development?show=wellbeing");
        assertThat(page()).contains("Nothing can be told yet").doesNotContain("Quiet on Friday");
    }

    @Test
    void anAdminSettlesWhichUnitsAsk() {
        signIn(admin);
        open("settings/wellbeing");
        assertThat(page()).contains("Does not ask, as above it");
    }
}
