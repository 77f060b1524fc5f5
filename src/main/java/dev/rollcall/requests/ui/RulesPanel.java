package dev.rollcall.requests.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.requests.RequestRule;
import dev.rollcall.requests.RequestRules;
import dev.rollcall.shared.InvalidInput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When requests of a unit need nobody to decide them.
final class RulesPanel extends Section {

    private static final int MESSAGE_MILLIS = 5000;

    private final RequestRules rules;
    private final Directory directory;
    private final RequestWords words;
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final Paragraph origin = new Paragraph();
    private final Checkbox approves = new Checkbox();
    private final IntegerField daysAhead = new IntegerField();
    private final Checkbox keepsRequired = new Checkbox();
    private final IntegerField mostAway = new IntegerField();
    private final Checkbox swaps = new Checkbox();
    private final Paragraph trouble = new Paragraph();
    private @Nullable RequestRule known;

    RulesPanel(RequestRules rules, Directory directory, RequestWords words) {
        this.rules = rules;
        this.directory = directory;
        this.words = words;
        addClassName("request-panel");
        unit.setLabel(words.say("allowances.unit"));
        var units = rules.units();
        unit.setItems(units);
        unit.setItemLabelGenerator(Unit::name);
        unit.addValueChangeListener(_ -> show());
        origin.addClassName("request-why");
        approves.setLabel(words.say("rules.approves"));
        approves.addValueChangeListener(e -> enable(e.getValue()));
        daysAhead.setLabel(words.say("rules.daysAhead"));
        daysAhead.setStepButtonsVisible(true);
        keepsRequired.setLabel(words.say("rules.keepsRequired"));
        mostAway.setLabel(words.say("rules.mostAway"));
        mostAway.setHelperText(words.say("rules.mostAwayHelp"));
        mostAway.setStepButtonsVisible(true);
        swaps.setLabel(words.say("rules.swaps"));
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var save = new Button(words.say("rules.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var form =
                new Div(
                        unit,
                        origin,
                        approves,
                        daysAhead,
                        keepsRequired,
                        mostAway,
                        swaps,
                        trouble,
                        save);
        form.addClassName("request-form");
        form.addClassName("request-rule");
        add(new Paragraph(words.say("rules.what")), form);
        units.stream().findFirst().ifPresent(unit::setValue);
    }

    private void show() {
        var chosen = unit.getValue();
        trouble.setVisible(false);
        if (chosen == null) {
            return;
        }
        var rule = rules.of(chosen.id());
        known = rule;
        origin.setText(
                rule.version() == 0
                        ? words.say("rules.none")
                        : rule.unit().equals(chosen.id())
                                ? words.say("rules.own")
                                : words.say(
                                        "rules.inherited",
                                        directory.unit(rule.unit()).map(Unit::name).orElse("")));
        approves.setValue(rule.approves());
        daysAhead.setValue(rule.daysAhead());
        keepsRequired.setValue(rule.keepsRequired());
        mostAway.setValue(rule.mostAway());
        swaps.setValue(rule.swaps());
        enable(rule.approves());
    }

    private void enable(boolean enabled) {
        daysAhead.setEnabled(enabled);
        keepsRequired.setEnabled(enabled);
        mostAway.setEnabled(enabled);
    }

    private void save() {
        var chosen = unit.getValue();
        var before = known;
        if (chosen == null || before == null) {
            return;
        }
        trouble.setVisible(false);
        daysAhead.setInvalid(false);
        mostAway.setInvalid(false);
        try {
            rules.save(
                    new RequestRule(
                            chosen.id(),
                            approves.getValue(),
                            Objects.requireNonNullElse(daysAhead.getValue(), -1),
                            keepsRequired.getValue(),
                            mostAway.getValue(),
                            swaps.getValue(),
                            before.unit().equals(chosen.id()) ? before.version() : 0));
            tell(words.say("rules.saved", chosen.name()));
            show();
        } catch (InvalidInput e) {
            for (var problem : e.problems()) {
                var field = problem.pointer().equals("/mostAway") ? mostAway : daysAhead;
                field.setErrorMessage(Refusals.ofForm(this::getTranslation).say(problem));
                field.setInvalid(true);
            }
        } catch (RuntimeException e) {
            trouble.setText(Refusals.ofForm(this::getTranslation).say(e));
            trouble.setVisible(true);
        }
    }

    private static void tell(String sentence) {
        Notification.show(sentence, MESSAGE_MILLIS, Notification.Position.BOTTOM_START);
    }
}
