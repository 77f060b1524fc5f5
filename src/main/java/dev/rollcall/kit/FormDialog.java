package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rollcall.shared.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Map;

/// A small form over the page: what is wrong with a field is said at the field, everything else
/// above the buttons. Closed when it was saved.
public abstract class FormDialog extends Dialog {

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Paragraph trouble = new Paragraph();
    private final Button button = new Button();
    private final Div content = new Div();

    protected FormDialog(String title) {
        setHeaderTitle(title);
        setWidth("32rem");
        addClassName("form-dialog");
        content.addClassName("form-dialog-fields");
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
    }

    /// Shows what is asked for, and what the button says.
    protected final void ask(String confirm, Component... questions) {
        content.add(questions);
        content.add(trouble);
        add(content);
        button.setText(confirm);
        button.setDisableOnClick(true);
        button.addClickListener(_ -> {
            attempt();
            button.setEnabled(true);
        });
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), button);
    }

    /// Where problems with a field are said.
    ///
    /// @param pointer as services name it, for example `/text`
    protected final void field(String pointer, HasValidation field) {
        fields.put(pointer, field);
    }

    /// Says what is wrong with what was chosen; nothing when all is there.
    protected abstract boolean isComplete();

    /// Does what the form is about.
    protected abstract void save();

    /// Says at a field, or above the buttons when there is none, what is wrong.
    protected final void reject(String pointer, String sentence) {
        var field = fields.get(pointer);
        // A field that is not shown says nothing.
        if (field == null || field instanceof Component shown && !shown.isVisible()) {
            trouble.setText(sentence);
            trouble.setVisible(true);
        } else {
            field.setErrorMessage(sentence);
            field.setInvalid(true);
        }
    }

    private void attempt() {
        fields.values().forEach(field -> field.setInvalid(false));
        trouble.setVisible(false);
        if (!isComplete()) {
            return;
        }
        try {
            save();
        } catch (InvalidInput e) {
            var refusals = Refusals.ofForm(this::getTranslation);
            e.problems().forEach(each -> reject(each.pointer(), refusals.say(each)));
            return;
        } catch (RuntimeException e) {
            reject("", Refusals.ofForm(this::getTranslation).say(e));
            return;
        }
        close();
    }
}
