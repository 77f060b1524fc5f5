package dev.rollcall.quality.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.quality.Question;
import dev.rollcall.quality.Question.Kind;
import dev.rollcall.quality.Question.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A question of a scorecard that is being written. Its answers are typed one a line: points, what
/// they are called, and when to choose them, between bars.
final class QuestionForm extends Div {

    private static final int LONGEST = 500;
    private static final String BAR = " | ";

    private final QualityWords words;
    private final @Nullable String key;
    private final Runnable changed;
    private final TextField text = new TextField();
    private final TextField guidance = new TextField();
    private final Select<Kind> kind = new Select<>();
    private final BigDecimalField weight = new BigDecimalField();
    private final BigDecimalField bonus = new BigDecimalField();
    private final Checkbox skippable = new Checkbox();
    private final Checkbox compliance = new Checkbox();
    private final TextArea options = new TextArea();
    private final BigDecimalField worst = new BigDecimalField();
    private final BigDecimalField best = new BigDecimalField();

    QuestionForm(
            QualityWords words,
            @Nullable Question known,
            Runnable changed,
            Consumer<QuestionForm> remove,
            ObjIntConsumer<QuestionForm> move) {
        this.words = words;
        this.changed = changed;
        key = known == null ? null : known.key();
        addClassName("card-question");
        text.setLabel(words.say("cards.question"));
        text.setMaxLength(LONGEST);
        guidance.setLabel(words.say("cards.guidance"));
        guidance.setMaxLength(LONGEST);
        kind.setLabel(words.say("cards.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(each -> words.say("cards.kind." + each));
        weight.setLabel(words.say("cards.weight"));
        bonus.setLabel(words.say("cards.bonus"));
        bonus.setHelperText(words.say("cards.bonusWhat"));
        skippable.setLabel(words.say("cards.skippable"));
        compliance.setLabel(words.say("cards.compliance"));
        options.setLabel(words.say("cards.options"));
        options.setHelperText(words.say("cards.optionsWhat"));
        options.setWidthFull();
        worst.setLabel(words.say("cards.worst"));
        best.setLabel(words.say("cards.best"));
        fill(known);
        listen();
        showKind();
        var tools =
                new Div(
                        tool(VaadinIcon.ARROW_UP, "cards.up", () -> move.accept(this, -1)),
                        tool(VaadinIcon.ARROW_DOWN, "cards.down", () -> move.accept(this, 1)),
                        tool(VaadinIcon.TRASH, "cards.removeQuestion", () -> remove.accept(this)));
        tools.addClassName("deed-buttons");
        var first = new Div(text, tools);
        first.addClassName("card-line");
        var second = new Div(kind, weight, bonus, worst, best, skippable, compliance);
        second.addClassName("card-line");
        guidance.setWidthFull();
        add(first, guidance, second, options);
    }

    private Button tool(VaadinIcon icon, String label, Runnable run) {
        var button = new Button(icon.create(), _ -> run.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.say(label));
        button.setTooltipText(words.say(label));
        return button;
    }

    private void fill(@Nullable Question known) {
        if (known == null) {
            kind.setValue(Kind.YES_NO);
            weight.setValue(BigDecimal.ONE);
            skippable.setValue(true);
            worst.setValue(BigDecimal.ZERO);
            best.setValue(BigDecimal.TEN);
            options.setValue(words.say("cards.optionsExample"));
            return;
        }
        text.setValue(known.text());
        guidance.setValue(known.guidance());
        kind.setValue(known.kind());
        weight.setValue(known.weight());
        bonus.setValue(known.isBonus() ? known.bonus() : null);
        skippable.setValue(known.mayBeSkipped());
        compliance.setValue(known.compliance());
        worst.setValue(known.worst());
        best.setValue(known.best());
        options.setValue(
                known.options().stream()
                        .map(option ->
                                option.points().toPlainString()
                                        + BAR
                                        + option.label()
                                        + (option.guidance().isBlank()
                                                ? ""
                                                : BAR + option.guidance()))
                        .collect(Collectors.joining("\n")));
    }

    private void listen() {
        text.addValueChangeListener(event -> told(event.isFromClient()));
        guidance.addValueChangeListener(event -> told(event.isFromClient()));
        weight.addValueChangeListener(event -> told(event.isFromClient()));
        bonus.addValueChangeListener(event -> told(event.isFromClient()));
        skippable.addValueChangeListener(event -> told(event.isFromClient()));
        compliance.addValueChangeListener(event -> told(event.isFromClient()));
        options.addValueChangeListener(event -> told(event.isFromClient()));
        worst.addValueChangeListener(event -> told(event.isFromClient()));
        best.addValueChangeListener(event -> told(event.isFromClient()));
        kind.addValueChangeListener(event -> {
            showKind();
            told(event.isFromClient());
        });
    }

    private void told(boolean fromClient) {
        if (fromClient) {
            changed.run();
        }
    }

    private void showKind() {
        boolean number = kind.getValue() == Kind.NUMBER;
        worst.setVisible(number);
        best.setVisible(number);
        options.setVisible(kind.getValue() == Kind.SCALE || kind.getValue() == Kind.CHOICE);
    }

    Question value(Keys keys) {
        var chosen = Objects.requireNonNullElse(kind.getValue(), Kind.YES_NO);
        return new Question(
                keys.of(key, text.getValue(), "question"),
                text.getValue().strip(),
                guidance.getValue().strip(),
                chosen,
                number(weight),
                skippable.getValue(),
                compliance.getValue(),
                number(bonus),
                switch (chosen) {
                    case YES_NO ->
                            List.of(
                                    new Option(BigDecimal.ONE, "", ""),
                                    new Option(BigDecimal.ZERO, "", ""));
                    case NUMBER -> List.of();
                    case SCALE, CHOICE ->
                            options.getValue()
                                    .lines()
                                    .filter(line -> !line.isBlank())
                                    .map(QuestionForm::option)
                                    .toList();
                },
                chosen == Kind.NUMBER ? number(worst) : BigDecimal.ZERO,
                chosen == Kind.NUMBER ? number(best) : BigDecimal.ZERO);
    }

    private static BigDecimal number(BigDecimalField field) {
        return Objects.requireNonNullElse(field.getValue(), BigDecimal.ZERO);
    }

    /// A line without a number is worth nothing, and the check of the card says so where all are.
    private static Option option(String line) {
        var parts = line.split("\\|", 3);
        BigDecimal points;
        try {
            points = new BigDecimal(parts[0].strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return new Option(BigDecimal.ZERO, line.strip(), "");
        }
        return new Option(
                points,
                parts.length > 1 ? parts[1].strip() : parts[0].strip(),
                parts.length > 2 ? parts[2].strip() : "");
    }
}
