package dev.rollcall.quality.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import dev.rollcall.quality.Answer;
import dev.rollcall.quality.Question;
import dev.rollcall.quality.Review;
import dev.rollcall.quality.Scoring;
import dev.rollcall.quality.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The same scorecard as several filled it in, side by side; where they differ is marked.
final class Comparison extends Div {

    /// Whose answers.
    record Column(String name, Map<String, Answer> answers) {}

    /// One more cell for each question, after the others.
    record More(String name, Function<Question, String> cell) {}

    private final QualityWords words;

    Comparison(QualityWords words, Sheet sheet, List<Column> columns, List<More> more) {
        this.words = words;
        addClassName("quality-comparison");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", words.say("compare.title"));
        var names = new ArrayList<String>();
        names.add(words.say("compare.question"));
        columns.forEach(column -> names.add(column.name()));
        more.forEach(each -> names.add(each.name()));
        var head = new Element("thead").appendChild(row("th", names));
        var body = new Element("tbody");
        body.appendChild(total(sheet, columns, more));
        for (var category : sheet.categories()) {
            body.appendChild(category(sheet, category.key(), category.name(), columns, more));
            category.questions().forEach(each -> body.appendChild(question(each, columns, more)));
        }
        var table = new Element("table").appendChild(head, body);
        table.getClassList().add("plain-table");
        getElement().appendChild(table);
    }

    private Element row(String cell, List<String> texts) {
        var row = new Element("tr");
        for (var text : texts) {
            var element = new Element(cell).setText(text);
            if (cell.equals("th")) {
                element.setAttribute("scope", "col");
            }
            row.appendChild(element);
        }
        return row;
    }

    private Element total(Sheet sheet, List<Column> columns, List<More> more) {
        var row = heading(words.say("compare.score"));
        columns.forEach(column ->
                row.appendChild(
                        new Element("td")
                                .setText(
                                        words.percent(
                                                Scoring.review(sheet, column.answers())
                                                        .percent()
                                                        .orElse(null)))));
        more.forEach(_ -> row.appendChild(new Element("td")));
        row.getClassList().add("comparison-total");
        return row;
    }

    private Element category(
            Sheet sheet, String key, String name, List<Column> columns, List<More> more) {
        var row = heading(name);
        for (var column : columns) {
            var percent =
                    Scoring.review(sheet, column.answers()).categories().stream()
                            .filter(each -> each.category().key().equals(key))
                            .findFirst()
                            .flatMap(Review.CategoryScore::percent)
                            .orElse(null);
            row.appendChild(new Element("td").setText(words.percent(percent)));
        }
        more.forEach(_ -> row.appendChild(new Element("td")));
        row.getClassList().add("comparison-category");
        return row;
    }

    private static Element heading(String text) {
        return new Element("tr")
                .appendChild(new Element("th").setAttribute("scope", "row").setText(text));
    }

    private Element question(Question question, List<Column> columns, List<More> more) {
        var row = heading(question.text());
        var first = columns.isEmpty() ? null : columns.getFirst().answers().get(question.key());
        for (var column : columns) {
            var answer = column.answers().get(question.key());
            var cell = new Element("td").setText(words.answer(question, answer));
            if (differs(first, answer)) {
                cell.setAttribute("data-differs", "true");
            }
            if (answer != null && !answer.note().isBlank()) {
                var note = new Element("span").setText(answer.note());
                note.getClassList().add("comparison-note");
                cell.appendChild(note);
            }
            row.appendChild(cell);
        }
        more.forEach(
                each -> row.appendChild(new Element("td").setText(each.cell().apply(question))));
        return row;
    }

    private static boolean differs(@Nullable Answer one, @Nullable Answer other) {
        if (one == null || other == null) {
            return one != other;
        }
        var value = one.value();
        var otherValue = other.value();
        return value == null || otherValue == null
                ? !Objects.equals(value, otherValue)
                : value.compareTo(otherValue) != 0;
    }
}
