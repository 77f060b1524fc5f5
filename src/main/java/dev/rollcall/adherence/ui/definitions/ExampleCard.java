package dev.rollcall.adherence.ui.definitions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.adherence.definitions.CheckedExample;
import dev.rollcall.adherence.definitions.CheckedExample.Check;
import dev.rollcall.adherence.definitions.CheckedExample.CheckedPart;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.kit.Severity;
import dev.rollcall.kit.StatusPill;
import dev.rollcall.shared.ApplicationClock;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// One example: what it says, its day drawn, and each figure as it was expected and found.
final class ExampleCard extends Article {

    private final CheckedExample checked;

    /// @param onRemove forgets an example that was added; null: the viewer may not
    ExampleCard(CheckedExample checked, ExampleDrawing drawing, @Nullable LongConsumer onRemove) {
        this.checked = checked;
        addClassName("definition-example");
        add(head(onRemove));
        var example = checked.example();
        if (example.isShipped()) {
            add(new Paragraph(getTranslation("definitions.example." + example.name() + ".says")));
        }
        for (int i = 0; i < checked.parts().size(); i++) {
            var part = checked.parts().get(i);
            if (checked.parts().size() > 1) {
                var which = new Span(partName(i));
                which.addClassName("definition-part");
                add(which);
            }
            add(drawing.draw(part, label(part)), table(part.checks()));
        }
        if (!checked.team().isEmpty()) {
            var all = new Span(getTranslation("definitions.together"));
            all.addClassName("definition-part");
            add(all, table(checked.team()));
        }
    }

    private Div head(@Nullable LongConsumer onRemove) {
        var example = checked.example();
        var title =
                new H3(
                        example.isShipped()
                                ? getTranslation("definitions.example." + example.name())
                                : example.name());
        var pill =
                new StatusPill(
                        checked.passes() ? Severity.IN : Severity.OUT,
                        getTranslation(
                                checked.passes() ? "definitions.agrees" : "definitions.differs"),
                        null);
        var source = new Span(source());
        source.addClassName("board-second");
        var lines = new Div(title, source);
        lines.addClassName("board-lines");
        var head = new Div(lines, pill);
        head.addClassName("definition-head");
        if (onRemove != null && !example.isShipped()) {
            var remove =
                    new Button(
                            VaadinIcon.TRASH.create(),
                            _ -> onRemove.accept(Objects.requireNonNull(example.id())));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(getTranslation("definitions.remove", example.name()));
            remove.setTooltipText(getTranslation("definitions.remove", example.name()));
            head.add(remove);
        }
        return head;
    }

    private String source() {
        var example = checked.example();
        if (!example.isShipped()) {
            return getTranslation("definitions.own");
        }
        return example.source() == null
                ? getTranslation("definitions.ours")
                : getTranslation("definitions.publishedBy", example.source());
    }

    private String partName(int index) {
        return getTranslation(
                "definitions.example." + checked.example().name() + "." + (index + 1));
    }

    private String label(CheckedPart part) {
        return getTranslation(
                "definitions.drawing", part.subject().pieces().size(), part.judged().size());
    }

    private PlainTable table(List<Check> checks) {
        var table =
                new PlainTable(
                        "definitions.column.figure",
                        "definitions.column.expected",
                        "definitions.column.found",
                        "definitions.column.verdict");
        for (var check : checks) {
            table.line(
                    List.of(
                            getTranslation("definitions.figure." + check.figure().token()),
                            told(check, check.expected()),
                            told(check, check.found()),
                            getTranslation(
                                    check.agrees()
                                            ? "definitions.agrees"
                                            : "definitions.differs")));
        }
        return table;
    }

    /// A percentage or a duration as people read it, whatever else as it is.
    private String told(Check check, String value) {
        var token = check.figure().token();
        try {
            if (token.endsWith("Percent")) {
                var format = NumberFormat.getNumberInstance(getLocale());
                format.setMinimumFractionDigits(2);
                return format.format(new BigDecimal(value)) + "\u202f%";
            }
            if (token.endsWith("Seconds")) {
                return new DurationWords(this::getTranslation)
                        .brief(Duration.ofSeconds(new BigDecimal(value).longValue()));
            }
        } catch (NumberFormatException _) {
            return value;
        }
        return value;
    }

    /// The time of day, in UTC as everything on the page.
    static String now(ApplicationClock clock, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(clock.instant().atZone(ZoneOffset.UTC))
                + " UTC";
    }
}
