package dev.rollcall.planner.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.ShiftTemplate.Pause;
import dev.rollcall.planner.ShiftTemplate.Stretch;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.planner.TemplateDraft;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Category;
import dev.rollcall.shared.InvalidInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One shift template. What is refused is said at the field it is about; nothing that was typed is
/// lost.
final class TemplateDialog extends Dialog {

    private final PlannerWords words;
    private final Refusals refusals = Refusals.ofForm(this::getTranslation);
    private final List<Activity> interrupting;
    private final TextField name = new TextField();
    private final Select<Unit> unit = new Select<>();
    private final Div stretches = new Div();
    private final Div pauses = new Div();
    private final List<Hours> hourRows = new ArrayList<>();
    private final List<PauseRow> pauseRows = new ArrayList<>();
    private final Paragraph trouble = new Paragraph();
    private final Consumer<TemplateDraft> saver;

    /// @param template null for a new one
    /// @param units whose it can be
    /// @param everybodys whether it can be everybody's
    /// @param saver throws what the services refuse
    TemplateDialog(
            PlannerWords words,
            @Nullable ShiftTemplate template,
            Activities activities,
            List<Unit> units,
            boolean everybodys,
            Consumer<TemplateDraft> saver) {
        this.words = words;
        this.saver = saver;
        interrupting =
                activities.all().stream()
                        .filter(each -> each.category() == Category.AUXILIARY)
                        .toList();
        setHeaderTitle(words.say(template == null ? "template.new" : "template.change"));
        setWidth("42rem");
        addClassName("planner-template");
        name.setLabel(words.say("template.name"));
        name.setMaxLength(ShiftTemplates.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        unit.setLabel(words.say("template.unit"));
        unit.setItems(units);
        unit.setItemLabelGenerator(each -> each == null ? words.say("template.all") : each.name());
        unit.setEmptySelectionAllowed(everybodys);
        unit.setEmptySelectionCaption(words.say("template.all"));
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var fields = new Div(name, unit);
        fields.addClassName("record-fields");
        add(
                fields,
                new H3(words.say("template.hours")),
                stretches,
                add("template.addHours", () -> hours(null)),
                new H3(words.say("template.pauses")),
                new Paragraph(words.say("template.pausesWhat")),
                pauses,
                add("template.addPause", () -> pause(null)),
                trouble);
        show(template, units, everybodys);
        var save = new Button(words.say("day.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.words().get("kit.form.cancel"), _ -> close()), save);
        name.focus();
    }

    private void show(@Nullable ShiftTemplate template, List<Unit> units, boolean everybodys) {
        if (template == null) {
            if (!everybodys && !units.isEmpty()) {
                unit.setValue(units.getFirst());
            }
            hours(null);
            return;
        }
        name.setValue(template.name());
        units.stream()
                .filter(each -> each.id().equals(template.unit()))
                .findFirst()
                .ifPresent(unit::setValue);
        template.stretches().forEach(this::hours);
        template.pauses().forEach(this::pause);
    }

    private Button add(String what, Runnable deed) {
        var button = new Button(words.say(what), VaadinIcon.PLUS.create(), _ -> deed.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void hours(@Nullable Stretch stretch) {
        var row = new Hours(stretch);
        hourRows.add(row);
        stretches.add(row);
    }

    private void pause(@Nullable Pause pause) {
        var row = new PauseRow(pause);
        pauseRows.add(row);
        pauses.add(row);
    }

    private void save() {
        trouble.setVisible(false);
        fields().values()
                .forEach(field -> {
                    if (field instanceof HasValidation validated) {
                        validated.setInvalid(false);
                    }
                });
        if (hourRows.stream().anyMatch(row -> row.stretch() == null)
                || pauseRows.stream().anyMatch(row -> row.pause() == null)) {
            tell(words.say("template.incomplete"));
            return;
        }
        UnitId owner = unit.getValue() == null ? null : unit.getValue().id();
        var draft =
                new TemplateDraft(
                        name.getValue(),
                        owner,
                        hourRows.stream().map(Hours::stretch).map(Objects::requireNonNull).toList(),
                        pauseRows.stream()
                                .map(PauseRow::pause)
                                .map(Objects::requireNonNull)
                                .toList());
        try {
            saver.accept(draft);
            close();
        } catch (InvalidInput e) {
            reject(e);
        } catch (RuntimeException e) {
            tell(refusals.say(e));
        }
    }

    private void reject(InvalidInput input) {
        var fields = fields();
        for (var problem : input.problems()) {
            var text = refusals.say(problem);
            if (fields.get(problem.pointer()) instanceof HasValidation field) {
                field.setErrorMessage(text);
                field.setInvalid(true);
            } else {
                tell(text);
            }
        }
    }

    private Map<String, Component> fields() {
        var fields = new LinkedHashMap<String, Component>();
        fields.put("/name", name);
        fields.put("/unit", unit);
        for (int i = 0; i < pauseRows.size(); i++) {
            var row = pauseRows.get(i);
            fields.put("/pauses/" + i + "/activity", row.activity);
            fields.put("/pauses/" + i + "/length", row.length);
            fields.put("/pauses/" + i + "/latest", row.latest);
        }
        return fields;
    }

    private void tell(String text) {
        trouble.setText(text);
        trouble.setVisible(true);
    }

    private Button removing(Runnable deed) {
        var remove = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> deed.run());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(words.say("day.remove"));
        remove.setTooltipText(words.say("day.remove"));
        return remove;
    }

    /// One stretch of work.
    private final class Hours extends Div {
        private final TimePicker from = new TimePicker(words.say("day.from"));
        private final TimePicker to = new TimePicker(words.say("day.to"));

        Hours(@Nullable Stretch stretch) {
            addClassName("planner-entry");
            from.setLocale(words.locale());
            to.setLocale(words.locale());
            from.setStep(Duration.ofMinutes(15));
            to.setStep(Duration.ofMinutes(15));
            if (stretch != null) {
                from.setValue(stretch.start());
                to.setValue(stretch.end());
            }
            add(
                    from,
                    to,
                    removing(() -> {
                        hourRows.remove(this);
                        stretches.remove(this);
                    }));
        }

        @Nullable Stretch stretch() {
            return from.getValue() == null || to.getValue() == null
                    ? null
                    : new Stretch(from.getValue(), to.getValue());
        }
    }

    /// One rule for a pause.
    private final class PauseRow extends Div {
        private final Select<Activity> activity = new Select<>();
        private final IntegerField length = new IntegerField(words.say("template.length"));
        private final IntegerField earliest = new IntegerField(words.say("template.earliest"));
        private final IntegerField latest = new IntegerField(words.say("template.latest"));

        PauseRow(@Nullable Pause pause) {
            addClassName("planner-entry");
            activity.setLabel(words.say("day.activity"));
            activity.setItems(interrupting);
            activity.setItemLabelGenerator(Activity::name);
            for (var field : List.of(length, earliest, latest)) {
                field.setMin(0);
                field.setStep(15);
                field.setStepButtonsVisible(true);
            }
            if (pause == null) {
                length.setValue(30);
                earliest.setValue(180);
                latest.setValue(300);
            } else {
                interrupting.stream()
                        .filter(each -> each.code().equals(pause.activity()))
                        .findFirst()
                        .ifPresent(activity::setValue);
                length.setValue((int) pause.length().toMinutes());
                earliest.setValue((int) pause.earliest().toMinutes());
                latest.setValue((int) pause.latest().toMinutes());
            }
            add(
                    activity,
                    length,
                    earliest,
                    latest,
                    removing(() -> {
                        pauseRows.remove(this);
                        pauses.remove(this);
                    }));
        }

        @Nullable Pause pause() {
            return activity.getValue() == null
                            || length.getValue() == null
                            || earliest.getValue() == null
                            || latest.getValue() == null
                    ? null
                    : new Pause(
                            activity.getValue().code(),
                            Duration.ofMinutes(length.getValue()),
                            Duration.ofMinutes(earliest.getValue()),
                            Duration.ofMinutes(latest.getValue()));
        }
    }
}
