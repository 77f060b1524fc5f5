package dev.rollcall.planner.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Unit;
import dev.rollcall.planner.Rotation;
import dev.rollcall.planner.Rotations;
import dev.rollcall.planner.ShiftTemplate;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rotations of a unit: what they hold, who is to work by which, and the way to change them.
final class RotationsDialog extends Dialog {

    private final PlannerWords words;
    private final Rotations rotations;
    private final List<ShiftTemplate> templates;
    private final List<Unit> units;
    private final Unit unit;
    private final LocalDate monday;
    private final Set<AgentId> chosen;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph status = new Paragraph();
    private final Paragraph trouble = new Paragraph();

    /// @param templates what a weekday may get
    /// @param units whose rotations one may make
    /// @param monday the first week of whoever begins now
    /// @param chosen the people who are chosen on the page
    /// @param layOut drafts what rotations say for the free days that are shown
    RotationsDialog(
            PlannerWords words,
            Rotations rotations,
            List<ShiftTemplate> templates,
            List<Unit> units,
            Unit unit,
            LocalDate monday,
            Set<AgentId> chosen,
            Runnable layOut) {
        this.words = words;
        this.rotations = rotations;
        this.templates = templates;
        this.units = units;
        this.unit = unit;
        this.monday = monday;
        this.chosen = chosen;
        setHeaderTitle(words.say("rotations.title"));
        setWidth("40rem");
        addClassName("planner-templates");
        status.getElement().setAttribute("role", "status");
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        add(
                new Paragraph(
                        chosen.isEmpty()
                                ? words.say("rotations.nobodyChosen")
                                : words.say(
                                        "rotations.chosen",
                                        chosen.size(),
                                        words.shortDate(monday))),
                list,
                status,
                trouble);
        var none = new Button(words.say("rotations.none"), _ -> assign(null));
        none.addThemeVariants(ButtonVariant.TERTIARY);
        none.setVisible(!chosen.isEmpty());
        var add = new Button(words.say("rotations.add"), _ -> edit(null));
        add.setVisible(rotations.mayChange(null) || !units.isEmpty());
        var lay =
                new Button(
                        words.say("rotations.layOut"),
                        _ -> {
                            close();
                            layOut.run();
                        });
        lay.addThemeVariants(ButtonVariant.PRIMARY);
        lay.setTooltipText(words.say("rotations.layOut.what"));
        getFooter()
                .add(new Button(words.words().get("kit.form.close"), _ -> close()), none, add, lay);
        show();
    }

    private void show() {
        list.removeAll();
        var known = rotations.of(unit.id());
        if (known.isEmpty()) {
            list.add(new ListItem(words.say("rotations.empty")));
        }
        known.forEach(rotation -> list.add(item(rotation)));
    }

    private ListItem item(Rotation rotation) {
        var name = new Span(rotation.name());
        name.addClassName("planner-template-name");
        var told = new Div(name);
        told.addClassName("planner-template-told");
        for (int week = 0; week < rotation.weeks().size(); week++) {
            var line = new Span(TemplateWords.week(rotation.weeks().get(week), templates, words));
            line.addClassName("board-second");
            told.add(line);
        }
        var item = new ListItem(told);
        if (!chosen.isEmpty()) {
            var give = new Button(words.say("rotations.give", chosen.size()));
            give.addThemeVariants(ButtonVariant.SMALL);
            give.setAriaLabel(words.say("rotations.giveWhat", chosen.size(), rotation.name()));
            give.addClickListener(_ -> assign(rotation));
            item.add(give);
        }
        if (rotations.mayChange(rotation.unit())) {
            item.add(
                    icon(VaadinIcon.PENCIL, "templates.edit", rotation, () -> edit(rotation)),
                    icon(VaadinIcon.TRASH, "templates.remove", rotation, () -> remove(rotation)));
        }
        return item;
    }

    private Button icon(VaadinIcon icon, String what, Rotation rotation, Runnable deed) {
        var button = new Button(icon.create(), _ -> deed.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.say(what, rotation.name()));
        button.setTooltipText(words.say(what, rotation.name()));
        return button;
    }

    private void assign(@Nullable Rotation rotation) {
        attempt(() -> {
            rotations.assign(chosen, monday, rotation == null ? null : rotation.id());
            status.setText(
                    rotation == null
                            ? words.say("rotations.ended", chosen.size())
                            : words.say("rotations.given", chosen.size(), rotation.name()));
        });
    }

    private void edit(@Nullable Rotation rotation) {
        new RotationDialog(
                        words,
                        rotation,
                        templates,
                        units,
                        rotations.mayChange(null),
                        draft -> {
                            rotations.save(
                                    rotation == null ? null : rotation.id(),
                                    draft,
                                    rotation == null ? 0 : rotation.version());
                            show();
                        })
                .open();
    }

    private void remove(Rotation rotation) {
        attempt(() -> rotations.remove(rotation.id()));
        show();
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
            trouble.setVisible(false);
        } catch (RuntimeException e) {
            trouble.setText(Refusals.ofDeed(words.words()).say(e));
            trouble.setVisible(true);
        }
    }
}
