package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.excuses.ExcuseReason;
import dev.rollcall.excuses.Excuses;
import dev.rollcall.kit.FormDialog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A form that asks for reasons and words about excuses.
abstract class ExcuseForm extends FormDialog {

    ExcuseForm(String title) {
        super(title);
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

    final boolean demand(boolean fine, String pointer, String key) {
        if (!fine) {
            reject(pointer, getTranslation("excuses.problem." + key));
        }
        return fine;
    }
}
