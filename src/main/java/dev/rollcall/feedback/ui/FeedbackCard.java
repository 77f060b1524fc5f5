package dev.rollcall.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.feedback.Feedback;
import dev.rollcall.feedback.FeedbackTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing somebody said to somebody: what, by whom, of what, what was said to it, and what can
/// be done with it.
final class FeedbackCard extends Article {

    /// @param head who said it to whom, as the page is about one of them or both
    /// @param tags all there are
    /// @param about where what it was said of is found; null: nowhere for whoever looks
    FeedbackCard(
            FeedbackWords words,
            Feedback each,
            String head,
            List<FeedbackTag> tags,
            @Nullable String about,
            Component... deeds) {
        addClassName("feedback-card");
        getElement().setAttribute("data-kind", each.kind().name());
        var kind = new Span(words.say("kind." + each.kind()));
        kind.addClassName("feedback-kind");
        var who = new Span(head);
        who.addClassName("deed-what");
        var when = new Span(words.at(each.givenAt()));
        when.addClassName("board-second");
        var top = new Div(kind, who, when);
        top.addClassName("feedback-top");
        var said = new Paragraph(each.said());
        said.addClassName("feedback-said");
        add(top, said);
        if (!each.next().isEmpty()) {
            var label = new Span(words.say("next"));
            label.addClassName("feedback-label");
            var next = new Paragraph(label, new Span(each.next()));
            next.addClassName("feedback-next");
            add(next);
        }
        var facts = new Div();
        facts.addClassName("feedback-facts");
        each.tags().stream()
                .map(tag -> words.tag(tag, tags))
                .sorted()
                .forEach(tag -> {
                    var chip = new Span(tag);
                    chip.addClassName("feedback-tag");
                    facts.add(chip);
                });
        var of = each.about();
        if (of != null) {
            var text = words.say("about." + of.subject(), of.id());
            facts.add(about == null ? new Span(text) : new Anchor(about, text));
        }
        if (facts.getElement().getChildCount() > 0) {
            add(facts);
        }
        var reply = each.reply();
        if (reply != null) {
            var text = reply.text();
            var answer =
                    new Paragraph(
                            text == null
                                    ? words.say("reply.thanks")
                                    : words.say("reply.words", text));
            answer.addClassName("feedback-reply");
            add(answer);
        }
        if (deeds.length > 0) {
            var buttons = new Div(deeds);
            buttons.addClassName("deed-buttons");
            add(buttons);
        }
    }
}
