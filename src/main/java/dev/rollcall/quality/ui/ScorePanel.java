package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.quality.Review;
import dev.rollcall.quality.Review.CategoryScore;
import java.math.BigDecimal;

/// What answers come to, and why: each category, what failed it, what was skipped.
final class ScorePanel extends Div {

    private final QualityWords words;

    ScorePanel(QualityWords words) {
        this.words = words;
        addClassName("score-panel");
    }

    void show(Review review) {
        removeAll();
        var value = new Span(words.percent(review.percent().orElse(null)));
        value.addClassName("score-value");
        value.getElement().setAttribute("data-failed", "" + review.failed());
        value.getElement().setAttribute("role", "status");
        var head = new Div(value, why(review));
        head.addClassName("score-head");
        var list = new UnorderedList();
        list.addClassName("score-categories");
        review.categories().forEach(each -> list.add(line(each)));
        add(head, list);
    }

    private Component why(Review review) {
        var text = new StringBuilder();
        for (var each : review.categories()) {
            if (each.failed()) {
                append(
                        text,
                        words.say(
                                "score.failed",
                                each.category().name(),
                                words.percent(each.percent().orElse(BigDecimal.ZERO))));
            }
        }
        if (review.bonus().signum() > 0 && !review.failed()) {
            append(text, words.say("score.bonus", words.number(review.bonus())));
        }
        int skipped = review.categories().stream().mapToInt(CategoryScore::skipped).sum();
        if (skipped > 0) {
            append(text, words.say("score.skipped", skipped));
        }
        if (review.complianceAsked() > 0) {
            append(
                    text,
                    words.say(
                            "score.compliance", review.complianceMet(), review.complianceAsked()));
        }
        if (!review.isComplete()) {
            append(text, words.say("score.missing", review.missing().size()));
        }
        var why = new Paragraph(text.toString());
        why.addClassName("score-why");
        return why;
    }

    private static void append(StringBuilder text, String sentence) {
        text.append(text.isEmpty() ? "" : " ").append(sentence);
    }

    private ListItem line(CategoryScore score) {
        var name = new Span(score.category().name());
        var percent =
                new Span(
                        score.score() == null
                                ? words.say("answer.skipped")
                                : words.percent(score.percent().orElse(null)));
        percent.addClassName("score-percent");
        var fill = new Div();
        fill.addClassName("kpi-bar-fill");
        fill.getStyle()
                .set("width", score.percent().map(BigDecimal::toPlainString).orElse("0") + "%");
        var bar = new Div(fill);
        bar.addClassName("kpi-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        var item = new ListItem(name, percent, bar);
        item.getElement().setAttribute("data-failed", "" + score.failed());
        if (score.failed()) {
            name.setText(words.say("score.failedCategory", score.category().name()));
        }
        return item;
    }
}
