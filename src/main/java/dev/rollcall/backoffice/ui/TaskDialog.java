package dev.rollcall.backoffice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.backoffice.BackOfficeTask;
import dev.rollcall.backoffice.BackOfficeTasks;
import dev.rollcall.backoffice.TaskDraft;
import dev.rollcall.backoffice.TaskRefused;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Unit;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a task is about: asked for a new one, and to change one. What is refused is said at the
/// field it is about; nothing that was typed is lost.
final class TaskDialog extends Dialog {

    private final TaskWords words;
    private final Refusals refusals = Refusals.ofForm(this::getTranslation);
    private final TextField title = new TextField();
    private final TextArea description = new TextArea();
    private final ComboBox<Agent> agent = new ComboBox<>();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final IntegerField estimate = new IntegerField();
    private final DateTimePicker due = new DateTimePicker();
    private final Paragraph trouble = new Paragraph();
    private final Consumer<TaskDraft> saver;

    /// @param task null for a new one
    /// @param agents to whom it can be given
    /// @param units whose it can be; not asked when there is one at most
    /// @param saver throws what the services refuse
    TaskDialog(
            TaskWords words,
            @Nullable BackOfficeTask task,
            List<Agent> agents,
            List<Unit> units,
            Consumer<TaskDraft> saver) {
        this.words = words;
        this.saver = saver;
        setHeaderTitle(words.say(task == null ? "new" : "editTitle"));
        setWidth("32rem");
        prepare(agents, units);
        var fields = new Div(title, description, agent, unit, estimate, due, trouble);
        fields.addClassName("record-fields");
        add(fields);
        if (task == null) {
            agent.setValue(agents.size() == 1 ? agents.getFirst() : null);
            unit.setValue(units.size() == 1 ? units.getFirst() : null);
        } else {
            show(task, agents, units);
        }
        var save = new Button(words.say("save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), save);
        title.focus();
    }

    private void prepare(List<Agent> agents, List<Unit> units) {
        title.setLabel(words.say("what.label"));
        title.setRequiredIndicatorVisible(true);
        title.setMaxLength(BackOfficeTasks.LONGEST_TITLE);
        description.setLabel(words.say("description"));
        description.setMaxLength(BackOfficeTasks.LONGEST_DESCRIPTION);
        agent.setLabel(words.say("agent"));
        agent.setPlaceholder(words.say("nobody"));
        agent.setItems(agents);
        agent.setItemLabelGenerator(Agent::name);
        agent.setClearButtonVisible(true);
        agent.setVisible(agents.size() > 1);
        unit.setLabel(words.say("unit"));
        unit.setHelperText(words.say("unitHelp"));
        unit.setItems(units);
        unit.setItemLabelGenerator(Unit::name);
        unit.setClearButtonVisible(true);
        unit.setVisible(units.size() > 1);
        estimate.setLabel(words.say("estimateMinutes"));
        estimate.setStepButtonsVisible(true);
        estimate.setStep(5);
        estimate.setMin(0);
        due.setLabel(words.say("due"));
        due.setHelperText(words.say("zone", Days.zone().getId()));
        due.setLocale(words.locale());
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
    }

    private void show(BackOfficeTask task, List<Agent> agents, List<Unit> units) {
        title.setValue(task.title());
        description.setValue(Objects.requireNonNullElse(task.description(), ""));
        agents.stream()
                .filter(each -> each.id().equals(task.agent()))
                .findFirst()
                .ifPresent(agent::setValue);
        units.stream()
                .filter(each -> each.id().equals(task.unit()))
                .findFirst()
                .ifPresent(unit::setValue);
        if (task.estimate() != null) {
            estimate.setValue((int) task.estimate().toMinutes());
        }
        if (task.dueAt() != null) {
            due.setValue(task.dueAt().atZone(Days.zone()).toLocalDateTime());
        }
    }

    private TaskDraft draft() {
        return new TaskDraft(
                title.getValue(),
                description.getValue(),
                unit.getValue() == null ? null : unit.getValue().id(),
                agent.getValue() == null ? null : agent.getValue().id(),
                estimate.getValue(),
                dueAt());
    }

    private @Nullable Instant dueAt() {
        return due.getValue() == null ? null : due.getValue().atZone(Days.zone()).toInstant();
    }

    private void save() {
        trouble.setVisible(false);
        fields().values().forEach(field -> field.setInvalid(false));
        try {
            saver.accept(draft());
            close();
        } catch (InvalidInput e) {
            e.problems().forEach(this::say);
        } catch (EditConflict e) {
            say(
                    e.changedBy()
                            .map(name -> words.say("conflictBy", name))
                            .orElseGet(() -> words.say("conflict")));
        } catch (TaskRefused e) {
            say(words.say("refused." + e.why()));
        } catch (RuntimeException e) {
            say(refusals.say(e));
        }
    }

    private Map<String, HasValidation> fields() {
        return Map.of(
                "/title", title,
                "/description", description,
                "/agent", agent,
                "/unit", unit,
                "/estimateMinutes", estimate);
    }

    private void say(InvalidInput.Problem problem) {
        var text = refusals.say(problem);
        var field = fields().get(problem.pointer());
        if (field instanceof Component component && component.isVisible()) {
            field.setErrorMessage(text);
            field.setInvalid(true);
        } else {
            say(text);
        }
    }

    private void say(String text) {
        trouble.setText(text);
        trouble.setVisible(true);
    }
}
