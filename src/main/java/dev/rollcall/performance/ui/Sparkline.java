package dev.rollcall.performance.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.performance.MetricCard;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// A year of months as small bars, this month stressed. What it shows is also said in a sentence.
final class Sparkline extends Div {

    private final Div bars = new Div();
    private final Span said = new Span();

    Sparkline() {
        addClassName("kpi-history");
        bars.addClassName("kpi-history-bars");
        bars.getElement().setAttribute("aria-hidden", "true");
        said.addClassName("kpi-history-words");
        add(bars, said);
    }

    void show(MetricCard card, PerformanceWords words) {
        var most =
                card.history().stream()
                        .map(each -> each.amount().value())
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
        bars.removeAll();
        for (var each : card.history()) {
            var bar = new Span();
            bar.getStyle().set("height", height(each.amount().value(), most) + "%");
            bar.setTitle(
                    words.say(
                            "history.month",
                            words.month(each.month()),
                            words.amount(each.amount())));
            if (each.month().equals(card.month())) {
                bar.addClassName("kpi-history-now");
            }
            bars.add(bar);
        }
        var first = card.history().getFirst().month();
        said.setText(
                words.say(
                        "history.said",
                        words.month(first),
                        words.month(card.month()),
                        words.amount(most, card.amount().currency())));
    }

    private static String height(BigDecimal value, BigDecimal most) {
        return most.signum() <= 0
                ? "0"
                : value.max(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(most, 0, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
