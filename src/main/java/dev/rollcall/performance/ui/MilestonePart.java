package dev.rollcall.performance.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.performance.Milestone;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// What was reached, each with its reason; for the person alone.
final class MilestonePart extends Section {

    private final PerformanceWords words;

    MilestonePart(PerformanceWords words) {
        this.words = words;
        addClassName("performance-section");
    }

    void show(List<Milestone> milestones) {
        removeAll();
        add(new H2(words.say("milestones.title")));
        if (milestones.isEmpty()) {
            add(new Paragraph(words.say("milestones.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("milestones");
        milestones.forEach(each -> list.add(item(each)));
        add(list);
    }

    private ListItem item(Milestone milestone) {
        var rule = milestone.rule();
        var mark = new Span("★");
        mark.addClassName("milestone-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var title =
                new Span(
                        words.say(
                                "milestone." + rule.kind(),
                                rule.times(),
                                words.name(rule.metric())));
        title.addClassName("milestone-title");
        var reason = new Span(reason(milestone));
        reason.addClassName("kpi-against");
        var text = new Div(title, reason);
        text.addClassName("milestone-text");
        return new ListItem(mark, text);
    }

    private String reason(Milestone milestone) {
        var rule = milestone.rule();
        return switch (rule.kind()) {
            case MONTHS_AT_GOAL ->
                    words.say(
                            "milestone.why.MONTHS_AT_GOAL",
                            words.month(YearMonth.from(milestone.on())),
                            words.amount(milestone.value()),
                            words.amount(milestone.against()));
            case DAYS_ON_PACE ->
                    words.say(
                            "milestone.why.DAYS_ON_PACE",
                            date(milestone.from()),
                            date(milestone.on()),
                            words.amount(milestone.against()));
            case BEST_DAY ->
                    words.say(
                            "milestone.why.BEST",
                            date(milestone.on()),
                            words.amount(milestone.value()),
                            words.amount(milestone.against()));
            case BEST_MONTH ->
                    words.say(
                            "milestone.why.BEST",
                            words.month(YearMonth.from(milestone.on())),
                            words.amount(milestone.value()),
                            words.amount(milestone.against()));
        };
    }

    private String date(LocalDate day) {
        return words.dayOfYear(day);
    }
}
