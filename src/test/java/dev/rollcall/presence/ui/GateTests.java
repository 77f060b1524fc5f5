package dev.rollcall.presence.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import dev.rollcall.presence.ClockInGate;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A page behind the gate, as Dana finds it. It is 8 o'clock.
@ViewPackages(classes = GateTests.class)
class GateTests extends ViewTest {

    @Autowired private ClockInGate gate;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private LivePresence live;

    private Floor.Worker dana;

    @BeforeEach
    void signInAsDana() {
        floor.track();
        dana = floor.agent("dana");
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));
    }

    @Test
    void isShutUntilSomebodyWhoIsTrackedClocksIn() {
        page();

        assertThat(gate.isShut()).isTrue();
        assertThat(shown()).contains("The console opens when you clock in").doesNotContain("open!");
    }

    @Test
    void offersToClockInAndOpensThen() {
        page();

        press("Clock in");
        var dialog = find(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Clock in");
        test(find(Button.class).withText("Clock in").all().getLast()).click();

        assertThat(live.of(dana.agent().id()).orElseThrow().state())
                .isEqualTo(PresenceState.AVAILABLE);
        soon(() -> assertThat(shown()).isEqualTo("open!"));
        assertThat(gate.isShut()).isFalse();
    }

    @Test
    void opensAndShutsWhereverSomebodyClocksInAndOut() {
        page();

        dana.at("07:00", "AVAILABLE");
        soon(() -> assertThat(shown()).isEqualTo("open!"));

        dana.at("07:30", "UNAVAILABLE/BREAK");
        roundTrip();
        assertThat(shown()).isEqualTo("open!");

        dana.at("07:40", "AWAY");
        soon(() -> assertThat(shown()).contains("opens when you clock in"));
    }

    @Test
    void opensForWhoeverIsNotTrackedAnyMore() {
        page();

        floor.untrack();

        soon(() -> assertThat(shown()).isEqualTo("open!"));
    }

    @Test
    void buildsThePageOnAThreadOfItsOwn() {
        var builder = new AtomicReference<Thread>();
        UI.getCurrent()
                .add(
                        gate.before(
                                "The console",
                                () -> {
                                    builder.set(Thread.currentThread());
                                    return new Span("open!");
                                }));
        var session = VaadinSession.getCurrent();

        session.unlock();
        try {
            dana.at("07:00", "AVAILABLE");
            await().until(() -> builder.get() != null);
        } finally {
            session.lock();
        }

        assertThat(builder.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void isNotThereForPeopleWhoAreNoAgents() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        page();

        assertThat(gate.isShut()).isFalse();
        assertThat(shown()).isEqualTo("open!");
    }

    @Test
    void saysAboveAPageToBeReadWhatHasToWait() {
        var moved = new AtomicInteger();
        UI.getCurrent().add(gate.notice("Read only.", moved::incrementAndGet));
        assertThat(shown()).contains("Read only.");

        dana.at("07:00", "AVAILABLE");

        soon(() -> assertThat(shown()).doesNotContain("Read only."));
        assertThat(moved).hasValue(1);
    }

    private void page() {
        UI.getCurrent().add(gate.before("The console", () -> new Span("open!")));
    }

    /// Looking for something lets what is pushed arrive.
    private String shown() {
        find(Gate.class).all();
        return UI.getCurrent()
                .getChildren()
                .filter(child -> !(child instanceof Dialog))
                .map(ViewTest::textOf)
                .reduce("", String::concat);
    }
}
