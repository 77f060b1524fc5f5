package dev.rollcall.planner.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.rollcall.planner.ShiftTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What days are planned with: a button for each shift template, and what fills more than a day.
final class PlannerPalette extends Div {

    /// The digits from one to nine are keys.
    private static final int KEYS = 9;

    /// What its buttons do.
    interface Deeds {
        void apply(ShiftTemplate template);

        void manageTemplates();

        void rotations();

        void takeOver();

        void propose();
    }

    private final PlannerWords words;
    private final Component brush;
    private final Deeds deeds;

    /// @param brush with which hours are drawn
    PlannerPalette(PlannerWords words, Component brush, Deeds deeds) {
        this.words = words;
        this.brush = brush;
        this.deeds = deeds;
        addClassName("planner-palette");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", words.say("palette"));
    }

    /// @param isWeek whether a week is shown, which can be filled as a whole
    void show(List<ShiftTemplate> offered, boolean isWeek) {
        removeAll();
        for (int i = 0; i < offered.size(); i++) {
            add(template(offered.get(i), i + 1));
        }
        add(
                more(
                        offered.isEmpty() ? "palette.first" : "palette.more",
                        null,
                        deeds::manageTemplates),
                more("rotations", "rotations.what", deeds::rotations));
        if (isWeek) {
            add(
                    more("takeOver", "takeOver.what", deeds::takeOver),
                    more("propose", "propose.what", deeds::propose));
        }
        add(brush);
    }

    private Button template(ShiftTemplate template, int number) {
        var button =
                new Button(
                        template.name() + " " + TemplateWords.hours(template, words),
                        _ -> deeds.apply(template));
        button.addThemeVariants(ButtonVariant.SMALL);
        if (number <= KEYS) {
            button.setTooltipText(words.say("palette.use", template.name(), number));
        }
        return button;
    }

    private Button more(String name, @Nullable String what, Runnable deed) {
        var button = new Button(words.say(name), _ -> deed.run());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        if (what != null) {
            button.setTooltipText(words.say(what));
        }
        return button;
    }
}
