package dev.rollcall.quality.ui;

import static dev.rollcall.quality.Cards.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.quality.Cards;
import dev.rollcall.quality.EvaluationDraft;
import dev.rollcall.quality.Evaluations;
import dev.rollcall.quality.InteractionFilter;
import dev.rollcall.quality.Interactions;
import dev.rollcall.quality.Medium;
import dev.rollcall.quality.Scorecards;
import dev.rollcall.quality.ToldInteraction;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = QualityViewTests.class)
class QualityViewTests extends ViewTest {

    @Autowired private Scorecards scorecards;
    @Autowired private Interactions interactions;
    @Autowired private Evaluations evaluations;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;

    private User dana;
    private User ann;
    private long interaction;

    @BeforeEach
    void people() {
        var agent = floor.agent("dana").agent();
        dana = signIns.user(agent.id(), Assignment.everywhere(Role.AGENT));
        ann = signIns.user(Assignment.everywhere(Role.QUALITY_ANALYST));
        access.asSystem(
                "test",
                () -> {
                    scorecards.publish("calls", scorecards.save("calls", Cards.SHEET, 0L).edits());
                    interactions.take(
                            List.of(
                                    new ToldInteraction(
                                            "/pbx",
                                            "c1",
                                            1,
                                            "dana",
                                            Medium.CALL,
                                            clock.instant().minusSeconds(600),
                                            null,
                                            null,
                                            null,
                                            List.of("L2"),
                                            null,
                                            "https://recordings.example.com/c1",
                                            "Bill")),
                            Actor.system("test"),
                            Scope.everyone());
                    interaction =
                            interactions
                                    .page(
                                            InteractionFilter.ALL,
                                            Long.MAX_VALUE,
                                            1,
                                            Scope.everyone())
                                    .getFirst()
                                    .number();
                });
    }

    private String page() {
        return textOf((Component) getCurrentView());
    }

    private long published(boolean identity, int tone) {
        long number = SignIns.as(ann.id(), () -> evaluations.begin(interaction, "calls"));
        SignIns.as(
                ann.id(),
                () -> {
                    evaluations.publish(
                            number,
                            1,
                            new EvaluationDraft(
                                    answers(identity, tone), "Well done", "Secret note", true));
                    return "";
                });
        return number;
    }

    @Test
    void anEvaluatorScoresBesideTheInteractionAndSeesWhy() {
        signIn(ann);
        open("quality?show=interactions");
        assertThat(page()).contains("Call", "Bill", "One, to L2");
        press("Evaluate");
        assertThat(page()).contains("Evaluation of dana", "2 questions have no answer");
        var groups = find(RadioButtonGroup.class).all();
        choose(groups.getFirst(), 1);
        choose(groups.getLast(), 2);
        assertThat(page()).contains("Rules is critical and reached only 0.00", "0.00");
        choose(groups.getFirst(), 0);
        choose(groups.getLast(), 1);
        assertThat(page()).contains("75.00").doesNotContain("no answer yet");
        press("Publish");
        assertThat(page()).contains("asked for their own view first");
        open("quality/evaluations/999");
        assertThat(page()).contains("There is no such evaluation");
    }

    @SuppressWarnings("unchecked")
    private static void choose(RadioButtonGroup<?> group, int place) {
        ((RadioButtonGroup<Integer>) group).setValue(place);
    }

    @Test
    void thePersonSpeaksFirstAndNeverReadsTheNote() {
        long number = published(true, 0);
        signIn(dana);
        open("my-evaluations");
        assertThat(page()).contains("Closed").doesNotContain("50.00");
        open("my-evaluations/" + number);
        assertThat(page()).doesNotContain("50.00").doesNotContain("Well done");
        press("Rather see the result at once");
        assertThat(page())
                .contains("50.00", "Well done", "I do not agree")
                .doesNotContain("Secret note");
        press("I have taken note");
        assertThat(toasts()).anyMatch(toast -> toast.contains("Noted"));
    }

    @Test
    void everyPartOfTheRoomSaysWhatItIsWithoutAnythingInIt() {
        signIn(ann);
        open("quality");
        assertThat(page()).contains("Nothing waits for you");
        open("quality?show=evaluations");
        assertThat(page()).contains("Nothing has been published yet");
        open("quality?show=sampling");
        assertThat(page()).contains("There is no plan yet");
        open("quality?show=calibration");
        assertThat(page()).contains("There has been no calibration yet");
        open("quality?show=report&month=2026-02");
        assertThat(page()).contains("Nothing was published in this month");
    }

    @Test
    void theReportSaysWhatAMonthComesToWithComplianceApart() {
        published(true, 2);
        signIn(ann);
        open("quality?show=report&month=2026-03");
        assertThat(page())
                .contains("100.00", "By evaluator", "Was the identity checked?", "Compliance");
    }

    @Test
    void anAdminWritesTheNextVersionOfAPublishedCard() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        open("settings/scorecards");
        assertThat(page()).contains("Calls", "version 1 counts");
        open("settings/scorecards/calls");
        assertThat(page()).contains("Version 1 is published. What you change becomes version 2.");
        var name =
                find(TextField.class)
                        .withCondition(field -> "Name".equals(field.getLabel()))
                        .single();
        test(name).setValue("Calls and chats");
        press("Save draft");
        assertThat(page()).contains("Draft of version 2");
        press("Publish");
        assertThat(page()).contains("Calls and chats", "version 2 counts");
    }
}
