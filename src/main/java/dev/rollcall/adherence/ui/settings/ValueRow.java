package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.adherence.settings.Setting;
import dev.rollcall.adherence.settings.Sourced;
import dev.rollcall.presence.PresenceState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One of the settings that are single values.
final class ValueRow implements EditedRow, SettingRow.Changes {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// A field and how it takes a value of the setting.
    private record Editor(Component component, Consumer<Object> show, BooleanSupplier fine) {}

    private final LevelView page;
    private final Setting setting;
    private final String name;
    private final SettingRow row;
    private @Nullable Editor editor;
    private @Nullable Draft draft;

    ValueRow(LevelView page, Setting setting) {
        this.page = page;
        this.setting = setting;
        name = page.words().setting(setting);
        row =
                new SettingRow(
                        setting.name(),
                        name,
                        page.getTranslation("adherence.settings.setting." + setting + ".what"),
                        this);
    }

    @Override
    public Component row() {
        return row;
    }

    @Override
    public void show(Draft shown, boolean mayChange) {
        draft = shown;
        var own = shown.own().get(setting);
        var above = shown.base().above().get(setting);
        if (own == null) {
            editor = null;
            row.showInherited(text(above), page.words().inheritedFrom(above.origin()), mayChange);
        } else if (!mayChange) {
            row.showOwn(page.words().value(own));
        } else {
            if (editor == null) {
                editor = editor();
                editor.show().accept(own);
            } else if (editor.fine().getAsBoolean()) {
                editor.show().accept(own);
            }
            row.showOwn(
                    editor.component(),
                    page.getTranslation(
                            "adherence.settings.sourced",
                            text(above),
                            page.words().inheritedFrom(above.origin())));
        }
        row.mark(!shown.base().own().says(setting, own));
    }

    private String text(Sourced<?> value) {
        return page.words().value(value.value());
    }

    private void changed(@Nullable Object value) {
        if (draft != null && value != null && isFine()) {
            draft.set(setting, value);
            page.refresh();
        }
    }

    @Override
    public void makeOwn() {
        if (draft != null) {
            draft.set(setting, draft.base().above().get(setting).value());
            page.refresh();
            focus();
        }
    }

    @Override
    public void inherit() {
        if (draft != null) {
            editor = null;
            draft.set(setting, null);
            page.refresh();
        }
    }

    @Override
    public boolean isFine() {
        return editor == null || editor.fine().getAsBoolean();
    }

    @Override
    public void focus() {
        if (editor != null && editor.component() instanceof Focusable<?> field) {
            field.focus();
        }
    }

    // ------------------------------------------------------------------ fields

    private Editor editor() {
        return switch (setting) {
            case TARGET -> percent();
            case SEVERE -> duration();
            case UNMAPPED -> choice(List.of(Rules.Unmapped.values()));
            case UNSCHEDULED -> choice(List.of(Rules.Unscheduled.values()));
            case WORKING_PRESENCES -> presences();
            case CHAINED_EXCUSE -> yesOrNo();
        };
    }

    private Editor percent() {
        var percent = new BigDecimalField();
        percent.setAriaLabel(name);
        percent.setSuffixComponent(new Span("%"));
        percent.setValueChangeMode(ValueChangeMode.EAGER);
        percent.setManualValidation(true);
        percent.setErrorMessage(page.getTranslation("adherence.settings.setting.TARGET.wrong"));
        percent.addClassName("setting-percent");
        percent.addValueChangeListener(e -> {
            percent.setInvalid(!isPercent(e.getValue()));
            changed(e.getValue());
        });
        return new Editor(
                percent,
                value -> percent.setValue((BigDecimal) value),
                () -> isPercent(percent.getValue()));
    }

    private static boolean isPercent(@Nullable BigDecimal number) {
        return number != null && number.signum() >= 0 && number.compareTo(HUNDRED) <= 0;
    }

    private Editor duration() {
        var duration = new DurationField(name);
        duration.addClassName("duration-alone");
        duration.addValueChangeListener(e -> changed(e.getValue()));
        return new Editor(duration, value -> duration.setValue((Duration) value), duration::isFine);
    }

    private <E extends Enum<E>> Editor choice(List<E> items) {
        var choice = new RadioButtonGroup<E>();
        choice.setItems(items);
        choice.setAriaLabel(name);
        choice.setItemLabelGenerator(page.words()::value);
        choice.addValueChangeListener(e -> changed(e.getValue()));
        return new Editor(
                choice,
                value ->
                        items.stream()
                                .filter(value::equals)
                                .findFirst()
                                .ifPresent(choice::setValue),
                () -> choice.getValue() != null);
    }

    private Editor yesOrNo() {
        var choice = new RadioButtonGroup<Boolean>();
        choice.setItems(true, false);
        choice.setAriaLabel(name);
        choice.setItemLabelGenerator(page.words()::value);
        choice.addValueChangeListener(e -> changed(e.getValue()));
        return new Editor(
                choice, value -> choice.setValue((Boolean) value), () -> choice.getValue() != null);
    }

    private Editor presences() {
        var presences = new MultiSelectComboBox<String>();
        var known = new LinkedHashSet<String>();
        for (var base : PresenceState.Base.values()) {
            if (base != PresenceState.Base.UNKNOWN) {
                known.add(base.name());
            }
        }
        page.sources().reasons().all().forEach(reason -> known.add(reason.state().toString()));
        if (draft != null) {
            draft.holds().mapping().value().stream()
                    .map(rule -> rule.presence())
                    .filter(presence -> !presence.equals("*"))
                    .forEach(known::add);
            known.addAll(draft.holds().workingPresences().value());
        }
        presences.setItems(known);
        presences.setItemLabelGenerator(page.words()::presence);
        presences.setAriaLabel(name);
        presences.addClassName("setting-presences");
        presences.addValueChangeListener(e -> changed(List.copyOf(e.getValue())));
        return new Editor(
                presences,
                value -> {
                    var chosen = new LinkedHashSet<String>();
                    ((List<?>) value).forEach(each -> chosen.add((String) each));
                    if (!presences.getValue().equals(chosen)) {
                        presences.setValue(chosen);
                    }
                },
                () -> true);
    }
}
