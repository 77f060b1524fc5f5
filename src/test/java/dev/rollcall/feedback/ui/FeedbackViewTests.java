package dev.rollcall.feedback.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.feedback.FeedbackDraft;
import dev.rollcall.feedback.GiveFeedback;
import dev.rollcall.feedback.Kind;
import dev.rollcall.people.Agent;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = FeedbackViewTests.class)
class FeedbackViewTests extends ViewTest {

    @Autowired private GiveFeedback give;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;

    private Agent dana;
    private User danaHerself;
    private User ann;

    @BeforeEach
    void people() {
        dana = floor.agent("dana").agent();
        floor.agent("eli");
        danaHerself = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT));
        ann = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
    }

    private String page() {
        return textOf((Component) getCurrentView());
    }

    private void say(String field, String text) {
        test(find(TextArea.class).withCondition(each -> each.getLabel().startsWith(field)).single())
                .setValue(text);
    }

    @Test
    void aLeadIsToldWhoHadNoneAndGivesItOfAnEvaluation() {
        signIn(ann);
        open("feedback");
        assertThat(page()).contains("2 people are", "dana", "nothing yet");
        open("feedback?give=dana&about=evaluation&ref=7");
        say("What you noticed", "You summed up well");
        press("Send");
        assertThat(page()).contains("One person is").doesNotContain("dana");
        open("feedback?show=given");
        assertThat(page()).contains("You summed up well", "Evaluation 7", "Take back");
        open("feedback?show=themes");
        assertThat(page()).contains("too little to tell");
        open("feedback?show=rounds");
        assertThat(page()).contains("no round yet");
    }

    @Test
    void thePersonReadsWhoSaidWhatAndAnswers() {
        SignIns.as(
                ann.id(),
                () ->
                        give.toPerson(
                                new FeedbackDraft(
                                        dana.id(),
                                        Kind.PRAISE,
                                        "Calm",
                                        "Keep it",
                                        Set.of("EMPATHY"),
                                        null)));
        signIn(danaHerself);
        open("my-feedback");
        assertThat(page()).contains("Praise", "who looks after you", "Calm", "Keep it", "Empathy");
        press("Thank you");
        assertThat(page()).contains("Said thank you");
        press("Show the team");
        open("my-feedback?show=team");
        assertThat(page()).contains("to dana", "Calm");
        open("my-feedback?show=given");
        assertThat(page()).contains("said nothing");
        open("my-feedback?show=rounds");
        assertThat(page()).contains("asked nothing");
    }

    @Test
    void anAdminSettlesTagsAndHowOften() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        open("settings/feedback");
        assertThat(page()).contains("Listening", "Offered");
        open("settings/feedback?show=cadence");
        assertThat(page()).contains("After 14 days, as above it");
        open("settings/feedback?show=reported");
        assertThat(page()).contains("Nothing waits");
        open("settings/feedback?show=rounds");
        press("Begin a round");
        press("Begin and tell them");
        assertThat(page()).contains("There has been no round yet");
    }
}
