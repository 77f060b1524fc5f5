package dev.rollcall.quality.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.RowList;
import dev.rollcall.quality.OwnEvaluationLine;
import dev.rollcall.quality.OwnEvaluations;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One's own evaluations: what waits for one's own view, and what was found.
@Route("my-evaluations")
@Requires(Permission.QUALITY_OWN)
final class MyEvaluationsView extends Div implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(MyEvaluationsView.class);

    private final QualityWords words;

    MyEvaluationsView(OwnEvaluations evaluations) {
        words = new QualityWords(this::getTranslation, getLocale());
        addClassName("quality-page");
        var back = new Anchor("my-performance", words.say("own.back"));
        back.addClassName("quality-back");
        var what = new Paragraph(words.say("own.what"));
        what.addClassName("records-what");
        add(back, new H1(words.say("own.title")), what);
        try {
            var all = evaluations.list();
            if (all.isEmpty()) {
                var none = new Div(new Paragraph(words.say("own.none")));
                none.addClassName("board-empty");
                add(none);
                return;
            }
            var list = new RowList();
            all.forEach(each -> row(list, each));
            add(list);
        } catch (DataAccessException e) {
            LOG.warn("Own evaluations cannot be read: {}", e.getClass().getSimpleName());
            var trouble = new Paragraph(words.say("away"));
            trouble.addClassName("board-empty");
            trouble.getElement().setAttribute("role", "alert");
            add(trouble);
        }
    }

    private void row(RowList list, OwnEvaluationLine each) {
        list.row(
                words.say("own.line", words.channel(each.channel()), words.at(each.at())),
                words.say(
                        "own.second", each.evaluator(), words.at(each.publishedAt()), state(each)),
                "my-evaluations/" + each.number(),
                each.open() ? words.percent(each.percent()) : words.say("own.closed"));
    }

    private String state(OwnEvaluationLine each) {
        if (!each.open()) {
            return words.say("own.waits");
        }
        if (each.disputed()) {
            return words.say("evaluations.disputed");
        }
        return words.say(each.acknowledged() ? "evaluations.acknowledged" : "own.toAcknowledge");
    }

    @Override
    public String getPageTitle() {
        return words.say("own.title") + " – Rollcall";
    }
}
