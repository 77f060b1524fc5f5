package dev.rollcall.feedback.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.feedback.Round;
import dev.rollcall.kit.PlainTable;
import java.util.List;

/// Rounds and what they came to, as far as it may be told.
final class RoundResults extends Div {

    RoundResults(FeedbackSources sources, FeedbackWords words) {
        addClassName("feedback-place");
        var rounds = sources.rounds().list();
        if (rounds.isEmpty()) {
            var none = new Div(new Paragraph(words.say("round.none")));
            none.addClassName("board-empty");
            add(none);
        }
        rounds.forEach(each -> add(round(sources, words, each)));
    }

    private Section round(FeedbackSources sources, FeedbackWords words, Round each) {
        var section = new Section(new H3(each.title()));
        section.addClassName("feedback-round");
        var line =
                new Paragraph(
                        words.say(
                                "round.asked." + each.type(),
                                each.managerName(),
                                each.asked(),
                                words.at(each.closesAt())));
        line.addClassName("board-second");
        section.add(line);
        var result = sources.rounds().result(each.number()).orElse(null);
        if (result == null) {
            section.add(new Paragraph(words.say("round.open")));
            return section;
        }
        if (result.lines().isEmpty()) {
            section.add(new Paragraph(words.say("round.few")));
            return section;
        }
        var table =
                new PlainTable(
                        "feedback.round.question",
                        "feedback.round.of",
                        "feedback.round.answers",
                        "feedback.round.mean");
        for (int i = 0; i < each.questions().size(); i++) {
            for (var told : result.lines()) {
                table.line(
                        List.of(
                                each.questions().get(i),
                                told.unit().isEmpty() ? words.say("round.all") : told.unit(),
                                "" + told.answers(),
                                words.say("round.ofFive", words.mean(told.means().get(i)))));
            }
        }
        var scrolling = new Div(table);
        scrolling.addClassName("feedback-scroll");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", each.title());
        section.add(scrolling);
        if (!result.words().isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("feedback-words");
            result.words().forEach(said -> list.add(new ListItem(said)));
            section.add(new Paragraph(words.say("round.said")), list);
        }
        return section;
    }
}
