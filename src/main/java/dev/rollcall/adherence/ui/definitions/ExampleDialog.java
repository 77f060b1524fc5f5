package dev.rollcall.adherence.ui.definitions;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.adherence.definitions.CheckedExample;
import dev.rollcall.adherence.definitions.Definitions;
import dev.rollcall.adherence.definitions.ExampleForm;
import dev.rollcall.shared.InvalidInput;
import java.util.stream.Collectors;

/// Takes an example of one's own: a calculation as the public interface takes it, and what must
/// come out. It can be tried before it is kept.
final class ExampleDialog extends Dialog {

    private static final String CALCULATION =
            """
            {
              "period": {"from": "2026-03-02T08:00:00Z", "to": "2026-03-02T16:00:00Z"},
              "schedule": [
                {"activity": "WORK", "start": "2026-03-02T08:00:00Z", "end": "2026-03-02T16:00:00Z"}
              ],
              "events": [
                {"at": "2026-03-02T08:10:00Z", "presence": "AVAILABLE"}
              ],
              "mapping": [
                {"activity": "WORK", "presence": "AVAILABLE", "verdict": "IN"},
                {"activity": "WORK", "presence": "*", "verdict": "OUT"}
              ]
            }
            """;

    private final Definitions definitions;
    private final Runnable onAdded;
    private final TextField name = new TextField();
    private final TextArea calculation = new TextArea();
    private final TextArea expected = new TextArea();
    private final Span outcome = new Span();

    ExampleDialog(Definitions definitions, Runnable onAdded) {
        this.definitions = definitions;
        this.onAdded = onAdded;
        setHeaderTitle(getTranslation("definitions.add"));
        addClassName("example-dialog");
        setWidth("min(44rem, 96vw)");
        name.setLabel(getTranslation("definitions.form.name"));
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setWidthFull();
        json(calculation, "definitions.form.calculation", CALCULATION, "18rem");
        json(expected, "definitions.form.expected", "{\"scorePercent\": 97.92}\n", "5rem");
        outcome.getElement().setAttribute("role", "status");
        outcome.addClassName("example-outcome");
        add(new Paragraph(getTranslation("definitions.form.how")), name, calculation, expected);
        add(outcome);
        var save = new Button(getTranslation("kit.form.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter()
                .add(
                        new Button(getTranslation("kit.form.cancel"), _ -> close()),
                        new Button(getTranslation("definitions.form.try"), _ -> tryOut()),
                        save);
        name.focus();
    }

    private void json(TextArea field, String key, String first, String height) {
        field.setLabel(getTranslation(key));
        field.setValue(first);
        field.setWidthFull();
        field.setHeight(height);
        field.setManualValidation(true);
        field.setRequiredIndicatorVisible(true);
        field.addClassName("example-json");
        field.getElement().setAttribute("spellcheck", "false");
    }

    private ExampleForm form() {
        return new ExampleForm(name.getValue(), calculation.getValue(), expected.getValue());
    }

    private void tryOut() {
        attempt(() -> outcome.setText(told(definitions.tryOut(form()))));
    }

    private String told(CheckedExample checked) {
        var figures =
                checked.parts().getFirst().checks().stream()
                        .map(check ->
                                getTranslation(
                                        "definitions.form.outcome",
                                        getTranslation(
                                                "definitions.figure." + check.figure().token()),
                                        check.found(),
                                        check.expected()))
                        .collect(Collectors.joining(" "));
        return getTranslation(checked.passes() ? "definitions.agrees" : "definitions.differs")
                + ": "
                + figures;
    }

    private void save() {
        attempt(() -> {
            definitions.add(form());
            close();
            onAdded.run();
        });
    }

    private void attempt(Runnable action) {
        outcome.setText("");
        name.setInvalid(false);
        calculation.setInvalid(false);
        expected.setInvalid(false);
        try {
            action.run();
        } catch (InvalidInput e) {
            reject(e, "/name", name);
            reject(e, "/expected", expected);
            var rest =
                    e.problems().stream()
                            .filter(problem -> !problem.pointer().equals("/name"))
                            .filter(problem -> !problem.pointer().startsWith("/expected"))
                            .map(problem ->
                                    problem.pointer().equals("/calculation")
                                            ? problem.detail()
                                            : problem.pointer() + ": " + problem.detail())
                            .collect(Collectors.joining(" "));
            reject(calculation, rest);
        }
    }

    private static void reject(InvalidInput input, String pointer, HasValidation field) {
        reject(
                field,
                input.problems().stream()
                        .filter(problem -> problem.pointer().startsWith(pointer))
                        .map(InvalidInput.Problem::detail)
                        .collect(Collectors.joining(" ")));
    }

    private static void reject(HasValidation field, String sentences) {
        if (!sentences.isEmpty()) {
            field.setErrorMessage(sentences);
            field.setInvalid(true);
        }
    }
}
