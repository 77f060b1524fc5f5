package dev.rollcall.requests.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.requests.AbsenceType;
import dev.rollcall.requests.AbsenceTypes;
import dev.rollcall.requests.RequestRule;
import dev.rollcall.requests.RequestRules;
import dev.rollcall.schedule.Activities;
import dev.rollcall.shared.InvalidInput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When requests of a unit need nobody to decide them; and the kinds of time off, which only
/// whoever changes settings of the whole organisation may change.
final class RulesPanel extends Section {

    private static final int MESSAGE_MILLIS = 5000;

    private final RequestRules rules;
    private final AbsenceTypes types;
    private final Activities activities;
    private final Directory directory;
    private final RequestWords words;
    private final boolean changesTypes;
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final Paragraph origin = new Paragraph();
    private final Checkbox approves = new Checkbox();
    private final IntegerField daysAhead = new IntegerField();
    private final Checkbox keepsRequired = new Checkbox();
    private final IntegerField mostAway = new IntegerField();
    private final Paragraph trouble = new Paragraph();
    private final Div kinds = new Div();
    private @Nullable RequestRule known;

    RulesPanel(
            RequestRules rules,
            AbsenceTypes types,
            Activities activities,
            Directory directory,
            RequestWords words,
            boolean changesTypes) {
        this.rules = rules;
        this.types = types;
        this.activities = activities;
        this.directory = directory;
        this.words = words;
        this.changesTypes = changesTypes;
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
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var save = new Button(words.say("rules.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var form =
                new Div(unit, origin, approves, daysAhead, keepsRequired, mostAway, trouble, save);
        form.addClassName("request-form");
        form.addClassName("request-rule");
        kinds.addClassName("request-list");
        add(
                new Paragraph(words.say("rules.what")),
                form,
                new H2(words.say("types.title")),
                new Paragraph(words.say("types.what")),
                kinds);
        units.stream().findFirst().ifPresent(unit::setValue);
        showTypes();
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
                            before.swaps(),
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

    // ------------------------------------------------------------------ kinds of time off

    private void showTypes() {
        kinds.removeAll();
        for (var type : types.all()) {
            var card =
                    new Card(
                            words.type(type),
                            words.say(type.offered() ? "types.offered" : "types.notOffered"),
                            type.offered() ? "yes" : "over");
            card.text(
                    words.say(
                            "types.line",
                            activities
                                    .of(type.activity())
                                    .map(activity -> activity.name())
                                    .orElse(type.activity()),
                            words.say(
                                    activities.of(type.activity()).map(a -> a.paid()).orElse(false)
                                            ? "types.paid"
                                            : "types.unpaid"),
                            words.say("types.measure." + type.measure()),
                            words.say("types.limit." + type.limit())));
            if (changesTypes) {
                card.deed(
                        new Button(
                                words.say("types.change"),
                                _ ->
                                        new TypeDialog(types, activities, words, type, this::saved)
                                                .open()));
            }
            kinds.add(card);
        }
        if (changesTypes) {
            kinds.add(
                    new Button(
                            words.say("types.add"),
                            _ ->
                                    new TypeDialog(types, activities, words, null, this::saved)
                                            .open()));
        }
    }

    private void saved(AbsenceType type) {
        tell(words.say("types.saved", words.type(type)));
        showTypes();
    }
}
