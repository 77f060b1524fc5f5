package dev.rollcall.planner.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.planner.Rotation;
import dev.rollcall.planner.RotationDraft;
import dev.rollcall.planner.Rotations;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.TemplateId;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One rotation: its name, whose it is, and the template of each weekday, week by week.
final class RotationDialog extends Dialog {

    private final PlannerWords words;
    private final Refusals refusals = Refusals.ofForm(this::getTranslation);
    private final List<ShiftTemplate> templates;
    private final TextField name = new TextField();
    private final Select<Optional<Unit>> owner = new Select<>();
    private final Div weeks = new Div();
    private final List<Week> rows = new ArrayList<>();
    private final Button more;
    private final Paragraph trouble = new Paragraph();
    private final Consumer<RotationDraft> save;

    /// @param rotation null: a new one
    /// @param forEverybody whether it may be everybody's
    /// @param save saves it; throws what the services refuse
    RotationDialog(
            PlannerWords words,
            @Nullable Rotation rotation,
            List<ShiftTemplate> templates,
            List<Unit> units,
            boolean forEverybody,
            Consumer<RotationDraft> save) {
        this.words = words;
        this.templates = templates;
        this.save = save;
        setHeaderTitle(
                rotation == null
                        ? words.say("rotations.add")
                        : words.say("templates.edit", rotation.name()));
        setWidth("60rem");
        addClassName("planner-rotation");
        name.setLabel(words.say("template.name"));
        name.setRequiredIndicatorVisible(true);
        owner.setLabel(words.say("template.unit"));
        owner.setItems(owners(units, forEverybody));
        owner.setItemLabelGenerator(
                unit -> unit.map(Unit::name).orElseGet(() -> words.say("template.all")));
        var of = rotation == null ? null : rotation.unit();
        owner.setValue(
                owners(units, forEverybody).stream()
                        .filter(unit -> same(unit.map(Unit::id).orElse(null), of))
                        .findFirst()
                        .orElse(owners(units, forEverybody).getFirst()));
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        more =
                new Button(
                        words.say("rotations.week.add"),
                        VaadinIcon.PLUS.create(),
                        _ -> week(Map.of()));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        if (rotation == null) {
            week(Map.of());
        } else {
            name.setValue(rotation.name());
            rotation.weeks().forEach(this::week);
        }
        var fields = new Div(name, owner);
        fields.addClassName("record-fields");
        add(fields, weeks, more, trouble);
        var done = new Button(words.say("day.save"), _ -> save());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.words().get("kit.form.cancel"), _ -> close()), done);
        name.focus();
    }

    private static List<Optional<Unit>> owners(List<Unit> units, boolean forEverybody) {
        var owners = new ArrayList<Optional<Unit>>();
        if (forEverybody) {
            owners.add(Optional.empty());
        }
        units.forEach(unit -> owners.add(Optional.of(unit)));
        return owners;
    }

    private static boolean same(@Nullable UnitId one, @Nullable UnitId other) {
        return one == null ? other == null : one.equals(other);
    }

    private void week(Map<DayOfWeek, TemplateId> days) {
        var week = new Week(days);
        rows.add(week);
        weeks.add(week);
        number();
    }

    private void number() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).number(i + 1, rows.size() > 1);
        }
        more.setEnabled(rows.size() < Rotations.MOST_WEEKS);
    }

    private void save() {
        trouble.setVisible(false);
        try {
            save.accept(
                    new RotationDraft(
                            name.getValue(),
                            owner.getValue().map(Unit::id).orElse(null),
                            rows.stream().map(Week::days).toList()));
            close();
        } catch (RuntimeException e) {
            trouble.setText(refusals.say(e));
            trouble.setVisible(true);
        }
    }

    /// The templates of one week.
    private final class Week extends Div {
        private final H3 title = new H3();
        private final Button remove;
        private final Map<DayOfWeek, Select<Optional<ShiftTemplate>>> days =
                new EnumMap<>(DayOfWeek.class);

        Week(Map<DayOfWeek, TemplateId> known) {
            addClassName("planner-rotation-week");
            remove =
                    new Button(
                            VaadinIcon.CLOSE_SMALL.create(),
                            _ -> {
                                rows.remove(this);
                                weeks.remove(this);
                                RotationDialog.this.number();
                            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            var line = new Div();
            line.addClassName("planner-rotation-days");
            for (var weekday : DayOfWeek.values()) {
                var select = select(weekday, known.get(weekday));
                days.put(weekday, select);
                line.add(select);
            }
            var head = new Div(title, remove);
            head.addClassName("planner-rotation-head");
            add(head, line);
        }

        private Select<Optional<ShiftTemplate>> select(
                DayOfWeek weekday, @Nullable TemplateId known) {
            var select = new Select<Optional<ShiftTemplate>>();
            select.setLabel(weekday.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()));
            var items = new ArrayList<Optional<ShiftTemplate>>();
            items.add(Optional.empty());
            templates.forEach(template -> items.add(Optional.of(template)));
            select.setItems(items);
            select.setItemLabelGenerator(template ->
                    template.map(ShiftTemplate::name).orElseGet(() -> words.say("free")));
            select.setValue(
                    items.stream()
                            .filter(template ->
                                    template.map(ShiftTemplate::id)
                                            .filter(id -> id.equals(known))
                                            .isPresent())
                            .findFirst()
                            .orElse(Optional.empty()));
            return select;
        }

        void number(int number, boolean mayGo) {
            title.setText(words.say("rotations.week", number));
            remove.setVisible(mayGo);
            remove.setAriaLabel(words.say("rotations.week.remove", number));
            remove.setTooltipText(words.say("rotations.week.remove", number));
        }

        Map<DayOfWeek, TemplateId> days() {
            var chosen = new EnumMap<DayOfWeek, TemplateId>(DayOfWeek.class);
            days.forEach((weekday, select) ->
                    select.getValue().ifPresent(template -> chosen.put(weekday, template.id())));
            return chosen;
        }
    }
}
