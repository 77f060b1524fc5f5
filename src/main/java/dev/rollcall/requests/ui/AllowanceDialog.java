package dev.rollcall.requests.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;

/// Asks how much some people may take.
final class AllowanceDialog extends Dialog {

    /// Takes what was typed.
    interface Saver {
        void save(BigDecimal granted, BigDecimal carried);
    }

    AllowanceDialog(
            RequestWords words, String whose, BigDecimal granted, BigDecimal carried, Saver saver) {
        setHeaderTitle(words.say("allowances.title", whose));
        setWidth("24rem");
        var grantedField = field(words, "granted", granted);
        var carriedField = field(words, "carried", carried);
        var form = new Div(grantedField, carriedField);
        form.addClassName("request-form");
        add(form);
        var save =
                new Button(
                        words.say("rules.save"),
                        _ -> {
                            if (isAmount(words, grantedField, false)
                                    & isAmount(words, carriedField, true)) {
                                close();
                                saver.save(grantedField.getValue(), carriedField.getValue());
                            }
                        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), save);
        grantedField.focus();
    }

    private BigDecimalField field(RequestWords words, String key, BigDecimal value) {
        var field = new BigDecimalField(words.say("allowances." + key));
        field.setLocale(words.locale());
        field.setValue(value.stripTrailingZeros().scale() <= 0 ? value.setScale(0) : value);
        field.setWidthFull();
        return field;
    }

    private static boolean isAmount(RequestWords words, BigDecimalField field, boolean orLess) {
        var value = field.getValue();
        boolean fine =
                value != null
                        && (orLess || value.signum() >= 0)
                        && value.stripTrailingZeros().scale() <= 2
                        && value.abs().compareTo(BigDecimal.valueOf(9_999)) <= 0;
        field.setInvalid(!fine);
        field.setErrorMessage(fine ? "" : words.say("complaint.BAD_AMOUNT"));
        return fine;
    }
}
