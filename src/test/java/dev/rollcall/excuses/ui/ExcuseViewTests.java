package dev.rollcall.excuses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.ui.person.AgentDrawer;
import dev.rollcall.excuses.ExcuseReason;
import dev.rollcall.excuses.Excuses;
import dev.rollcall.excuses.Explanation;
import dev.rollcall.excuses.Explanations;
import dev.rollcall.kit.Drawer;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Excusing, explaining and deciding on screens. Dana has been on a break since 07:30; it is 8
/// o'clock.
@ViewPackages(
        packages = {
            "dev.rollcall.excuses.ui",
            "dev.rollcall.deeds.ui",
            "dev.rollcall.adherence.ui.board",
            "dev.rollcall.adherence.ui.person"
        })
class ExcuseViewTests extends ViewTest {

    @Autowired private ExcuseAction action;
    @Autowired private ExplainAction explain;
    @Autowired private Excuses excuses;
    @Autowired private Explanations explanations;
    @Autowired private LiveBoard board;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;

    private AgentId agent;
    private User dana;
    private User sam;

    @BeforeEach
    void danaIsOut() {
        agent =
                floor.agent("dana")
                        .onShift("WORK 06:00-14:00")
                        .at("06:00", "AVAILABLE")
                        .at("07:30", "UNAVAILABLE/BREAK")
                        .agent()
                        .id();
        dana = signIns.user(agent, Assignment.everywhere(Role.AGENT));
        sam = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
        board.settle();
    }

    private Matter matter() {
        var now = clock.instant();
        return new Matter(
                Set.of(agent),
                TimeSpan.of(now.minus(Duration.ofMinutes(30)), now),
                true,
                ZoneOffset.UTC,
                () -> {});
    }

    /// What the page says, without what lies over it.
    private static String page() {
        return textOf(
                (Component)
                        UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst());
    }

    @SuppressWarnings("unchecked")
    private void choose(String code) {
        Select<ExcuseReason> reason = find(Select.class).single();
        reason.setValue(
                reason.getListDataView()
                        .getItems()
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void saysWhatAnExcuseWouldChangeGivesItAndTakesItBack() {
        signIn(sam);
        action.begin(matter());
        assertThat(textOf(find(EffectLine.class).single()))
                .contains("Takes 30 minutes off what counts so far.");
        press("Excuse");
        assertThat(find(ExcuseDialog.class).single().getHeaderTitle()).isEqualTo("Excuse dana");
        assertThat(find(Notification.class).all()).isEmpty();

        choose("CALL_OVERRAN");
        press("Excuse");

        assertThat(
                        SignIns.as(
                                sam.id(),
                                () ->
                                        excuses.page(
                                                null, null, Long.MAX_VALUE, 5, Scope.everyone())))
                .singleElement()
                .matches(each -> each.holds());
        press("Undo");
        assertThat(
                        SignIns.as(
                                sam.id(),
                                () ->
                                        excuses.page(
                                                null, null, Long.MAX_VALUE, 5, Scope.everyone())))
                .singleElement()
                .matches(each -> !each.holds());
    }

    @Test
    void anExplanationIsDecidedBesideTheDayAndUndoneFromTheList() {
        signIn(dana);
        open("my-day");
        assertThat(page()).contains("30 minutes");
        press("Explain");
        find(TextArea.class).single().setValue("The customer would not let go");
        press("Send");
        assertThat(page()).contains("One waits", "would not let go");

        signIn(sam);
        open("excuses");
        assertThat(page()).contains("Waiting (1)");
        open("adherence/agent/dana");
        assertThat(textOf(find(AgentDrawer.class).single()))
                .contains("One waits", "would not let go");
        press("Approve");
        assertThat(waiting()).isZero();

        open("recent-actions");
        assertThat(page()).contains("Approved what dana explained");
        // The message right after the deed offers the same.
        test(find(Button.class).withText("Undo").all().getFirst()).click();
        assertThat(waiting()).isEqualTo(1);
        assertThat(page()).contains("Taken back");
    }

    private int waiting() {
        return SignIns.as(sam.id(), () -> explanations.waiting(Scope.everyone()));
    }

    @Test
    void theSecondWayOfTheNoteExplainsWhileItGoesOn() {
        signIn(dana);
        explain.begin(matter());

        press("Send");

        var known =
                SignIns.as(
                                sam.id(),
                                () ->
                                        explanations.page(
                                                Explanation.Progress.ASKED,
                                                null,
                                                Long.MAX_VALUE,
                                                5,
                                                Scope.everyone()))
                        .getFirst();
        assertThat(known.goesOn()).isTrue();
        assertThat(known.reason()).isEqualTo("CALL_OVERRAN");
    }

    @Test
    void anIncidentSaysWhomItTouchesAndIsEndedFromItsPage() {
        signIn(sam);
        open("excuses");
        press("Incident");
        assertThat(textOf(find(EffectLine.class).single())).contains("Takes 30 minutes");
        press("Excuse all of them");
        open("excuses?show=incidents");
        var number =
                SignIns.as(
                                sam.id(),
                                () -> excuses.page(true, null, Long.MAX_VALUE, 5, Scope.everyone()))
                        .getFirst()
                        .number();
        open("excuses/e" + number + "?show=incidents");
        press("Take back");
        assertThat(textOf(find(Drawer.class).single())).contains("Taken back");
    }
}
