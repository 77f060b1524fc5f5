package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.coaching.EffectFound;
import dev.rollcall.coaching.Goal;
import dev.rollcall.coaching.Metric;
import dev.rollcall.kit.PlainTable;
import java.util.List;

/// The effect of a session on one goal: before and after, the person beside their peers, and how
/// much of the difference chance explains.
final class EffectPart extends Div {

    EffectPart(CoachingWords words, Goal goal, EffectFound found) {
        addClassName("coaching-effect");
        switch (found) {
            case EffectFound.NotMeasured _ -> setVisible(false);
            case EffectFound.TooLittle little -> {
                var sentence = new Paragraph(words.tooLittle(little));
                sentence.addClassName("board-second");
                add(sentence);
            }
            case EffectFound.Measured measured -> show(words, goal, measured);
        }
    }

    private void show(CoachingWords words, Goal goal, EffectFound.Measured measured) {
        var effect = measured.effect();
        var figure = new Span(words.points(effect.difference()));
        figure.addClassName("coaching-figure");
        var what =
                new Span(
                        words.say(
                                effect.isClear() ? "effect.clear" : "effect.unclear",
                                words.points(effect.margin()).substring(1)));
        var head = new Div(figure, what);
        head.addClassName("coaching-effect-head");
        var table =
                new PlainTable(
                        "coaching.effect.whose",
                        "coaching.effect.before",
                        "coaching.effect.after",
                        "coaching.effect.change");
        table.line(
                List.of(
                        words.say("effect.person"),
                        words.percent(effect.before()),
                        words.percent(effect.after()),
                        words.points(effect.after() - effect.before())));
        table.line(
                List.of(
                        words.say("effect.peers", effect.peers()),
                        words.percent(effect.peersBefore()),
                        words.percent(effect.peersAfter()),
                        words.points(effect.peersAfter() - effect.peersBefore())));
        var how =
                new Span(
                        words.say(
                                goal.metric() == Metric.ADHERENCE
                                        ? "effect.howDays"
                                        : "effect.howEvaluations",
                                measured.countBefore(),
                                measured.countAfter(),
                                words.day(measured.from()),
                                words.day(measured.until())));
        how.addClassName("board-second");
        add(head, table, how);
    }
}
