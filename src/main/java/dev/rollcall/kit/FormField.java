package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One field of a form: where it gets its value from, what the services call it, and how its values
/// are told in a sentence.
///
/// @param <T> the record the form is about
/// @param <V> the field's value
final class FormField<T, V extends @Nullable Object> {

    /// What became of one field when somebody else had saved first.
    ///
    /// @param label the field's
    /// @param saved what is saved now
    /// @param typed what whoever edits has typed, null when the field simply took the saved value
    /// @param takeSaved puts the saved value into the field
    record Difference(String label, String saved, @Nullable String typed, Runnable takeSaved) {}

    private final String pointer;
    private final Component component;
    private final HasValue<?, V> value;
    private final HasValidation validation;
    private final HasLabel label;
    private final Function<T, V> read;
    private final Function<V, String> tell;
    private V before;

    /// @param pointer what the services call it, for example `/name`
    /// @param blank the value in a new record
    /// @param read the value in a record that is there
    /// @param tell the value in words, empty for none
    <C extends Component & HasValue<?, V> & HasValidation & HasLabel> FormField(
            String pointer, C field, V blank, Function<T, V> read, Function<V, String> tell) {
        this.pointer = pointer;
        this.component = field;
        this.value = field;
        this.validation = field;
        this.label = field;
        this.read = read;
        this.tell = tell;
        this.before = blank;
        // What is wrong is for the services to say.
        field.setManualValidation(true);
        value.setValue(blank);
        value.addValueChangeListener(_ -> accept());
    }

    Component component() {
        return component;
    }

    String pointer() {
        return pointer;
    }

    /// Takes the value of a record.
    void show(T record) {
        before = read.apply(record);
        value.setValue(before);
    }

    boolean isChanged() {
        return !Objects.equals(value.getValue(), before);
    }

    void lock() {
        value.setReadOnly(true);
        value.setRequiredIndicatorVisible(false);
    }

    void reject(String sentence) {
        var known = validation.getErrorMessage();
        validation.setErrorMessage(
                validation.isInvalid() && known != null && !known.equals(sentence)
                        ? known + " " + sentence
                        : sentence);
        validation.setInvalid(true);
    }

    void accept() {
        validation.setInvalid(false);
        validation.setErrorMessage("");
    }

    boolean isRejected() {
        return validation.isInvalid();
    }

    /// Meets a newer record: an untouched field takes its value, a changed one keeps what was
    /// typed.
    ///
    /// @param changed whether it held something typed before any field met the newer record
    /// @return what there is to tell; empty when the newer record changes nothing here
    Optional<Difference> meet(T now, boolean changed) {
        var saved = read.apply(now);
        if (Objects.equals(saved, before)) {
            return Optional.empty();
        }
        var typed = value.getValue();
        before = saved;
        if (!changed) {
            value.setValue(saved);
        }
        if (changed && Objects.equals(typed, saved)) {
            return Optional.empty();
        }
        return Optional.of(
                new Difference(
                        label.getLabel(),
                        tell.apply(saved),
                        changed ? tell.apply(typed) : null,
                        () -> value.setValue(saved)));
    }
}
