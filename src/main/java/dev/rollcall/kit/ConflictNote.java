package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Says that somebody else saved first, and shows field by field what is saved now beside what was
/// typed.
final class ConflictNote extends Div {

    private final ApplicationClock clock;

    ConflictNote(ApplicationClock clock) {
        this.clock = clock;
        addClassName("record-conflict");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(EditConflict conflict, List<FormField.Difference> differences) {
        removeAll();
        add(new Paragraph(who(conflict)));
        if (!differences.isEmpty()) {
            var list = new UnorderedList();
            differences.forEach(difference -> list.add(new ListItem(difference(difference))));
            add(list);
        }
        add(
                new Paragraph(
                        getTranslation(
                                differences.isEmpty()
                                        ? "kit.form.conflict.saveAgain"
                                        : "kit.form.conflict.next")));
        setVisible(true);
        scrollIntoView();
    }

    private String who(EditConflict conflict) {
        var by = conflict.changedBy();
        var at = conflict.changedAt();
        if (by.isPresent() && at.isPresent()) {
            return getTranslation("kit.form.conflict.byAt", by.get(), ago(at.get()));
        }
        return by.map(name -> getTranslation("kit.form.conflict.by", name))
                .orElseGet(() -> getTranslation("kit.form.conflict.somebody"));
    }

    private String ago(Instant at) {
        var since = Duration.between(at, clock.instant());
        return new DurationWords(this::getTranslation)
                .of(since.isNegative() ? Duration.ZERO : since);
    }

    private Component[] difference(FormField.Difference difference) {
        var label = new Span(difference.label());
        label.addClassName("record-conflict-field");
        var typed = difference.typed();
        if (typed == null) {
            return new Component[] {
                label,
                new Span(getTranslation("kit.form.conflict.taken", shown(difference.saved())))
            };
        }
        var saved = new Span(getTranslation("kit.form.conflict.saved", shown(difference.saved())));
        var mine = new Span(getTranslation("kit.form.conflict.typed", shown(typed)));
        var take = new Button(getTranslation("kit.form.conflict.take"));
        take.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        take.setAriaLabel(getTranslation("kit.form.conflict.takeNamed", difference.label()));
        take.addClickListener(_ -> {
            difference.takeSaved().run();
            take.setEnabled(false);
            take.setText(getTranslation("kit.form.conflict.takenNow"));
        });
        return new Component[] {label, saved, mine, take};
    }

    private String shown(String value) {
        return value.isEmpty() ? getTranslation("kit.form.conflict.nothing") : value;
    }
}
