package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.RecordForm;
import org.jspecify.annotations.Nullable;

/// A form for a record that has a code.
///
/// @param <T> the record
abstract class PeopleForm<T> extends RecordForm<T> {

    private final Kind kind;

    PeopleForm(Kind kind, FormContext context, @Nullable T known) {
        super(context, known);
        this.kind = kind;
    }

    abstract String code(T record);

    /// The record as it is saved now.
    ///
    /// @throws dev.rollcall.shared.NotFound when it is out of sight
    abstract T read(String code);

    /// Adds the field for the code: it is chosen once and stays.
    final void codeField(String pointer, TextField field) {
        textField(pointer, field, this::code);
        field.setRequiredIndicatorVisible(isNew());
        if (isNew()) {
            field.setHelperText(getTranslation("organisation.help." + pointer.substring(1)));
        }
        field.setReadOnly(!isNew());
    }

    @Override
    protected final String titleWhenNew() {
        return getTranslation(kind.key("new"));
    }

    @Override
    protected final String what() {
        return getTranslation(kind.key("one"));
    }

    @Override
    protected final T readAgain(T record) {
        return read(code(record));
    }
}
