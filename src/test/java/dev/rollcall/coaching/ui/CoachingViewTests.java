package dev.rollcall.coaching.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.coaching.Coaching;
import dev.rollcall.coaching.GoalDraft;
import dev.rollcall.coaching.Metric;
import dev.rollcall.people.Agent;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = CoachingViewTests.class)
class CoachingViewTests extends ViewTest {

    @Autowired private Coaching coaching;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private ApplicationClock clock;

    private User dana;
    private User sue;

    @BeforeEach
    void people() {
        var agent =
                floor.agent("dana")
                        .onShift(Floor.TODAY.plusDays(1), "WORK 08:00-16:00", "LUNCH 10:00-10:30")
                        .agent();
        dana = signIns.user(agent.id(), Assignment.everywhere(Role.AGENT));
        sue = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
    }

    private String page() {
        return textOf((Component) getCurrentView());
    }

    private TextField field(String label) {
        return find(TextField.class).withCondition(each -> label.equals(each.getLabel())).single();
    }

    private TextArea area(String label) {
        return find(TextArea.class).withCondition(each -> label.equals(each.getLabel())).single();
    }

    @Test
    void theRoomsSayWhatTheyAreWithoutAnythingInThem() {
        signIn(sue);
        open("coaching");
        assertThat(page()).contains("Nothing yet");
        open("coaching/999");
        assertThat(page()).contains("There is no such session");
        signIn(dana);
        open("my-coaching");
        assertThat(page()).contains("Nothing yet");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aCoachPreparesWhereThereIsRoomHoldsAndThePersonTakesNote() {
        signIn(sue);
        open("coaching?for=dana&from=day:2026-03-02");
        var people = (MultiSelectComboBox<Agent>) find(MultiSelectComboBox.class).single();
        assertThat(people.getValue()).hasSize(1);
        assertThat(field("Title").getValue()).isEqualTo("Keeping to the plan");
        press("Prepare");
        assertThat(find(DateTimePicker.class).single())
                .satisfies(start ->
                        assertThat(start.getErrorMessage()).contains("Lunch", "stays where it is"));
        find(DateTimePicker.class).single().setValue(Floor.TODAY.plusDays(1).atTime(11, 0));
        press("Prepare");
        assertThat(page()).contains("Keeping to the plan", "in the plan", "has not seen it yet");

        clock.setTo(Floor.TODAY.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC));
        open("coaching");
        assertThat(page()).contains("Waits for you", "Was it held?");
        var session = SignIns.as(sue.id(), () -> coaching.list(null, 1)).getFirst();
        SignIns.as(
                sue.id(),
                () -> {
                    coaching.goal(
                            session.number(),
                            new GoalDraft(Metric.ADHERENCE, "Be on time", null, null));
                    return "";
                });
        open("coaching/" + session.number());
        press("It was held");
        assertThat(page()).contains("Held", "Be on time", "Too little data for an effect");
        test(area("What was talked about")).setValue("The first minute");
        test(area("Only for yourself")).setValue("Keep an eye on it");
        press("Save the notes");

        signIn(dana);
        open("my-coaching");
        assertThat(page()).contains("The first minute", "Be on time").doesNotContain("Keep an eye");
        test(area("A word to it")).setValue("Thanks");
        press("I have taken note");
        assertThat(page()).contains("Taken note on", "Thanks");
    }
}
