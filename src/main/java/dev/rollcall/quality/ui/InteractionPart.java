package dev.rollcall.quality.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.rollcall.kit.FactList;
import dev.rollcall.quality.Interaction;

/// What is known of an interaction, and the way to its recording where that is kept.
final class InteractionPart extends Section {

    /// @param agent who handled it, by name
    InteractionPart(QualityWords words, Interaction interaction, String agent) {
        addClassName("quality-interaction");
        var facts = new FactList();
        facts.fact(words.say("interaction.agent"), agent);
        facts.fact(words.say("interaction.channel"), words.channel(interaction.channel()));
        facts.fact(words.say("interaction.at"), words.at(interaction));
        facts.fact(words.say("interaction.length"), words.duration(interaction.length()));
        facts.fact(words.say("interaction.answer"), words.duration(interaction.answer()));
        facts.fact(
                words.say("interaction.transfers"),
                interaction.transfers() == 0
                        ? words.say("interaction.noTransfers")
                        : words.say(
                                "interaction.transferredTo",
                                interaction.transfers(),
                                String.join(", ", interaction.transferredTo())));
        facts.fact(words.say("interaction.reason"), interaction.reason());
        facts.fact(words.say("interaction.customer"), interaction.customer());
        facts.fact(
                words.say("interaction.source"),
                interaction.observed()
                        ? words.say("interaction.observed")
                        : words.say("interaction.from", interaction.source(), interaction.id()));
        add(new H2(words.say("interaction.title")), facts);
        var link = interaction.link();
        if (link == null) {
            var none = new Paragraph(words.say("interaction.noLink"));
            none.addClassName("sheet-about");
            add(none);
        } else {
            var anchor = new Anchor(link, words.say("interaction.link"));
            anchor.setTarget(AnchorTarget.BLANK);
            anchor.getElement().setAttribute("rel", "noopener noreferrer");
            anchor.addClassName("quality-link");
            add(anchor);
        }
    }
}
