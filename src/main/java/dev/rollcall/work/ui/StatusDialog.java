package dev.rollcall.work.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.rollcall.kit.ReasonDialog;
import dev.rollcall.people.Agent;
import dev.rollcall.presence.PresenceState;
import java.util.List;
import java.util.Optional;

/// Changes somebody else's status, now or when their work is done. They see who did it.
final class StatusDialog extends ReasonDialog {

    /// Sets the status.
    @FunctionalInterface
    interface Setter {
        /// @return a sentence on why it cannot be set; empty when it is
        Optional<String> set(PresenceState state, String reason, boolean whenDone);
    }

    private StatusDialog(
            Agent agent,
            AgentWords words,
            RadioButtonGroup<PresenceState> states,
            Checkbox whenDone,
            Setter setter) {
        super(
                words.say("statusOf", agent.name()),
                words.say("statusText"),
                words.say("setStatus"),
                reason -> setter.set(states.getValue(), reason, whenDone.getValue()));
        states.setLabel(words.say("status"));
        states.setItemLabelGenerator(state ->
                state.equals(PresenceState.AWAY) ? words.say("clockOut") : words.status(state));
        ask(states, whenDone);
    }

    /// @param offered what the status can be; the first is chosen
    /// @param working whether there is work in progress to wait for
    static StatusDialog of(
            Agent agent,
            AgentWords words,
            List<PresenceState> offered,
            boolean working,
            Setter setter) {
        var states = new RadioButtonGroup<PresenceState>();
        states.setItems(offered);
        states.setValue(offered.getFirst());
        var whenDone = new Checkbox(words.say("whenDone"));
        whenDone.setVisible(working);
        return new StatusDialog(agent, words, states, whenDone, setter);
    }
}
