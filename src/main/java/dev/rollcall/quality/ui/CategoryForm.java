package dev.rollcall.quality.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.quality.Category;
import dev.rollcall.quality.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/// A category of a scorecard that is being written.
final class CategoryForm extends Section {

    private static final int LONGEST = 120;

    private final QualityWords words;
    private final @Nullable String key;
    private final Runnable changed;
    private final TextField name = new TextField();
    private final BigDecimalField weight = new BigDecimalField();
    private final Checkbox critical = new Checkbox();
    private final Div questions = new Div();
    private final List<QuestionForm> forms = new ArrayList<>();

    CategoryForm(
            QualityWords words,
            @Nullable Category known,
            Runnable changed,
            Consumer<CategoryForm> remove,
            ObjIntConsumer<CategoryForm> move) {
        this.words = words;
        this.changed = changed;
        key = known == null ? null : known.key();
        addClassName("card-category");
        name.setLabel(words.say("cards.category"));
        name.setMaxLength(LONGEST);
        weight.setLabel(words.say("cards.weight"));
        critical.setLabel(words.say("cards.critical"));
        critical.setHelperText(words.say("cards.criticalWhat"));
        if (known == null) {
            weight.setValue(BigDecimal.ONE);
            forms.add(question(null));
        } else {
            name.setValue(known.name());
            weight.setValue(known.weight());
            critical.setValue(known.critical());
            known.questions().forEach(each -> forms.add(question(each)));
        }
        name.addValueChangeListener(event -> told(event.isFromClient()));
        weight.addValueChangeListener(event -> told(event.isFromClient()));
        critical.addValueChangeListener(event -> told(event.isFromClient()));
        var head =
                new Div(
                        name,
                        weight,
                        critical,
                        tool(VaadinIcon.ARROW_UP, "cards.up", () -> move.accept(this, -1)),
                        tool(VaadinIcon.ARROW_DOWN, "cards.down", () -> move.accept(this, 1)),
                        tool(VaadinIcon.TRASH, "cards.removeCategory", () -> remove.accept(this)));
        head.addClassName("card-line");
        questions.addClassName("card-questions");
        var more =
                new Button(
                        words.say("cards.addQuestion"),
                        _ -> {
                            forms.add(question(null));
                            arrange();
                            changed.run();
                        });
        more.addThemeVariants(ButtonVariant.TERTIARY);
        add(head, questions, new Div(more));
        arrange();
    }

    private void told(boolean fromClient) {
        if (fromClient) {
            changed.run();
        }
    }

    private Button tool(VaadinIcon icon, String label, Runnable run) {
        var button = new Button(icon.create(), _ -> run.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.say(label));
        button.setTooltipText(words.say(label));
        return button;
    }

    private QuestionForm question(@Nullable Question known) {
        return new QuestionForm(
                words,
                known,
                changed,
                form -> {
                    forms.remove(form);
                    arrange();
                    changed.run();
                },
                (form, by) -> {
                    int at = forms.indexOf(form);
                    int to = at + by;
                    if (to >= 0 && to < forms.size()) {
                        Collections.swap(forms, at, to);
                        arrange();
                        changed.run();
                    }
                });
    }

    private void arrange() {
        questions.removeAll();
        forms.forEach(questions::add);
    }

    Category value(Keys keys) {
        return new Category(
                keys.of(key, name.getValue(), "category"),
                name.getValue().strip(),
                Objects.requireNonNullElse(weight.getValue(), BigDecimal.ZERO),
                critical.getValue(),
                forms.stream().map(form -> form.value(keys)).toList());
    }
}
