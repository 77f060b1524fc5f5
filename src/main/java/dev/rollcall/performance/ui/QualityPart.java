package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.performance.Growth;
import dev.rollcall.performance.OwnQuality;
import dev.rollcall.quality.Fraction;
import java.math.BigDecimal;
import java.text.NumberFormat;

/// How good one's work was found in a month, in a card like the other figures, and the way to one's
/// evaluations.
final class QualityPart extends Section {

    private static final int DECIMALS = 2;

    private final PerformanceWords words;

    QualityPart(PerformanceWords words) {
        this.words = words;
        addClassName("performance-section");
    }

    void show(OwnQuality quality) {
        removeAll();
        var grid = new Div(card(quality));
        grid.addClassName("kpi-cards");
        add(new H2(words.say("quality.title")), grid);
    }

    private Component card(OwnQuality quality) {
        var now = quality.month();
        var percent = now.score().map(QualityPart::percent);
        var value = new Span(percent.map(this::shown).orElse("–"));
        value.addClassName("kpi-value");
        var card = new Article(new H3(words.say("quality.score")), value);
        card.addClassName("kpi-card");
        card.getElement().setAttribute("data-figure", "quality");
        if (percent.isPresent()) {
            var growth =
                    Growth.of(
                            quality.before().score().map(QualityPart::percent).orElse(null),
                            percent.get());
            card.add(
                    small(words.say("time.change", words.spoken(growth))),
                    bar(percent.get()),
                    small(words.say("quality.of", now.count())));
        } else {
            card.add(small(words.say("quality.none")));
        }
        if (now.waiting() > 0) {
            card.add(small(words.say("quality.waiting", now.waiting())));
        }
        if (now.disputed() > 0) {
            card.add(small(words.say("quality.disputed", now.disputed())));
        }
        card.add(new Anchor("my-evaluations", words.say("quality.toEvaluations")));
        return card;
    }

    private static BigDecimal percent(Fraction score) {
        return score.percent(DECIMALS);
    }

    /// With its two digits, as on the evaluations themselves.
    private String shown(BigDecimal percent) {
        var format = NumberFormat.getNumberInstance(words.locale());
        format.setMinimumFractionDigits(DECIMALS);
        format.setMaximumFractionDigits(DECIMALS);
        return words.say("percent", format.format(percent));
    }

    private static Component bar(BigDecimal percent) {
        var fill = new Div();
        fill.addClassName("kpi-bar-fill");
        fill.getStyle().set("width", percent.toPlainString() + "%");
        var bar = new Div(fill);
        bar.addClassName("kpi-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }

    private static Component small(String text) {
        var line = new Span(text);
        line.addClassName("kpi-against");
        return line;
    }
}
