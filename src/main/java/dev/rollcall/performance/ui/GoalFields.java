package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.dom.Element;
import dev.rollcall.performance.GoalSheet;
import dev.rollcall.performance.Metric;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A year of goals to be typed: a line a month, a column a metric. An empty field asks for nothing
/// of its own; what counts then stands in it in grey.
@Tag("table")
final class GoalFields extends Component implements HasComponents {

    private final Map<Metric, Map<YearMonth, BigDecimalField>> fields = new EnumMap<>(Metric.class);
    private final GoalSheet sheet;
    private final PerformanceWords words;

    GoalFields(PerformanceWords words, GoalSheet sheet) {
        this.words = words;
        this.sheet = sheet;
        getElement().getClassList().add("week-table");
        getElement().getClassList().add("goal-table");
        var head = new Element("tr");
        head.appendChild(header("col", words.say("goals.month")));
        for (var metric : Metric.values()) {
            fields.put(metric, new LinkedHashMap<>());
            var currency = sheet.currency();
            head.appendChild(
                    header(
                            "col",
                            metric.isMoney() && currency != null
                                    ? words.say(
                                            "goals.inCurrency",
                                            words.name(metric),
                                            currency.getCurrencyCode())
                                    : words.name(metric)));
        }
        head.appendChild(header("col", words.say("goals.copy")));
        var body = new Element("tbody");
        for (int i = 0; i < sheet.months().size(); i++) {
            body.appendChild(line(sheet.months().get(i), sheet.workingDays().get(i), i));
        }
        getElement().appendChild(new Element("thead").appendChild(head), body);
    }

    private Element line(YearMonth month, int days, int number) {
        var line = new Element("tr");
        var name = header("row", words.month(month));
        var second = new Element("span").setText(words.say("goals.days", days));
        second.getClassList().add("week-date");
        name.appendChild(second);
        line.appendChild(name);
        for (var metric : Metric.values()) {
            var field = field(metric, month);
            Objects.requireNonNull(fields.get(metric)).put(month, field);
            line.appendChild(new Element("td").appendChild(field.getElement()));
        }
        var copy = new Element("td");
        if (number < sheet.months().size() - 1) {
            var button = new Button(VaadinIcon.ARROW_DOWN.create(), _ -> copyOn(month));
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            button.setAriaLabel(words.say("goals.copyOn", words.month(month)));
            button.setTooltipText(words.say("goals.copyOn", words.month(month)));
            copy.appendChild(button.getElement());
        }
        return line.appendChild(copy);
    }

    private BigDecimalField field(Metric metric, YearMonth month) {
        var field = new BigDecimalField();
        field.addThemeVariants(TextFieldVariant.LUMO_SMALL, TextFieldVariant.LUMO_ALIGN_RIGHT);
        field.setLocale(words.locale());
        field.setAriaLabel(words.say("goals.field", words.name(metric), words.month(month)));
        field.setReadOnly(metric.isMoney() && sheet.currency() == null);
        sheet.own(metric, month).ifPresent(value -> field.setValue(plain(value)));
        sheet.above(metric, month)
                .ifPresent(value ->
                        field.setPlaceholder(words.say("goals.above", words.number(value))));
        field.addValueChangeListener(_ -> check(field));
        return field;
    }

    /// Without zeros at its end.
    static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private void check(BigDecimalField field) {
        var value = field.getValue();
        boolean wrong =
                value != null && (value.signum() <= 0 || value.stripTrailingZeros().scale() > 2);
        field.setInvalid(wrong);
        field.setErrorMessage(wrong ? words.say("goals.positive") : "");
    }

    private void copyOn(YearMonth from) {
        fields.forEach((_, months) -> {
            var value = Objects.requireNonNull(months.get(from)).getValue();
            months.forEach((month, field) -> {
                if (month.isAfter(from) && !field.isReadOnly()) {
                    field.setValue(value);
                }
            });
        });
    }

    /// Types values into a column.
    void fill(Metric metric, Map<YearMonth, BigDecimal> values) {
        values.forEach((month, value) -> {
            var field = Objects.requireNonNull(fields.get(metric)).get(month);
            if (field != null && !field.isReadOnly()) {
                field.setValue(value);
            }
        });
    }

    boolean isValid() {
        return fields.values().stream()
                .flatMap(months -> months.values().stream())
                .noneMatch(BigDecimalField::isInvalid);
    }

    /// What stands in the fields; empty ones are left out.
    Map<Metric, Map<YearMonth, BigDecimal>> values() {
        var values = new EnumMap<Metric, Map<YearMonth, BigDecimal>>(Metric.class);
        fields.forEach((metric, months) -> {
            var typed = new TreeMap<YearMonth, BigDecimal>();
            months.forEach((month, field) -> {
                if (field.getValue() != null) {
                    typed.put(month, field.getValue());
                }
            });
            values.put(metric, typed);
        });
        return values;
    }

    private static Element header(String scope, String text) {
        return new Element("th")
                .setAttribute("scope", scope)
                .appendChild(new Element("span").setText(text));
    }
}
