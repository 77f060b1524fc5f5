package dev.rollcall.quality.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rollcall.kit.Pager;
import dev.rollcall.kit.RowList;
import dev.rollcall.quality.Evaluation;
import dev.rollcall.quality.EvaluationFilter;
import java.util.Map;
import java.util.function.Consumer;

/// What was found and published, the latest first.
final class EvaluationsPart extends Div {

    private final QualityWords words;

    EvaluationsPart(
            QualitySources sources,
            QualityWords words,
            Map<String, String> address,
            Consumer<Map<String, String>> go) {
        this.words = words;
        addClassName("quality-list");
        var read =
                sources.evaluations()
                        .page(
                                EvaluationFilter.ALL,
                                Pager.before(address),
                                Pager.PAGE + 1,
                                sources.scope());
        if (read.isEmpty()) {
            var none = new Div(new Paragraph(words.say("evaluations.none")));
            none.addClassName("board-empty");
            add(none);
            return;
        }
        boolean more = read.size() > Pager.PAGE;
        var rows = more ? read.subList(0, Pager.PAGE) : read;
        var list = new RowList();
        for (var each : rows) {
            list.row(
                    sources.name(each.agent()),
                    words.say(
                            "evaluations.line",
                            words.channel(each.channel()),
                            words.at(each.at()),
                            each.evaluator().name(),
                            standing(each)),
                    "quality/evaluations/" + each.number(),
                    words.percent(each.percent().orElse(null)));
        }
        add(list, new Pager(address, more ? rows.getLast().number() : null, go));
    }

    private String standing(Evaluation each) {
        if (each.disputed()) {
            return words.say("evaluations.disputed");
        }
        if (each.acknowledgedAt() != null) {
            return words.say("evaluations.acknowledged");
        }
        return words.say(each.isOpenToPerson() ? "evaluations.published" : "evaluations.waits");
    }
}
