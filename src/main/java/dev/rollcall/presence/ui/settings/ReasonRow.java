package dev.rollcall.presence.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Reason;
import dev.rollcall.presence.ReasonDraft;
import dev.rollcall.presence.ReasonIcon;
import dev.rollcall.presence.ui.ReasonIcons;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One reason in the settings: its picture, its name, how long it may last, whether it needs a
/// description; where it stands, and whether it is offered.
final class ReasonRow extends ListItem {

    /// What a row asks its list to do.
    interface Neighbours {

        void changed();

        /// @param by -1: one up, 1: one down
        void move(ReasonRow row, int by);

        /// Only a row that was never saved.
        void remove(ReasonRow row);
    }

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LIMIT = 24 * 60;

    private final String code;
    private final Base base;
    private final @Nullable Reason reason;
    private final Neighbours neighbours;
    private final Select<ReasonIcon> icon = new Select<>();
    private final TextField name = new TextField();
    private final IntegerField limit = new IntegerField();
    private final Checkbox description = new Checkbox();
    private final Button up = new Button(VaadinIcon.ARROW_UP.create());
    private final Button down = new Button(VaadinIcon.ARROW_DOWN.create());
    private final Button retire = new Button();
    private boolean retired;

    /// @param reason as it is saved; null for a new one
    ReasonRow(String code, Base base, @Nullable Reason reason, Neighbours neighbours) {
        this.code = code;
        this.base = base;
        this.reason = reason;
        this.neighbours = neighbours;
        addClassName("reason-row");
        getElement().setAttribute("data-reason", code);
        setUpFields();
        up.addClickListener(_ -> neighbours.move(this, -1));
        down.addClickListener(_ -> neighbours.move(this, 1));
        retire.addClickListener(_ -> turn());
        for (var button : new Button[] {up, down, retire}) {
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        }
        add(icon, name);
        if (base == Base.UNAVAILABLE) {
            add(limit);
        }
        var deeds = new Span(up, down, retire);
        deeds.addClassName("reason-deeds");
        add(description, deeds);
        if (reason == null) {
            icon.setValue(ReasonIcon.DOTS);
        } else {
            show(reason);
        }
        speak();
    }

    private void setUpFields() {
        icon.setItems(ReasonIcon.values());
        icon.setRenderer(new ComponentRenderer<>(this::picture));
        icon.addClassName("reason-icon");
        icon.addValueChangeListener(_ -> neighbours.changed());
        name.setMaxLength(LONGEST_NAME);
        name.setRequired(true);
        name.setManualValidation(true);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addClassName("reason-name");
        name.setErrorMessage(getTranslation("presence.settings.nameMissing"));
        name.addValueChangeListener(_ -> {
            name.setInvalid(false);
            speak();
            neighbours.changed();
        });
        limit.setMin(1);
        limit.setMax(LONGEST_LIMIT);
        limit.setClearButtonVisible(true);
        limit.setPlaceholder(getTranslation("presence.settings.noLimit"));
        limit.setSuffixComponent(new Span(getTranslation("presence.settings.minutes")));
        limit.addClassName("reason-limit");
        limit.setI18n(
                new IntegerField.IntegerFieldI18n()
                        .setBadInputErrorMessage(getTranslation("presence.settings.limitBad"))
                        .setMinErrorMessage(getTranslation("presence.settings.limitBad"))
                        .setMaxErrorMessage(getTranslation("presence.settings.limitBad")));
        limit.addValueChangeListener(_ -> neighbours.changed());
        description.setLabel(getTranslation("presence.settings.description"));
        description.addValueChangeListener(_ -> neighbours.changed());
    }

    /// The chosen one is shown without its word, which is still heard.
    private Span picture(ReasonIcon each) {
        var word = new Span(getTranslation("presence.settings.icon." + each));
        word.addClassName("reason-icon-word");
        var picture = new Span(new Icon(ReasonIcons.of(each)), word);
        picture.addClassName("presence-choice");
        return picture;
    }

    private void show(Reason saved) {
        icon.setValue(saved.icon());
        name.setValue(saved.name(this::getTranslation));
        limit.setValue(saved.limit() == null ? null : (int) saved.limit().toMinutes());
        description.setValue(saved.descriptionRequired());
        retired = saved.retired();
    }

    /// Names every part after the reason: a screen reader hears "Limit of Lunch".
    private void speak() {
        var what = name.getValue().isBlank() ? code : name.getValue();
        getElement().setAttribute("aria-label", what);
        icon.setAriaLabel(getTranslation("presence.settings.iconOf", what));
        name.setAriaLabel(getTranslation("presence.settings.nameOf", what));
        limit.setAriaLabel(getTranslation("presence.settings.limitOf", what));
        up.setAriaLabel(getTranslation("presence.settings.up", what));
        down.setAriaLabel(getTranslation("presence.settings.down", what));
        var deed = reason == null ? "remove" : retired ? "offer" : "retire";
        retire.setText(getTranslation("presence.settings." + deed));
        retire.setAriaLabel(getTranslation("presence.settings." + deed + "Named", what));
        getElement().setAttribute("data-retired", retired);
    }

    private void turn() {
        if (reason == null) {
            neighbours.remove(this);
        } else {
            retired = !retired;
            speak();
            neighbours.changed();
        }
    }

    void place(boolean first, boolean last) {
        up.setEnabled(!first);
        down.setEnabled(!last);
    }

    void focus() {
        name.focus();
    }

    String code() {
        return code;
    }

    Base base() {
        return base;
    }

    /// Whether it can be saved; otherwise the focus goes where it cannot.
    boolean isFine() {
        if (name.getValue().isBlank()) {
            name.setInvalid(true);
            name.focus();
            return false;
        }
        if (limit.isInvalid()) {
            limit.focus();
            return false;
        }
        return true;
    }

    ReasonDraft draft() {
        var typed = name.getValue().strip();
        var minutes = limit.getValue();
        return new ReasonDraft(
                code,
                isShippedName(typed) ? null : typed,
                base,
                description.getValue(),
                Objects.requireNonNullElse(icon.getValue(), ReasonIcon.DOTS),
                minutes == null ? null : Duration.ofMinutes(minutes),
                retired);
    }

    /// What is shipped goes on speaking each viewer's language until it gets another name.
    private boolean isShippedName(String typed) {
        if (reason == null) {
            return false;
        }
        var key = reason.nameKey();
        return key != null && typed.equals(getTranslation(key));
    }
}
