package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks why a person is not available. Remembers the last answer for the session.
class UnavailableDialog extends Dialog {

    private static final String LAST = "presence.lastReason";
    private static final int LONGEST_NOTE = 200;

    /// Sets a status with a note, and with when the person means to be back if they said so.
    interface Setter {
        OwnStatus.Outcome set(PresenceState state, String note, @Nullable Instant back);
    }

    private final ReasonChoice reasons;
    private final @Nullable ReturnChoice back;
    private final OwnStatus status;
    private final TextField note = new TextField();

    /// Now.
    UnavailableDialog(List<Reason> offered, OwnStatus status, ZoneId zone, Setter setter) {
        this("presence.unavailable.title", offered, new ReturnChoice(zone), status, setter);
    }

    /// As soon as the work in progress is done.
    static UnavailableDialog whenDone(List<Reason> offered, OwnStatus status, Setter setter) {
        return new UnavailableDialog(
                "presence.unavailable.whenDone", offered, null, status, setter);
    }

    /// @param back asks when they mean to be back; null where nobody knows when it begins
    private UnavailableDialog(
            String title,
            List<Reason> offered,
            @Nullable ReturnChoice back,
            OwnStatus status,
            Setter setter) {
        this.back = back;
        this.status = status;
        setHeaderTitle(getTranslation(title));
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        reasons = new ReasonChoice(getTranslation("presence.unavailable.reason"), offered, note);
        offered.stream()
                .filter(reason -> reason.code().equals(lastReason()))
                .findFirst()
                .ifPresent(reasons::setValue);
        var confirm =
                new Button(
                        getTranslation("presence.unavailable.confirm"), event -> confirm(setter));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        var content = new Div(reasons, note);
        content.addClassName("presence-dialog");
        if (back != null) {
            content.add(back);
        }
        add(content);
        reasons.focusWhenShown();
        getFooter()
                .add(
                        new Button(getTranslation("presence.dialog.cancel"), event -> close()),
                        confirm);
    }

    /// Begins with another reason than the last one.
    void prefill(Reason reason) {
        reasons.setValue(reason);
    }

    private void confirm(Setter setter) {
        var reason = reasons.getValue();
        if (reason == null || !reasons.isComplete()) {
            return;
        }
        var now = status.clock();
        if (back != null && !back.isComplete(now)) {
            return;
        }
        var at = back == null ? null : back.at(now);
        if (setter.set(reason.state(), note.getValue(), at) == OwnStatus.Outcome.DONE) {
            remember(reason);
            close();
        }
    }

    private static String lastReason() {
        var session = VaadinSession.getCurrent();
        return session == null ? "" : Objects.toString(session.getAttribute(LAST), "");
    }

    private static void remember(Reason reason) {
        var session = VaadinSession.getCurrent();
        if (session != null) {
            session.setAttribute(LAST, reason.code());
        }
    }
}
