package dev.rollcall.attendance.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.attendance.Correction;
import dev.rollcall.people.Agent;
import dev.rollcall.presence.Reasons;
import org.jspecify.annotations.Nullable;

/// Takes no room; says once what was decided.
final class CorrectionNews extends Div {

    private static final int TOAST_MILLIS = 10_000;

    private final Agent agent;
    private final Reasons reasons;
    private final CorrectionPulse pulse;
    private @Nullable Registration subscription;

    CorrectionNews(Agent agent, Reasons reasons, CorrectionPulse pulse) {
        this.agent = agent;
        this.reasons = reasons;
        this.pulse = pulse;
        getElement().setAttribute("hidden", true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        subscription = pulse.follow(agent.id(), correction -> tell(ui, correction));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.remove();
            subscription = null;
        }
    }

    /// Runs on the thread of whoever decided.
    private void tell(UI ui, Correction correction) {
        try {
            ui.access(() -> show(correction));
        } catch (UIDetachedException e) {
            // The page was closed a moment ago; the list of corrections says the same.
        }
    }

    private void show(Correction correction) {
        var words =
                new CorrectionWords(
                        this::getTranslation,
                        new AttendanceWords(this::getTranslation, getLocale(), reasons));
        var by = correction.decidedBy();
        Notification.show(
                words.say(
                        "news." + correction.progress(),
                        by == null ? "" : by.name(),
                        words.span(correction.span(), agent.zone()),
                        correction.note() == null ? "" : correction.note()),
                TOAST_MILLIS,
                Notification.Position.BOTTOM_START);
    }
}
