package dev.rollcall.presence.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.PresenceState;

/// Clocking in from wherever somebody is asked to.
final class ClockingIn {

    private static final int TOAST_MILLIS = 5_000;

    private ClockingIn() {}

    static void open(AgentId agent, Actor self, OwnStatus status) {
        new ClockInDialog(
                        agent,
                        status,
                        status.plan(agent),
                        unit -> {
                            var outcome =
                                    status.set(agent, self, PresenceState.AVAILABLE, null, unit);
                            if (outcome != OwnStatus.Outcome.DONE) {
                                var text =
                                        UI.getCurrentOrThrow().getTranslation(outcome.messageKey());
                                Notification.show(
                                        text, TOAST_MILLIS, Notification.Position.BOTTOM_START);
                            }
                            return outcome;
                        })
                .open();
    }
}
