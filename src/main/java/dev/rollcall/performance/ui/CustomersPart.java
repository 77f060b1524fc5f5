package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.RowList;
import dev.rollcall.surveys.OwnSurveys;
import dev.rollcall.surveys.SurveyKind;
import dev.rollcall.surveys.SurveyTally;
import java.math.BigDecimal;
import java.text.NumberFormat;

/// What customers said about one's own work in a month, in figures and in their words.
final class CustomersPart extends Section {

    private final PerformanceWords words;

    CustomersPart(PerformanceWords words) {
        this.words = words;
        addClassName("performance-section");
    }

    void show(OwnSurveys.Month month) {
        removeAll();
        var grid = new Div();
        grid.addClassName("kpi-cards");
        for (int i = 0; i < month.tallies().size(); i++) {
            var now = month.tallies().get(i);
            if (now.answers() > 0) {
                grid.add(card(now, month.before().get(i)));
            }
        }
        add(new H2(words.say("customers.title")), grid);
        if (!month.said().isEmpty()) {
            var list = new RowList();
            for (var each : month.said()) {
                list.row(
                        words.say("customers.quote", each.comment() == null ? "" : each.comment()),
                        words.say(
                                "customers.said",
                                each.score(),
                                each.kind().most(),
                                Days.withTime(each.at(), words.locale())),
                        null,
                        "");
            }
            add(list);
        }
    }

    private Component card(SurveyTally now, SurveyTally before) {
        var value = new Span(figure(now));
        value.addClassName("kpi-value");
        var card = new Article(new H3(words.say("customers." + now.kind())), value);
        card.addClassName("kpi-card");
        card.getElement().setAttribute("data-figure", "customers-" + now.kind());
        card.add(
                small(
                        words.say(
                                "customers.plain." + now.kind(),
                                now.good(),
                                now.between(),
                                now.bad())));
        if (before.answers() > 0) {
            card.add(small(words.say("customers.before", figure(before))));
        }
        if (!now.isEnough()) {
            card.add(small(words.say("customers.few", now.answers())));
        }
        return card;
    }

    private String figure(SurveyTally tally) {
        return tally.figure().map(figure -> figure(tally.kind(), figure)).orElse("–");
    }

    private String figure(SurveyKind kind, BigDecimal figure) {
        var format = NumberFormat.getNumberInstance(words.locale());
        format.setMinimumFractionDigits(1);
        if (kind == SurveyKind.CSAT) {
            return words.say("percent", format.format(figure));
        }
        var sign = figure.signum() < 0 ? "−" : figure.signum() > 0 ? "+" : "";
        return sign + format.format(figure.abs());
    }

    private static Component small(String text) {
        var line = new Span(text);
        line.addClassName("kpi-against");
        return line;
    }
}
