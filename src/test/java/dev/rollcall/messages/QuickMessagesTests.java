package dev.rollcall.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.deeds.Deeds;
import dev.rollcall.messages.QuickMessage.Progress;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Kim looks after Dana and Erin; Moss works in another unit.
@ModuleTest
class QuickMessagesTests {

    @Autowired private QuickMessages messages;
    @Autowired private MessageTemplates templates;
    @Autowired private MessagesGo go;
    @Autowired private Deeds deeds;
    @Autowired private OwnNotices notices;
    @Autowired private ApplicationClock clock;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;

    private Agent dana;
    private Agent erin;
    private Agent moss;
    private UserId danaSelf;
    private UserId erinSelf;
    private UserId kim;

    @BeforeEach
    void kimLooksAfterDanaAndErin() {
        dana = floor.agent("dana").agent();
        erin = floor.agent("erin").agent();
        floor.unit("night", "UTC");
        moss = floor.agent("moss", "night").agent();
        danaSelf = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        erinSelf = signIns.user(erin.id(), Assignment.everywhere(Role.AGENT)).id();
        kim = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit())).id();
    }

    private QuickMessages.Sent send(String text, Agent... people) {
        return SignIns.as(
                kim,
                () ->
                        messages.send(
                                Set.copyOf(List.of(people).stream().map(Agent::id).toList()),
                                text));
    }

    private List<QuickMessage> waiting(UserId self) {
        return SignIns.as(self, () -> messages.waiting());
    }

    private Progress progress(long number, Agent agent) {
        return SignIns.as(kim, () -> messages.find(number, Scope.everyone()))
                .orElseThrow()
                .of(agent.id())
                .orElseThrow()
                .progress();
    }

    private List<String> told(UserId whom) {
        return SignIns.as(whom, () -> notices.list(false, null)).stream()
                .map(each -> each.told().kind().code())
                .filter(code -> code.startsWith("message."))
                .toList();
    }

    private void does(UserId who, Runnable deed) {
        SignIns.as(
                who,
                () -> {
                    deed.run();
                    return null;
                });
    }

    @Test
    void isSentShownReadAndAnswered() {
        long number = send("  Volume is high  ", dana, erin).message().number();

        assertThat(waiting(danaSelf))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.text()).isEqualTo("Volume is high");
                    assertThat(each.copies()).hasSize(1);
                });
        assertThat(progress(number, dana)).isEqualTo(Progress.SENT);
        does(danaSelf, () -> messages.delivered(List.of(number)));
        assertThat(progress(number, dana)).isEqualTo(Progress.DELIVERED);
        does(danaSelf, () -> messages.answer(number, Answer.Kind.CALL_OVERRAN, "left out"));
        does(erinSelf, () -> messages.read(number));

        assertThat(progress(number, dana)).isEqualTo(Progress.ANSWERED);
        assertThat(progress(number, erin)).isEqualTo(Progress.READ);
        assertThat(waiting(danaSelf)).isEmpty();
        assertThat(waiting(erinSelf)).isEmpty();
        assertThat(
                        SignIns.as(kim, () -> messages.find(number, Scope.everyone()))
                                .orElseThrow()
                                .of(dana.id())
                                .orElseThrow()
                                .answer())
                .isEqualTo(new Answer(Answer.Kind.CALL_OVERRAN, "", clock.instant()));
    }

    @Test
    void isAnsweredOnceInHoweverManyWindows() {
        long number = send("Need help?", dana).message().number();
        does(danaSelf, () -> messages.answer(number, Answer.Kind.BACK_NOW, ""));

        assertThatThrownBy(() ->
                        does(danaSelf, () -> messages.answer(number, Answer.Kind.TEXT, "Yes")))
                .isInstanceOf(EditConflict.class);
        assertThat(told(kim)).containsExactly("message.answered");
    }

    @Test
    void tellsTheSenderOfManyOnceAndOfWordsEachTime() {
        long number = send("Everybody back, please", dana, erin).message().number();
        does(danaSelf, () -> messages.answer(number, Answer.Kind.BACK_NOW, ""));
        does(erinSelf, () -> messages.answer(number, Answer.Kind.BACK_NOW, ""));
        assertThat(told(kim)).containsExactly("message.answered-by-some");

        long second = send("Anybody with Spanish?", dana, erin).message().number();
        does(danaSelf, () -> messages.answer(second, Answer.Kind.TEXT, "I do"));
        does(erinSelf, () -> messages.answer(second, Answer.Kind.TEXT, "A little"));
        assertThat(told(kim))
                .containsExactly(
                        "message.answered", "message.answered", "message.answered-by-some");
        assertThat(told(danaSelf)).containsExactly("message.came", "message.came");
    }

    @Test
    void isReadBehindTheBellOnceItWasReadWhereItStands() {
        long number = send("Need help?", dana).message().number();
        assertThat(SignIns.as(danaSelf, () -> notices.news(null)).unread()).isEqualTo(1);

        does(danaSelf, () -> messages.read(number));

        assertThat(SignIns.as(danaSelf, () -> notices.news(null)).unread()).isZero();
        assertThat(told(danaSelf)).containsExactly("message.came");
    }

    @Test
    void isForNobodyElseToAnswer() {
        long number = send("Need help?", dana).message().number();

        assertThatThrownBy(() -> does(erinSelf, () -> messages.read(number)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        does(erinSelf, () -> messages.answer(number, Answer.Kind.BACK_NOW, "")))
                .isInstanceOf(NotFound.class);
        does(erinSelf, () -> messages.delivered(List.of(number)));
        assertThat(progress(number, dana)).isEqualTo(Progress.SENT);
    }

    @Test
    void goesToPeopleOneLooksAfterOrToNobody() {
        assertThatThrownBy(() -> send("Hello", dana, moss)).isInstanceOf(NotFound.class);
        assertThat(waiting(danaSelf)).isEmpty();
        assertThat(told(danaSelf)).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithIt() {
        assertThatThrownBy(() -> send("   ", dana))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems().getFirst().pointer()).isEqualTo("/text"));
        assertThatThrownBy(() -> send("x".repeat(QuickMessages.LONGEST_TEXT + 1), dana))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> send("Hello"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems().getFirst().pointer()).isEqualTo("/agents"));
    }

    @Test
    void isTakenBackByWhoeverSentItAndUndone() {
        var sent = send("Wrong person", dana);
        long number = sent.message().number();

        does(kim, () -> deeds.undo(sent.deed().orElseThrow()));

        assertThat(waiting(danaSelf)).isEmpty();
        assertThat(told(danaSelf)).as("nor behind the bell").isEmpty();
        assertThat(
                        SignIns.as(kim, () -> messages.find(number, Scope.everyone()))
                                .orElseThrow()
                                .isWithdrawn())
                .isTrue();
        assertThatThrownBy(() -> does(kim, () -> messages.withdraw(number)))
                .isInstanceOf(EditConflict.class);
        assertThatThrownBy(() ->
                        does(danaSelf, () -> messages.answer(number, Answer.Kind.BACK_NOW, "")))
                .isInstanceOf(NotFound.class);
        var other = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit())).id();
        long second = send("Stay", dana).message().number();
        assertThatThrownBy(() -> does(other, () -> messages.withdraw(second)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void showsOnlyTheCopiesOfPeopleInScope() {
        long number = send("Hello", dana, erin).message().number();

        var seen = SignIns.as(kim, () -> messages.find(number, Scope.ofAgent(dana.id())));
        assertThat(seen.orElseThrow().copies()).hasSize(1);
        assertThat(SignIns.as(kim, () -> messages.find(number, Scope.ofAgent(moss.id()))))
                .isEmpty();
        assertThat(
                        SignIns.as(
                                kim,
                                () ->
                                        messages.page(
                                                null,
                                                Long.MAX_VALUE,
                                                10,
                                                Scope.ofAgent(erin.id()))))
                .singleElement()
                .satisfies(each -> assertThat(each.copies()).hasSize(1));
    }

    @Test
    void templatesAreAddedSaidOtherwiseOrderedAndRetired() {
        var admin = signIns.user(Assignment.everywhere(Role.ADMIN)).id();
        does(admin, () -> templates.save("LUNCH", "Lunch is over, isn’t it?", false, 0L));
        assertThatThrownBy(() -> does(admin, () -> templates.save("LUNCH", "Other", false, 0L)))
                .isInstanceOf(EditConflict.class);
        assertThatThrownBy(() -> does(admin, () -> templates.order(List.of("LUNCH"))))
                .isInstanceOf(InvalidInput.class);

        does(
                admin,
                () ->
                        templates.order(
                                List.of("LUNCH", "WHERE_ARE_YOU", "VOLUME_IS_HIGH", "NEED_HELP")));
        does(admin, () -> templates.save("VOLUME_IS_HIGH", null, true, null));

        assertThat(templates.offered().stream().map(MessageTemplate::code))
                .containsExactly("LUNCH", "WHERE_ARE_YOU", "NEED_HELP");
    }

    @Test
    void isHistoryAfterTwelveHoursAndGoneAfterThreeMonths() {
        send("Come back", dana);
        clock.advance(QuickMessages.NEWS.plusSeconds(1));
        assertThat(waiting(danaSelf)).isEmpty();

        clock.advance(Duration.ofDays(90).plusMinutes(1));
        go.drop();

        assertThat(SignIns.as(kim, () -> messages.page(null, Long.MAX_VALUE, 10, Scope.everyone())))
                .isEmpty();
    }
}
