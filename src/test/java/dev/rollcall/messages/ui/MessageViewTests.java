package dev.rollcall.messages.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.messages.Answer;
import dev.rollcall.messages.MessageTemplates;
import dev.rollcall.messages.QuickMessage;
import dev.rollcall.messages.QuickMessages;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Sending, answering and following messages on screens. Sam looks after Dana and Erin.
@ViewPackages(packages = {"dev.rollcall.messages.ui", "dev.rollcall.adherence.ui.board"})
class MessageViewTests extends ViewTest {

    @Autowired private MessageAction action;
    @Autowired private BannerItem banner;
    @Autowired private QuickMessages messages;
    @Autowired private MessageTemplates templates;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;

    private AgentId agent;
    private AgentId other;
    private User dana;
    private User sam;

    @BeforeEach
    void samLooksAfterDanaAndErin() {
        agent = floor.agent("dana").onShift("WORK 06:00-14:00").agent().id();
        other = floor.agent("erin").agent().id();
        dana = signIns.user(agent, Assignment.everywhere(Role.AGENT));
        sam = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
    }

    private Matter matter(AgentId... people) {
        return new Matter(Set.of(people), null, false, ZoneOffset.UTC, () -> {});
    }

    private List<QuickMessage> sent() {
        return SignIns.as(
                sam.id(), () -> messages.page(null, Long.MAX_VALUE, 10, Scope.everyone()));
    }

    private MessageBanner greeted() {
        signIn(dana);
        var shown = (MessageBanner) banner.create().orElseThrow();
        com.vaadin.flow.component.UI.getCurrent().add(shown);
        return shown;
    }

    @Test
    void aTemplateIsSentWithTwoClicksAndTakenBackFromTheMessageAfterIt() {
        signIn(sam);
        action.begin(matter(agent, other));
        assertThat(find(MessageDialog.class).single().getHeaderTitle())
                .isEqualTo("Message to dana, erin");
        press("Send");
        assertThat(find(TextArea.class).single().getErrorMessage()).isEqualTo("Say something.");

        press("Volume is high: can you come back?");
        press("Send");

        assertThat(sent())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.text()).isEqualTo("Volume is high: can you come back?");
                    assertThat(each.copies()).hasSize(2);
                });
        press("Undo");
        assertThat(sent()).singleElement().matches(QuickMessage::isWithdrawn);
    }

    @Test
    void theBannerShowsTheOldestDeliversItAndAnswersWithOneTap() {
        long first = send("Need help?");
        long second = send("Are you there?");

        var shown = greeted();

        assertThat(shown.isVisible()).isTrue();
        assertThat(textOf(shown)).contains("Need help?", "One more waits");
        assertThat(progress(second)).isEqualTo(QuickMessage.Progress.DELIVERED);
        press("Call overran");
        assertThat(progress(first)).isEqualTo(QuickMessage.Progress.ANSWERED);
        assertThat(textOf(shown)).contains("Are you there?");
        press("Answer …");
        find(TextArea.class).single().setValue("In two minutes");
        press("Send");
        assertThat(shown.isVisible()).isFalse();
        assertThat(sent().getFirst().copies().getFirst().answer())
                .extracting(Answer::text)
                .isEqualTo("In two minutes");
    }

    private long send(String text) {
        return SignIns.as(sam.id(), () -> messages.send(Set.of(agent), text).message().number());
    }

    private QuickMessage.Progress progress(long number) {
        return SignIns.as(sam.id(), () -> messages.find(number, Scope.everyone()))
                .orElseThrow()
                .copies()
                .getFirst()
                .progress();
    }

    @Test
    void thePageSaysWhatBecameOfEach() {
        long number = send("Need help?");
        SignIns.as(
                dana.id(),
                () -> {
                    messages.answer(number, Answer.Kind.BACK_NOW, "");
                    return null;
                });
        signIn(sam);

        open("messages/" + number);

        assertThat(textOf(find(com.vaadin.flow.component.html.Section.class).single()))
                .contains("Need help?", "dana");
        press("Take back");
        assertThat(sent()).singleElement().matches(QuickMessage::isWithdrawn);
    }

    @Test
    void templatesAreSettledOnTheirPage() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        open("settings/message-templates");
        press("Add a template");
        find(TextField.class).single().setValue("LUNCH");
        find(TextArea.class).single().setValue("Lunch is over");
        press("Save");
        test(find(Button.class).all().stream()
                        .filter(each ->
                                each.getAriaLabel()
                                        .filter("Further up: Lunch is over"::equals)
                                        .isPresent())
                        .findFirst()
                        .orElseThrow())
                .click();

        assertThat(templates.offered().stream().map(each -> each.code()))
                .containsExactly("NEED_HELP", "VOLUME_IS_HIGH", "LUNCH", "WHERE_ARE_YOU");
    }
}
