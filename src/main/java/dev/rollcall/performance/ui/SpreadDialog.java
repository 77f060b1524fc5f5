package dev.rollcall.performance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import dev.rollcall.performance.GoalSheet;
import dev.rollcall.performance.Metric;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.BiConsumer;

/// Spreads a total over months by their working days. Fills fields; nothing is kept before they are
/// saved.
final class SpreadDialog extends Dialog {

    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    private final PerformanceWords words;
    private final Select<Metric> metric = new Select<>();
    private final BigDecimalField total = new BigDecimalField();
    private final Select<YearMonth> from = new Select<>();
    private final Select<YearMonth> to = new Select<>();

    SpreadDialog(
            PerformanceWords words,
            GoalSheet sheet,
            BiConsumer<Metric, Map<YearMonth, BigDecimal>> fill) {
        this.words = words;
        setHeaderTitle(words.say("spread.title"));
        setWidth("28rem");
        metric.setLabel(words.say("spread.metric"));
        metric.setItems(Metric.values());
        metric.setItemLabelGenerator(words::name);
        metric.setValue(Metric.TOTAL_CALLS);
        total.setLabel(words.say("spread.total"));
        total.setLocale(words.locale());
        months(from, "spread.from", sheet);
        from.setValue(sheet.months().getFirst());
        months(to, "spread.to", sheet);
        to.setValue(sheet.months().getLast());
        var fields =
                new VerticalLayout(
                        new Paragraph(words.say("spread.what")), metric, total, from, to);
        fields.setPadding(false);
        fields.setSpacing(false);
        metric.setWidthFull();
        total.setWidthFull();
        from.setWidthFull();
        to.setWidthFull();
        add(fields);
        var go =
                new Button(
                        words.say("spread.go"),
                        _ -> {
                            if (isFine()) {
                                fill.accept(
                                        metric.getValue(),
                                        sheet.spread(
                                                total.getValue(), from.getValue(), to.getValue()));
                                close();
                            }
                        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.say("spread.cancel"), _ -> close()), go);
    }

    private void months(Select<YearMonth> select, String label, GoalSheet sheet) {
        select.setLabel(words.say(label));
        select.setItems(sheet.months());
        select.setItemLabelGenerator(words::month);
    }

    private boolean isFine() {
        var value = total.getValue();
        boolean whole =
                value != null
                        && value.signum() > 0
                        && value.compareTo(LARGEST) <= 0
                        && value.stripTrailingZeros().scale() <= 0;
        total.setInvalid(!whole);
        total.setErrorMessage(whole ? "" : words.say("spread.whole"));
        boolean inOrder = !to.getValue().isBefore(from.getValue());
        to.setInvalid(!inOrder);
        to.setErrorMessage(inOrder ? "" : words.say("spread.order"));
        return whole && inOrder;
    }
}
