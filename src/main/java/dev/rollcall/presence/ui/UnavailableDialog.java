package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.server.VaadinSession;
import dev.rollcall.presence.Reason;
import java.util.List;
import java.util.Objects;

/// Asks why a person is not available. Remembers the last answer for the session.
class UnavailableDialog extends Dialog {

    private static final String LAST = "presence.lastReason";
    private static final int LONGEST_NOTE = 200;

    private final RadioButtonGroup<Reason> reasons = new RadioButtonGroup<>();
    private final TextField note = new TextField();

    UnavailableDialog(List<Reason> offered, StatusMenu.Setter setter) {
        setHeaderTitle(getTranslation("presence.unavailable.title"));
        reasons.setLabel(getTranslation("presence.unavailable.reason"));
        reasons.setItems(offered);
        reasons.setRenderer(new ComponentRenderer<>(this::choice));
        reasons.addValueChangeListener(event -> askForNote());
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        offered.stream()
                .filter(reason -> reason.code().equals(lastReason()))
                .findFirst()
                .or(() -> offered.stream().findFirst())
                .ifPresent(reasons::setValue);
        var confirm =
                new Button(
                        getTranslation("presence.unavailable.confirm"), event -> confirm(setter));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickShortcut(Key.ENTER);
        var content = new Div(reasons, note);
        content.addClassName("presence-dialog");
        add(content);
        getFooter()
                .add(
                        new Button(getTranslation("presence.dialog.cancel"), event -> close()),
                        confirm);
    }

    private Span choice(Reason reason) {
        var choice = new Span(new Icon(StatusWords.icon(reason)), new Span(name(reason)));
        choice.addClassName("presence-choice");
        return choice;
    }

    private String name(Reason reason) {
        return getTranslation(reason.nameKey());
    }

    private void askForNote() {
        var reason = reasons.getValue();
        boolean required = reason != null && reason.descriptionRequired();
        note.setInvalid(false);
        note.setRequiredIndicatorVisible(required);
        note.setLabel(
                getTranslation(
                        required
                                ? "presence.unavailable.description"
                                : "presence.unavailable.note"));
        note.setHelperText(
                required ? getTranslation("presence.unavailable.helper", LONGEST_NOTE) : null);
    }

    private void confirm(StatusMenu.Setter setter) {
        var reason = reasons.getValue();
        if (reason == null) {
            return;
        }
        if (reason.descriptionRequired() && note.getValue().isBlank()) {
            note.setErrorMessage(getTranslation("presence.unavailable.descriptionMissing"));
            note.setInvalid(true);
            note.focus();
            return;
        }
        if (setter.set(reason.state(), note.getValue()) == OwnStatus.Outcome.DONE) {
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
