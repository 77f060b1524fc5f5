package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rollcall.kit.Refusals;
import dev.rollcall.quality.Answer;
import dev.rollcall.quality.Category;
import dev.rollcall.quality.Question;
import dev.rollcall.quality.Sheet;
import dev.rollcall.shared.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A scorecard to be filled in: its questions by category, each with what to listen for. Arrow keys
/// choose, Tab goes on.
final class SheetForm extends Div {

    private static final int LONGEST_NOTE = 500;
    private static final int SKIPPED = -1;

    private final QualityWords words;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Runnable changed;
    private boolean filling;

    /// @param changed told when an answer is another one
    SheetForm(QualityWords words, Sheet sheet, Map<String, Answer> answers, Runnable changed) {
        this.words = words;
        this.changed = changed;
        addClassName("sheet-form");
        filling = true;
        sheet.categories().forEach(category -> add(part(category, answers)));
        filling = false;
    }

    private Component part(Category category, Map<String, Answer> answers) {
        var part = new Section(new H3(category.name()), about(category));
        part.addClassName("sheet-category");
        category.questions()
                .forEach(question -> part.add(asked(question, answers.get(question.key()))));
        return part;
    }

    private Component about(Category category) {
        var line = new Span();
        line.addClassName("sheet-about");
        line.setText(
                category.critical()
                        ? words.say("sheet.critical", words.number(category.weight()))
                        : words.say("sheet.weight", words.number(category.weight())));
        return line;
    }

    private Component asked(Question question, @Nullable Answer answer) {
        var field =
                question.kind() == Question.Kind.NUMBER
                        ? new Figure(question, answer)
                        : new Choice(question, answer);
        fields.put(question.key(), field);
        var box = new Div(field.component());
        box.addClassName("sheet-question");
        if (question.compliance()) {
            box.add(mark("sheet.compliance"));
        }
        if (question.isBonus()) {
            box.add(mark("sheet.bonus", words.number(question.bonus())));
        }
        guidance(question).ifPresent(box::add);
        box.add(field.note);
        return box;
    }

    private Span mark(String key, Object... values) {
        var mark = new Span(words.say(key, values));
        mark.addClassName("sheet-mark");
        return mark;
    }

    private Optional<Component> guidance(Question question) {
        var list = new UnorderedList();
        for (int i = 0; i < question.options().size(); i++) {
            var guidance = question.options().get(i).guidance();
            if (!guidance.isBlank()) {
                list.add(
                        new ListItem(
                                words.say("sheet.guides", words.option(question, i), guidance)));
            }
        }
        if (list.getChildren().findAny().isEmpty()) {
            return Optional.empty();
        }
        var details = new Details(words.say("sheet.guidance"), list);
        details.addClassName("sheet-guidance");
        return Optional.of(details);
    }

    /// What is answered so far.
    Map<String, Answer> answers() {
        var answers = new LinkedHashMap<String, Answer>();
        fields.forEach(
                (key, field) -> field.answer().ifPresent(answer -> answers.put(key, answer)));
        return answers;
    }

    /// Says at each question what is wrong with it.
    ///
    /// @return what belongs to no question
    List<InvalidInput.Problem> show(InvalidInput wrong, Refusals refusals) {
        clearProblems();
        var rest = new ArrayList<InvalidInput.Problem>();
        Field first = null;
        for (var problem : wrong.problems()) {
            var field =
                    problem.pointer().startsWith("/answers/")
                            ? fields.get(problem.pointer().substring("/answers/".length()))
                            : null;
            if (field == null) {
                rest.add(problem);
            } else {
                field.reject(refusals.say(problem));
                first = first == null ? field : first;
            }
        }
        if (first != null) {
            first.component().getElement().callJsFunction("scrollIntoView");
            first.component().getElement().callJsFunction("focus");
        }
        return rest;
    }

    private void clearProblems() {
        fields.values().forEach(Field::accept);
    }

    private void told() {
        if (!filling) {
            changed.run();
        }
    }

    /// Where one question is answered.
    private abstract static sealed class Field permits Choice, Figure {

        protected final TextField note = new TextField();

