package dev.rollcall.adherence.ui.nudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What Dana is told of her own deviation. It is 8 o'clock.
@ViewPackages(classes = NudgeTests.class)
class NudgeTests extends ViewTest {

    @Autowired private NudgeItem header;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private LiveBoard board;
    @Autowired private LivePresence live;
    @Autowired private ApplicationClock clock;

    private Floor.Worker dana;

    @BeforeEach
    void danaIsTracked() {
        floor.track();
        dana = floor.agent("dana");
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));
    }

    private void open() {
        board.settle();
        UI.getCurrent().add(header.create().orElseThrow());
    }

    private boolean isShown() {
        return find(Nudge.class).all().size() == 1;
    }

    private void awaitShown(boolean shown) {
        board.settle();
        await().pollInSameThread()
                .untilAsserted(() -> {
                    MockVaadin.runUIQueue();
                    assertThat(isShown()).isEqualTo(shown);
                });
    }

    private String text() {
        return textOf(find(Nudge.class).single());
    }

    private PresenceState state() {
        return live.of(dana.agent().id()).orElseThrow().state();
    }

    @Test
    void leadsBackToWorkAndIsGoneByItself() {
        dana.onShift("WORK 07:00-16:00", "LUNCH 07:15-07:30")
                .at("07:00", "AVAILABLE")
                .at("07:15", "UNAVAILABLE/LUNCH");
        open();
        assertThat(text()).contains("Schedule says Work since 07:30", "I’m back", "Dismiss");

        press("I’m back");

        assertThat(state()).isEqualTo(PresenceState.AVAILABLE);
        awaitShown(false);
    }

    @Test
    void leadsToTheBreakThePlanAsksFor() {
        dana.onShift("WORK 07:00-16:00", "LUNCH 07:45-08:30").at("07:00", "AVAILABLE");
        open();
        assertThat(text()).contains("Schedule says Lunch since 07:45");

        press("Start Lunch");

        assertThat(state()).isEqualTo(PresenceState.unavailable("LUNCH"));
    }

    @Test
    void saysNothingWithinGraceAndComesWhenItRunsOut() {
        dana.onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE").at("08:00", "UNAVAILABLE/BREAK");
        open();
        assertThat(isShown()).isFalse();

        clock.advance(Duration.ofMinutes(2));

        awaitShown(true);
    }

    @Test
    void staysDismissedForThisDeviationAndComesAgainForTheNext() {
        dana.onShift("WORK 07:00-08:10", "MEETING 08:10-09:00")
                .at("07:00", "AVAILABLE")
                .at("07:40", "UNAVAILABLE/BREAK");
        open();
        press("Dismiss");
        assertThat(isShown()).isFalse();

        clock.advance(Duration.ofMinutes(5));
        board.settle();
        MockVaadin.runUIQueue();
        UI.getCurrent().removeAll();
        open();
        assertThat(isShown()).isFalse();

        clock.advance(Duration.ofMinutes(10));
        awaitShown(true);
        assertThat(text()).contains("Schedule says Meeting since 08:10");
    }

    @Test
    void asksNobodyBackWhoIsNotClockedIn() {
        dana.onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE").at("07:30", "AWAY");

        open();

        assertThat(isShown()).isFalse();
    }

    @Test
    void asksNobodyBackWhoIsNotTracked() {
        floor.untrack();
        dana.onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE").at("07:30", "UNAVAILABLE/BREAK");

        open();

        assertThat(isShown()).isFalse();
    }

    @Test
    void tellsSupervisorsNothingOfOthers() {
        dana.onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE").at("07:30", "UNAVAILABLE/BREAK");
        board.settle();
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));

        assertThat(header.create()).isEmpty();

        var kim = floor.agent("kim").at("07:00", "AVAILABLE");
        signIn(
                signIns.user(
                        kim.agent().id(),
                        Assignment.everywhere(Role.SUPERVISOR),
                        Assignment.everywhere(Role.AGENT)));
        open();
        assertThat(isShown()).isFalse();
    }
}
