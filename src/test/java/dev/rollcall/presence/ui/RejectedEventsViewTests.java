package dev.rollcall.presence.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.RejectedEvents.Line;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ViewTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = RejectedEventsViewTests.class)
class RejectedEventsViewTests extends ViewTest {

    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private PresenceLog log;
    @Autowired private LivePresence live;
    @Autowired private Access access;

    @BeforeEach
    void anAdmin() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
    }

    @Test
    void saysThatNothingWaits() {
        open("settings/rejected-events");

        assertThat(textOf(page())).contains("none");
        assertThat(button("Replay all waiting (0)").isEnabled()).isFalse();
    }

    @Test
    void saysWhyAnEventWasRejectedAndWhatToDo() {
        reject("<img src=x onerror=alert(1)>");
        open("settings/rejected-events/" + lines().getFirst().number());

        var drawer = textOf(find(RejectedDrawer.class).single());
        assertThat(drawer)
                .contains("Nobody here has the external id “<img src=x onerror=alert(1)>”")
                .contains("Add the agent with exactly this external id")
                .contains("Telephony")
                .contains("data.status");
        assertThat(find(RejectedDrawer.class).single().getElement().getOuterHTML())
                .doesNotContain("<img src=x");
    }

    @Test
    void replaysOneWhenItsAgentIsThere() {
        reject("dana");
        var dana = floor.agent("dana").agent();
        open("settings/rejected-events/" + lines().getFirst().number());
        assertThat(textOf(find(RejectedDrawer.class).single()))
                .contains("There is an agent with this external id now");

        press("Replay");

        assertThat(toasts()).containsExactly("Accepted. The timeline shows it now.");
        assertThat(live.of(dana.id())).isPresent();
        assertThat(lines()).isEmpty();
        assertThat(textOf(find(RejectedDrawer.class).single())).contains("Accepted");
    }

    @Test
    void replaysAllThatWaitAndSaysHowManyAreLeft() {
        reject("dana");
        reject("kim");
        floor.agent("dana");
        open("settings/rejected-events");

        press("Replay all waiting (2)");

        assertThat(toasts()).containsExactly("1 accepted, 1 still rejected.");
        assertThat(lines()).extracting(Line::subject).containsExactly("kim");
    }

    @Test
    void discardsTheChosenWithAReason() {
        reject("dana");
        reject("kim");
        open("settings/rejected-events");
        grid().select(lines().getFirst());

        press("Discard chosen (1)");
        press("Discard");
        var reason = find(TextArea.class).single();
        assertThat(reason.getErrorMessage()).isEqualTo("Say why these events are put aside.");
        test(reason).setValue("Left last year");
        press("Discard");

        assertThat(lines()).extracting(Line::subject).containsExactly("dana");
        open("settings/rejected-events?state=DISCARDED");
        assertThat(lines()).extracting(Line::subject).containsExactly("kim");
    }

    @Test
    void narrowsTheListAsTheAddressSays() {
        reject("dana");
        open("settings/rejected-events?source=%2Fchat");
        assertThat(lines()).isEmpty();

        press("Show everything");

        assertThat(lines()).hasSize(1);
    }

    @Test
    void tellsWhoLooksAfterAPartOfTheOrganisationThatThisIsForTheWhole() {
        var north = floor.unit("north", "UTC");
        signIn(signIns.user(Assignment.inUnit(Role.ADMIN, north.id())));

        open("settings/rejected-events");

        assertThat(textOf(page())).contains("This is about the whole organisation");
    }

    @Test
    void doesNotOpenForSupervisors() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));

        UI.getCurrent().navigate("settings/rejected-events");

        assertThat(find(RejectedEventsView.class).exists()).isFalse();
    }

    private void reject(String subject) {
        var event =
                new StatusChanged(
                        "/pbx",
                        "e-" + subject,
                        subject,
                        FreshStart.NOW.minusSeconds(60),
                        null,
                        PresenceState.AVAILABLE,
                        null);
        access.asSystem(
                "test",
                () ->
                        log.append(
                                List.of(event),
                                new Actor(Actor.Kind.TOKEN, "rc_test", "Telephony"),
                                Scope.everyone()));
    }

    private RejectedEventsView page() {
        return find(RejectedEventsView.class).single();
    }

    private RejectedGrid grid() {
        return find(RejectedGrid.class).single();
    }

    /// What the list shows; the screen is opened when it is not.
    private List<Line> lines() {
        if (!find(RejectedGrid.class).exists()) {
            open("settings/rejected-events");
        }
        return grid().getListDataView().getItems().toList();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
