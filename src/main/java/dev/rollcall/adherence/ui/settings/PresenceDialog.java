package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import java.util.function.Consumer;

/// Asks for a presence a feed will report, so that it can be decided on before it does.
final class PresenceDialog extends Dialog {

    private final Select<Base> base = new Select<>();
    private final TextField code = new TextField();
    private final Consumer<String> onAdd;

    /// @param onAdd told the presence
    PresenceDialog(RuleWords words, Consumer<String> onAdd) {
        this.onAdd = onAdd;
        setHeaderTitle(getTranslation("adherence.settings.mapping.add"));
        setWidth("26rem");
        base.setLabel(getTranslation("adherence.settings.mapping.base"));
        base.setItems(Base.UNAVAILABLE, Base.AVAILABLE, Base.ACTIVE, Base.AWAY);
        base.setItemLabelGenerator(each -> words.presence(each.name()));
        base.setValue(Base.UNAVAILABLE);
        base.setWidthFull();
        code.setLabel(getTranslation("adherence.settings.mapping.code"));
        code.setHelperText(getTranslation("adherence.settings.mapping.codeHelp"));
        code.setManualValidation(true);
        code.setWidthFull();
        add(new Paragraph(getTranslation("adherence.settings.mapping.addWhat")), base, code);
        var add = new Button(getTranslation("adherence.settings.mapping.addDone"), _ -> add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), add);
        addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                code.focus();
            }
        });
    }

    private void add() {
        try {
            var presence = new PresenceState(base.getValue(), code.getValue().strip());
            close();
            onAdd.accept(presence.toString());
        } catch (IllegalArgumentException e) {
            code.setErrorMessage(getTranslation("adherence.settings.mapping.codeWrong"));
            code.setInvalid(true);
        }
    }
}