        abstract Component component();

        abstract Optional<BigDecimal> value();

        abstract boolean skipped();

        Optional<Answer> answer() {
            if (skipped()) {
                return Optional.of(new Answer(null, note.getValue().strip()));
            }
            return value().map(value -> new Answer(value, note.getValue().strip()));
        }

        void note(QualityWords words, Question question, @Nullable Answer answer, Runnable told) {
            note.setPlaceholder(words.say("sheet.note"));
            note.setAriaLabel(words.say("sheet.noteOf", question.text()));
            note.setMaxLength(LONGEST_NOTE);
            note.setValue(answer == null ? "" : answer.note());
            note.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            note.addValueChangeListener(_ -> told.run());
            note.addClassName("sheet-note");
        }

        void reject(String sentence) {
            if (component() instanceof HasValidation field) {
                field.setErrorMessage(sentence);
                field.setInvalid(true);
            }
        }

        void accept() {
            if (component() instanceof HasValidation field) {
                field.setInvalid(false);
            }
        }
    }

    /// One of some answers.
    private final class Choice extends Field {

        private final RadioButtonGroup<Integer> group = new RadioButtonGroup<>();

        Choice(Question question, @Nullable Answer answer) {
            var places =
                    IntStream.range(0, question.options().size())
                            .boxed()
                            .collect(Collectors.toCollection(ArrayList::new));
            if (question.mayBeSkipped()) {
                places.add(SKIPPED);
            }
            group.setLabel(question.text());
            if (!question.guidance().isBlank()) {
                group.setHelperText(question.guidance());
            }
            group.setItems(places);
            group.setItemLabelGenerator(place ->
                    place == SKIPPED ? words.say("answer.skipped") : words.option(question, place));
            if (answer != null) {
                var value = answer.value();
                group.setValue(value == null ? SKIPPED : value.intValue());
            }
            group.addValueChangeListener(_ -> {
                group.setInvalid(false);
                told();
            });
            note(words, question, answer, SheetForm.this::told);
        }

        @Override
        Component component() {
            return group;
        }

        @Override
        Optional<BigDecimal> value() {
            return Optional.ofNullable(group.getValue()).map(BigDecimal::valueOf);
        }

        @Override
        boolean skipped() {
            return group.getValue() != null && group.getValue() == SKIPPED;
        }
    }

    /// A number.
    private final class Figure extends Field {

        private final BigDecimalField field = new BigDecimalField();
        private final Checkbox skipped = new Checkbox();
        private final Div both = new Div();

        Figure(Question question, @Nullable Answer answer) {
            field.setLabel(question.text());
            field.setHelperText(
                    words.say(
                                    "sheet.range",
                                    words.number(question.worst()),
                                    words.number(question.best()))
                            + (question.guidance().isBlank() ? "" : " " + question.guidance()));
            skipped.setLabel(words.say("answer.skipped"));
            skipped.setVisible(question.mayBeSkipped());
            skipped.setAriaLabel(words.say("sheet.skip", question.text()));
            if (answer != null) {
                field.setValue(answer.value());
                skipped.setValue(answer.isSkipped());
            }
            field.setEnabled(!skipped.getValue());
            field.addValueChangeListener(_ -> {
                field.setInvalid(false);
                told();
            });
            skipped.addValueChangeListener(event -> {
                field.setEnabled(!event.getValue());
                told();
            });
            both.add(field, skipped);
            both.addClassName("sheet-number");
            note(words, question, answer, SheetForm.this::told);
        }

        @Override
        Component component() {
            return both;
        }

        @Override
        Optional<BigDecimal> value() {
            return Optional.ofNullable(field.getValue());
        }

        @Override
        boolean skipped() {
            return skipped.getValue();
        }

        @Override
        void reject(String sentence) {
            field.setErrorMessage(sentence);
            field.setInvalid(true);
        }

        @Override
        void accept() {
            field.setInvalid(false);
        }
    }

    static Paragraph about(Sheet sheet) {
        var about = new Paragraph(sheet.about());
        about.setVisible(!sheet.about().isBlank());
        about.addClassName("sheet-about");
        return about;
    }
}
