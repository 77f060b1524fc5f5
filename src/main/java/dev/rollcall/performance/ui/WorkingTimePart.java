package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.performance.WhatIf;
import dev.rollcall.performance.WorkingTime;
import java.math.BigDecimal;
import java.time.Duration;

/// Own adherence and attendance of a month, in cards like the other figures, and how today can
/// still end.
final class WorkingTimePart extends Section {

    private final PerformanceWords words;

    WorkingTimePart(PerformanceWords words) {
        this.words = words;
        addClassName("performance-section");
    }

    void show(WorkingTime time) {
        removeAll();
        var grid = new Div(adherence(time), attendance(time));
        grid.addClassName("kpi-cards");
        add(new H2(words.say("time.title")));
        time.today().ifPresent(today -> add(whatIf(today, time)));
        add(grid);
    }

    private Component whatIf(WhatIf today, WorkingTime time) {
        var line = new Paragraph();
        line.addClassName("performance-what-if");
        boolean reachable = !today.left().isNegative();
        line.setText(
                words.say(
                        reachable ? "time.whatIf" : "time.whatIf.below",
                        words.percent(today.percent()),
                        duration(today.left().abs()),
                        words.percent(time.target())));
        return line;
    }

    private Component adherence(WorkingTime time) {
        var figures = time.figures();
        var score = figures.score().percent();
        var value = new Span(score.isEmpty() ? "–" : percent(figures.score()));
        value.addClassName("kpi-value");
        var card = card("time.adherence", value);
        if (score.isEmpty()) {
            card.add(small(words.say("time.noPlan")));
            return card;
        }
        boolean reached = score.get().rounded(1).compareTo(time.target()) >= 0;
        card.add(
                small(words.say("time.change", words.spoken(time.growth()))),
                bar(score.get().rounded(1), time.target()),
                small(
                        words.say(
                                reached ? "time.target.reached" : "time.target.below",
                                words.percent(time.target()))),
                small(
                        words.say(
                                "time.three",
                                percent(figures.raw()),
                                percent(figures.tolerated()),
                                percent(figures.score()))),
                small(words.say("time.out", duration(figures.score().out()))),
                new Anchor("my-day", words.say("time.toDay")));
        return card;
    }

    private static Component bar(BigDecimal percent, BigDecimal target) {
        var fill = new Div();
        fill.addClassName("kpi-bar-fill");
        fill.getStyle().set("width", percent.toPlainString() + "%");
        var tick = new Div();
        tick.addClassName("kpi-bar-tick");
        tick.getStyle().set("inset-inline-start", target.toPlainString() + "%");
        var bar = new Div(fill, tick);
        bar.addClassName("kpi-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }

    private Component attendance(WorkingTime time) {
        var total = time.attendance();
        var value = new Span(duration(total.worked()));
        value.addClassName("kpi-value");
        var card = card("time.attendance", value);
        card.add(
                small(words.say("time.days", total.days())),
                small(words.say("time.breaks", total.breaks(), duration(total.breakTime()))),
                small(words.say("time.late", total.lateArrivals(), duration(total.late()))),
                small(words.say("time.early", total.earlyLeaves(), duration(total.early()))),
                new Anchor("calendar", words.say("time.toCalendar")));
        return card;
    }

    private Article card(String title, Component value) {
        var heading = new H3(words.say(title));
        var card = new Article(heading, value);
        card.addClassName("kpi-card");
        return card;
    }

    private static Component small(String text) {
        var line = new Span(text);
        line.addClassName("kpi-against");
        return line;
    }

    private String percent(Tally tally) {
        return tally.percent().map(each -> words.percent(each.rounded(1))).orElse("–");
    }

    private String duration(Duration duration) {
        return words.duration(duration);
    }
}
