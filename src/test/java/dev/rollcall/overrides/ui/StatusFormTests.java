package dev.rollcall.overrides.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.adherence.ui.person.AgentDrawer;
import dev.rollcall.people.Agent;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Statuses;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The form that changes statuses from the board, and what stands in the drawer of whoever is to be
/// something else next.
@ViewPackages(
        packages = {
            "dev.rollcall.overrides.ui",
            "dev.rollcall.adherence.ui.board",
            "dev.rollcall.adherence.ui.person"
        })
class StatusFormTests extends ViewTest {

    @Autowired private StatusAction action;
    @Autowired private LivePresence live;
    @Autowired private Statuses statuses;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;

    private void begin(Agent agent) {
        action.begin(new Matter(Set.of(agent.id()), null, false, ZoneOffset.UTC, () -> {}));
    }

    @SuppressWarnings("unchecked")
    private void choose(PresenceState state) {
        RadioButtonGroup<PresenceState> states = find(RadioButtonGroup.class).single();
        states.setValue(state);
    }

    @Test
    void asksWhatAndWhySetsItAndTakesItBack() {
        var dana = floor.agent("dana").at("07:00", "AVAILABLE").agent();
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        begin(dana);
        press("Change status");
        assertThat(find(TextField.class).single().getErrorMessage())
                .isEqualTo("Say why: they are told.");

        choose(PresenceState.unavailable("MEETING"));
        find(TextField.class).single().setValue("Stand-up in room 4");
        press("Change status");

        assertThat(live.of(dana.id()).orElseThrow().state())
                .isEqualTo(PresenceState.unavailable("MEETING"));
        press("Undo");
        assertThat(live.of(dana.id()).orElseThrow().state()).isEqualTo(PresenceState.AVAILABLE);
    }

    @Test
    void whatIsToFollowStandsInTheDrawerWithTheWayOut() {
        var dana =
                floor.agent("dana")
                        .onShift("WORK 06:00-14:00")
                        .at("07:00", "AVAILABLE")
                        .startsCall("07:30", "call-1")
                        .agent();
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        begin(dana);
        choose(PresenceState.unavailable("BREAK"));
        find(Checkbox.class).single().setValue(true);
        find(TextField.class).single().setValue("You are due");
        press("Change status");

        open("adherence/agent/dana");

        assertThat(textOf(find(AgentDrawer.class).single()))
                .contains("Break when their work is done");
        press("Take back");
        assertThat(statuses.next(dana.id())).isEmpty();
    }
}
