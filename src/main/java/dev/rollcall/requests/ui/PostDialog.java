package dev.rollcall.requests.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.requests.OpenShiftDraft;
import dev.rollcall.requests.OpenShifts;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Posts a shift for people to claim, made from a template of the planner.
final class PostDialog extends Dialog {

    PostDialog(
            OpenShifts shifts,
            ShiftTemplates templates,
            Directory directory,
            List<Unit> units,
            RequestWords words,
            LocalDate tomorrow,
            Runnable onDone) {
        setHeaderTitle(words.say("post"));
        setWidth("30rem");
        var unit = new ComboBox<Unit>(words.say("allowances.unit"));
        unit.setItems(units);
        unit.setItemLabelGenerator(Unit::name);
        var group = new ComboBox<Group>(words.say("post.group"));
        group.setItemLabelGenerator(Group::name);
        group.setClearButtonVisible(true);
        group.setPlaceholder(words.say("post.anyGroup"));
        var template = new Select<ShiftTemplate>();
        template.setLabel(words.say("post.template"));
        template.setItemLabelGenerator(ShiftTemplate::name);
        var date = new DatePicker(words.say("post.date"));
        date.setLocale(words.locale());
        date.setMin(tomorrow);
        date.setValue(tomorrow);
        var places = new IntegerField(words.say("post.places"));
        places.setStepButtonsVisible(true);
        places.setMin(1);
        places.setValue(1);
        var firstCome = new Checkbox(words.say("post.firstCome"), true);
        var trouble = new Paragraph();
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        unit.addValueChangeListener(e -> {
            var chosen = e.getValue();
            var below =
                    chosen == null
                            ? Scope.nobody()
                            : Scope.ofUnits(directory.withDescendants(chosen.id()));
            group.setItems(directory.groups(below));
            template.setItems(chosen == null ? List.of() : templates.of(chosen.id()));
        });
        var form = new Div(unit, group, template, date, places, firstCome, trouble);
        form.addClassName("request-form");
        add(form);
        units.stream().findFirst().ifPresent(unit::setValue);
        Map<String, HasValidation> fields =
                Map.of("/date", date, "/activities", template, "/places", places, "/group", group);
        var post =
                new Button(
                        words.say("post.confirm"),
                        _ -> {
                            fields.values().forEach(field -> field.setInvalid(false));
                            trouble.setVisible(false);
                            if (unit.getValue() == null
                                    || date.getValue() == null
                                    || template.getValue() == null) {
                                trouble.setText(words.say("post.incomplete"));
                                trouble.setVisible(true);
                                return;
                            }
                            List<PlannedActivity> entries =
                                    template.getValue().on(date.getValue(), unit.getValue().zone());
                            try {
                                shifts.post(
                                        new OpenShiftDraft(
                                                unit.getValue().id(),
                                                group.getValue() == null
                                                        ? null
                                                        : group.getValue().id(),
                                                date.getValue(),
                                                entries,
                                                Objects.requireNonNullElse(places.getValue(), 0),
                                                firstCome.getValue()));
                                close();
                                onDone.run();
                            } catch (InvalidInput e) {
                                for (var problem : e.problems()) {
                                    var field = fields.getOrDefault(problem.pointer(), date);
                                    field.setErrorMessage(
                                            Refusals.ofForm(this::getTranslation).say(problem));
                                    field.setInvalid(true);
                                }
                            } catch (RuntimeException e) {
                                trouble.setText(Refusals.ofForm(this::getTranslation).say(e));
                                trouble.setVisible(true);
                            }
                        });
        post.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), post);
    }
}
