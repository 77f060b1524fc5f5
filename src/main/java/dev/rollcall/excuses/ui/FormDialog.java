package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.excuses.ExcuseReason;
import dev.rollcall.excuses.Excuses;
import dev.rollcall.kit.Refusals;
import dev.rollcall.shared.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A small form over the page: what is wrong with a field is said at the field, everything else
/// above the buttons.
abstract class FormDialog extends Dialog {

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Paragraph trouble = new Paragraph();
    private final Button button = new Button();
    private final Div content = new Div();

    FormDialog(String title) {
        setHeaderTitle(title);
        setWidth("32rem");
        addClassName("excuse-dialog");
        content.addClassName("excuse-form");
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
    }

    /// Shows what is asked for, and what the button says.
    final void ask(String confirm, Component... questions) {
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
    final void field(String pointer, HasValidation field) {
        fields.put(pointer, field);
    }

    final Select<ExcuseReason> reasonField(List<ExcuseReason> offered, @Nullable String first) {
        var reason = new Select<ExcuseReason>();
        reason.setLabel(getTranslation("excuses.field.reason"));
        reason.setItems(offered);
        reason.setItemLabelGenerator(each -> each.name(this::getTranslation));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        offered.stream()
                .filter(each -> each.code().equals(first))
                .findFirst()
                .ifPresent(reason::setValue);
        field("/reason", reason);
        return reason;
    }

    final TextArea textField(String key, String pointer) {
        var text = new TextArea();
        text.setLabel(getTranslation("excuses.field." + key));
        text.setMaxLength(Excuses.LONGEST_NOTE);
        text.setWidthFull();
        field(pointer, text);
        return text;
    }

    /// Says what is wrong with what was chosen; nothing when all is there.
    abstract boolean isComplete();

    /// Does what the form is about.
    abstract void save();

    final boolean demand(boolean fine, String pointer, String key) {
        if (!fine) {
            reject(pointer, getTranslation("excuses.problem." + key));
        }
        return fine;
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
            e.problems()
                    .forEach(each ->
                            reject(
                                    each.pointer(),
                                    Refusals.ofForm(this::getTranslation).say(each)));
            return;
        } catch (RuntimeException e) {
            reject("", Refusals.ofForm(this::getTranslation).say(e));
            return;
        }
        close();
    }

    private void reject(String pointer, String sentence) {
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
}
