package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;

/// Asks why before something is done to somebody: they are told in these words.
public class ReasonDialog extends Dialog {

    /// Does what the dialog is about.
    @FunctionalInterface
    public interface Deed {

        /// @param reason what somebody said, not blank
        /// @return a sentence on why it cannot be done; empty when it is done
        Optional<String> doFor(String reason);
    }

    private static final int LONGEST = 200;

    private final TextField reason = new TextField();
    private final Paragraph trouble = new Paragraph();
    private final Div content = new Div();
    private final Deed deed;

    /// @param text a sentence on what is about to happen
    /// @param confirm what the button says
    public ReasonDialog(String title, String text, String confirm, Deed deed) {
        this.deed = deed;
        setHeaderTitle(title);
        setWidth("28rem");
        reason.setLabel(getTranslation("kit.reason.label"));
        reason.setHelperText(getTranslation("kit.reason.told"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        content.addClassName("reason-dialog");
        content.add(new Paragraph(text), reason, trouble);
        add(content);
        var button = new Button(confirm, _ -> confirm());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), button);
        reason.focus();
    }

    /// Asks something more, above the reason.
    protected final void ask(Component... questions) {
        var asked = new Div(questions);
        asked.addClassName("reason-questions");
        content.addComponentAtIndex(1, asked);
    }

    private void confirm() {
        var words = reason.getValue().strip();
        reason.setInvalid(words.isEmpty());
        if (words.isEmpty()) {
            reason.setErrorMessage(getTranslation("kit.reason.missing"));
            reason.focus();
            return;
        }
        var refused = deed.doFor(words);
        refused.ifPresentOrElse(
                sentence -> {
                    trouble.setText(sentence);
                    trouble.setVisible(true);
                },
                this::close);
    }
}
