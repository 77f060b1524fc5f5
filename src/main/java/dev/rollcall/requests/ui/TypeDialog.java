package dev.rollcall.requests.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.Refusals;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.AbsenceTypes;
import dev.rollcall.requests.Measure;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Category;
import dev.rollcall.shared.InvalidInput;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A kind of time off, a new one or a known one.
final class TypeDialog extends Dialog {

    TypeDialog(
            AbsenceTypes types,
            Activities activities,
            RequestWords words,
            @Nullable AbsenceType known,
            Consumer<AbsenceType> onSaved) {
        setHeaderTitle(known == null ? words.say("types.add") : words.type(known));
        setWidth("28rem");
        var code = new TextField(words.say("types.code"));
        code.setEnabled(known == null);
        var name = new TextField(words.say("types.name"));
        name.setMaxLength(AbsenceTypes.LONGEST_NAME);
        var activity = new Select<Activity>();
        activity.setLabel(words.say("types.activity"));
        activity.setHelperText(words.say("types.activityHelp"));
        activity.setItems(
                activities.all().stream()
                        .filter(each -> each.category() == Category.TIME_OFF)
                        .toList());
        activity.setItemLabelGenerator(Activity::name);
        var measure = new Select<Measure>();
        measure.setLabel(words.say("types.measure"));
        measure.setItems(Measure.values());
        measure.setItemLabelGenerator(each -> words.say("types.measure." + each));
        measure.setEnabled(known == null);
        var limit = new Select<AbsenceType.Limit>();
        limit.setLabel(words.say("types.limit"));
        limit.setItems(AbsenceType.Limit.values());
        limit.setItemLabelGenerator(each -> words.say("types.limit." + each));
        var offered = new Checkbox(words.say("types.offer"));
        code.setValue(known == null ? "" : known.code());
        name.setValue(known == null ? "" : known.name());
        activities.of(known == null ? "TIME_OFF" : known.activity()).ifPresent(activity::setValue);
        measure.setValue(known == null ? Measure.DAYS : known.measure());
        limit.setValue(known == null ? AbsenceType.Limit.REFUSED : known.limit());
        offered.setValue(known == null || known.offered());
        var trouble = new Paragraph();
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var form = new Div(code, name, activity, measure, limit, offered, trouble);
        form.addClassName("request-form");
        add(form);
        Map<String, HasValidation> fields =
                Map.of("/code", code, "/name", name, "/activity", activity, "/measure", measure);
        var save =
                new Button(
                        words.say("rules.save"),
                        _ -> {
                            fields.values().forEach(field -> field.setInvalid(false));
                            trouble.setVisible(false);
                            try {
                                var saved =
                                        types.save(
                                                new AbsenceType(
                                                        code.getValue().strip(),
                                                        name.getValue(),
                                                        activity.getValue() == null
                                                                ? ""
                                                                : activity.getValue().code(),
                                                        measure.getValue(),
                                                        limit.getValue(),
                                                        offered.getValue(),
                                                        known == null ? 0 : known.version()));
                                close();
                                onSaved.accept(saved);
                            } catch (InvalidInput e) {
                                for (var problem : e.problems()) {
                                    var field = fields.getOrDefault(problem.pointer(), name);
                                    field.setErrorMessage(
                                            Refusals.ofForm(this::getTranslation).say(problem));
                                    field.setInvalid(true);
                                }
                            } catch (RuntimeException e) {
                                trouble.setText(Refusals.ofForm(this::getTranslation).say(e));
                                trouble.setVisible(true);
                            }
                        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), save);
    }
}
