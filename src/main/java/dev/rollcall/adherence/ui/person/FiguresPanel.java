package dev.rollcall.adherence.ui.person;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.adherence.Afterwards;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.adherence.ui.AfterwardsWords;
import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.shared.Percent;
import java.math.BigDecimal;
import java.util.Optional;

/// The three figures of a day side by side, each with what it leaves out of account, and
/// conformance beneath them.
final class FiguresPanel extends Div {

    private final Percents percents;

    FiguresPanel(Percents percents) {
        this.percents = percents;
        addClassName("figures");
    }

    void show(
            Tally raw,
            Tally tolerated,
            Tally score,
            Optional<Percent> conformance,
            BigDecimal target,
            Afterwards afterwards) {
        removeAll();
        add(
                figure("raw", raw, getTranslation("adherence.figure.rawHow")),
                figure("tolerated", tolerated, getTranslation("adherence.figure.toleratedHow")),
                figure(
                        "score",
                        score,
                        getTranslation("adherence.figure.scoreHow", percents.of(target, 0))),
                conformance(conformance));
        if (!afterwards.isNothing()) {
            add(afterwards(afterwards));
        }
    }

    private Div afterwards(Afterwards afterwards) {
        var words = new AfterwardsWords(this::getTranslation);
        var said = new Div(line("figure-caption", words.sentence(afterwards)));
        if (!afterwards.changed().isZero()) {
            said.add(line("figure-how", getTranslation("adherence.afterwards.how")));
        }
        said.addClassName("afterwards");
        return said;
    }

    private Div figure(String name, Tally tally, String how) {
        var caption = line("figure-caption", getTranslation("adherence.figure." + name));
        var value = line("figure-value", percents.of(tally));
        var out =
                line(
                        "figure-out",
                        getTranslation(
                                "adherence.figure.out",
                                new DurationWords(this::getTranslation).brief(tally.out())));
        var figure = new Div(caption, value, out, line("figure-how", how));
        figure.addClassNames("figure", "figure-" + name);
        return figure;
    }

    private Div conformance(Optional<Percent> percent) {
        var value = line("figure-value", percents.of(percent));
        var line =
                new Div(
                        line("figure-caption", getTranslation("adherence.figure.conformance")),
                        value,
                        line("figure-how", getTranslation("adherence.figure.conformanceHow")));
        line.addClassName("conformance");
        return line;
    }

    private static Span line(String className, String text) {
        var span = new Span(text);
        span.addClassName(className);
        return span;
    }
}
