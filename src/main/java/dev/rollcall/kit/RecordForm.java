package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A form for one record, new or known. What the services refuse is said at the field they name;
/// when somebody else saved first nothing is lost: untouched fields take the newer values, typed
/// ones stay and both are shown.
///
/// @param <T> the record
public abstract class RecordForm<T> extends Drawer {

    /// The version of what does not exist yet.
    private static final long NEW = 0;

    private final FormHost host;
    private final Refusals refusals = Refusals.ofForm(this::getTranslation);
    private final List<FormField<T, ?>> fields = new ArrayList<>();
    private final Paragraph trouble = new Paragraph();
    private final ConflictNote conflict;
    private final Div body = new Div();
    private final List<Component> actions = new ArrayList<>();
    private final @Nullable T first;
    private @Nullable T known;

    /// @param known the record as it was when the form was opened, null for a new one
    protected RecordForm(FormHost host, @Nullable T known) {
        super(host::close);
        this.host = host;
        this.first = known;
        this.known = known;
        conflict = new ConflictNote(host.clock());
        addClassName("record-form");
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        body.addClassName("record-fields");
    }

    // ------------------------------------------------------------------ for each kind to say

    /// The title of the form for a new record.
    protected abstract String titleWhenNew();

    /// A word on what the record is, above its name.
    protected abstract String what();

    protected abstract String name(T record);

    /// Counts the changes; 1 or more.
    protected abstract long version(T record);

    /// The record as it is saved now.
    ///
    /// @throws NotFound when it is out of sight
    protected abstract T readAgain(T record);

    /// Saves what the fields hold.
    ///
    /// @param expectedVersion of the record the fields were filled from, 0 for a new one
    protected abstract T write(long expectedVersion);

    /// Why the viewer may not change it.
    protected String whyReadOnly() {
        return getTranslation("kit.form.readOnly");
    }

    // ------------------------------------------------------------------ building

    protected final boolean isNew() {
        return first == null;
    }

    /// Adds a field, in order.
    ///
    /// @param pointer what the services call it, for example `/name`
    /// @param blank the value in a new record
    /// @param read the value in a record that is there
    /// @param tell the value in words, empty for none
    protected final <
                    V extends @Nullable Object,
                    C extends Component & HasValue<?, V> & HasValidation & HasLabel>
            void field(
                    String pointer,
                    C field,
                    V blank,
                    Function<T, V> read,
                    Function<V, String> tell) {
        var added = new FormField<T, V>(pointer, field, blank, read, tell);
        fields.add(added);
        field.getElement().setAttribute("data-field", pointer.substring(1));
        body.add(field);
        if (first != null) {
            added.show(first);
        }
        field.addValueChangeListener(_ -> host.changed(isDirty()));
    }

    /// Adds a line of text.
    protected final void textField(String pointer, TextField field, Function<T, String> read) {
        // At once: whoever types and leaves in the same second is asked, too.
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setClearButtonVisible(false);
        field(pointer, field, "", read, Function.identity());
    }

    /// Adds something that is no field.
    protected final void more(Component component) {
        body.add(component);
    }

    /// Adds a button beside those that save and cancel, or below the note that nobody may.
    protected final void action(Component button) {
        actions.add(button);
    }

    /// Finishes the form.
    ///
    /// @param mayChange whether the viewer may save
    protected final void finish(boolean mayChange) {
        var shown = first;
        setTitle(shown == null ? titleWhenNew() : name(shown), shown == null ? "" : what());
        add(conflict, body);
        if (mayChange) {
            addFoot(buttons());
            Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.CONTROL)
                    .listenOn(this)
                    .resetFocusOnActiveElement();
        } else {
            fields.forEach(FormField::lock);
            var note = new Paragraph(whyReadOnly());
            note.addClassName("record-note");
            var foot = new Div(note);
            foot.add(actions);
            foot.addClassName("record-foot");
            addFoot(foot);
        }
    }

    private Component buttons() {
        var save = new Button(getTranslation("kit.form.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClassName("record-save");
        var cancel = new Button(getTranslation("kit.form.cancel"), _ -> host.close());
        var buttons = new Div(save, cancel);
        buttons.add(actions);
        buttons.addClassName("record-buttons");
        var foot = new Div(trouble, buttons);
        foot.addClassName("record-foot");
        return foot;
    }

    // ------------------------------------------------------------------ while it is open

    /// Whether leaving would lose something.
    public final boolean isDirty() {
        return fields.stream().anyMatch(FormField::isChanged);
    }

    /// Where somebody begins who makes a new record.
    public final void focusFirst() {
        if (first == null && fields.getFirst().component() instanceof Focusable<?> field) {
            field.focus();
        } else {
            focusTitle();
        }
    }

    public final void save() {
        fields.forEach(FormField::accept);
        trouble.setVisible(false);
        var base = known;
        try {
            var saved = write(base == null ? NEW : version(base));
            host.saved(name(saved));
        } catch (InvalidInput e) {
            reject(e);
        } catch (EditConflict e) {
            meet(e);
        } catch (RuntimeException e) {
            tell(refusals.say(e));
        }
    }

    /// Says what is wrong at the fields it is about.
    protected final void reject(InvalidInput input) {
        var unplaced = new ArrayList<String>();
        for (var problem : input.problems()) {
            var text = refusals.say(problem);
            fields.stream()
                    .filter(field -> field.pointer().equals(problem.pointer()))
                    .findFirst()
                    .ifPresentOrElse(field -> field.reject(text), () -> unplaced.add(text));
        }
        if (!unplaced.isEmpty()) {
            tell(String.join(" ", unplaced));
        }
        fields.stream()
                .filter(FormField::isRejected)
                .map(FormField::component)
                .findFirst()
                .ifPresent(field -> {
                    field.scrollIntoView();
                    if (field instanceof Focusable<?> first) {
                        first.focus();
                    }
                });
    }

    private void meet(EditConflict conflicting) {
        var base = known;
        if (base == null) {
            say("kit.form.refused");
            return;
        }
        try {
            var now = readAgain(base);
            known = now;
            var changed = fields.stream().filter(FormField::isChanged).collect(Collectors.toSet());
            var differences =
                    fields.stream()
                            .flatMap(field -> field.meet(now, changed.contains(field)).stream())
                            .toList();
            conflict.show(conflicting, differences);
            host.changed(isDirty());
        } catch (NotFound e) {
            say("kit.form.refused");
        }
    }

    /// Says something that is about no field.
    ///
    /// @param key of the sentence in the translations
    protected final void say(String key) {
        tell(getTranslation(key));
    }

    private void tell(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(true);
    }
}
