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
import dev.rollcall.people.Unit;
import dev.rollcall.planner.ShiftTemplate;
import dev.rollcall.planner.ShiftTemplates;
import dev.rollcall.schedule.Activities;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shift templates one may use: what they hold, and the way to change them.
final class TemplatesDialog extends Dialog {

    private final PlannerWords words;
    private final ShiftTemplates templates;
    private final Activities activities;
    private final List<Unit> units;
    private final Runnable changed;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph trouble = new Paragraph();

    /// @param units whose templates one may make
    /// @param changed told when templates are other ones
    TemplatesDialog(
            PlannerWords words,
            ShiftTemplates templates,
            Activities activities,
            List<Unit> units,
            Runnable changed) {
        this.words = words;
        this.templates = templates;
        this.activities = activities;
        this.units = units;
        this.changed = changed;
        setHeaderTitle(words.say("templates.title"));
        setWidth("36rem");
        addClassName("planner-templates");
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        add(list, trouble);
        var add = new Button(words.say("templates.add"), _ -> edit(null));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.words().get("kit.form.close"), _ -> close()), add);
        show();
    }

    private void show() {
        list.removeAll();
        var known = templates.list();
        if (known.isEmpty()) {
            list.add(new ListItem(words.say("templates.none")));
        }
        known.forEach(template -> list.add(item(template)));
    }

    private ListItem item(ShiftTemplate template) {
        var name = new Span(template.name());
        name.addClassName("planner-template-name");
        var hours = new Span(TemplateWords.hours(template, words));
        var pauses = new Span(TemplateWords.pauses(template, words));
        pauses.addClassName("board-second");
        var told = new Div(name, hours, pauses);
        told.addClassName("planner-template-told");
        var item = new ListItem(told);
        if (templates.mayChange(template.unit())) {
            item.add(
                    icon(VaadinIcon.PENCIL, "templates.edit", template, () -> edit(template)),
                    icon(VaadinIcon.TRASH, "templates.remove", template, () -> remove(template)));
        }
        return item;
    }

    private Button icon(VaadinIcon icon, String what, ShiftTemplate template, Runnable deed) {
        var button = new Button(icon.create(), _ -> deed.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.say(what, template.name()));
        button.setTooltipText(words.say(what, template.name()));
        return button;
    }

    private void edit(@Nullable ShiftTemplate template) {
        new TemplateDialog(
                        words,
                        template,
                        activities,
                        units,
                        templates.mayChange(null),
                        draft -> {
                            templates.save(
                                    template == null ? null : template.id(),
                                    draft,
                                    template == null ? 0 : template.version());
                            show();
                            changed.run();
                        })
                .open();
    }

    private void remove(ShiftTemplate template) {
        try {
            templates.remove(template.id());
            trouble.setVisible(false);
        } catch (RuntimeException e) {
            trouble.setText(Refusals.ofDeed(this::getTranslation).say(e));
            trouble.setVisible(true);
        }
        show();
        changed.run();
    }
}
