package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.function.Function;

/// Clocks a person out, after one look at what they worked today.
class ClockOutDialog extends Dialog {

    private static final int LONGEST_NOTE = 200;

    /// @param worked the time clocked in today
    /// @param openItems the work in progress that clocking out closes
    /// @param clockOut takes the reason, empty when none was given
    ClockOutDialog(Duration worked, int openItems, Function<String, OwnStatus.Outcome> clockOut) {
        setHeaderTitle(getTranslation("presence.clockOut.title"));
        var content =
                new Div(
                        new Paragraph(
                                getTranslation(
                                        "presence.clockOut.worked", StatusWords.duration(worked))));
        content.addClassName("presence-dialog");
        if (openItems > 0) {
            content.add(new Paragraph(getTranslation("presence.clockOut.open", openItems)));
        }
        var note = new TextField(getTranslation("presence.clockOut.reason"));
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        content.add(note);
        add(content);
        var confirm =
                new Button(
                        getTranslation("presence.clockOut.confirm"),
                        event -> {
                            if (clockOut.apply(note.getValue()) == OwnStatus.Outcome.DONE) {
                                close();
                            }
                        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickShortcut(Key.ENTER);
        getFooter()
                .add(
                        new Button(getTranslation("presence.dialog.cancel"), event -> close()),
                        confirm);
    }
}
