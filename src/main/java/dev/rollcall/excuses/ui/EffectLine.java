package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.excuses.Effect;
import dev.rollcall.excuses.ExcuseDraft;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Refusals;
import dev.rollcall.shared.InvalidInput;

/// What an excuse would take off figures, before it is given: in a sentence, and by whom.
final class EffectLine extends Div {

    private static final int NAMED = 6;

    private final ExcuseSources sources;
    private final DurationWords durations = new DurationWords(this::getTranslation);

    EffectLine(ExcuseSources sources) {
        this.sources = sources;
        addClassName("excuse-effect");
        getElement().setAttribute("role", "status");
    }

    /// Of what is not complete yet nothing is said.
    void show(ExcuseDraft draft) {
        removeAll();
        try {
            show(sources.excuses().preview(draft));
        } catch (InvalidInput e) {
            add(
                    new Paragraph(
                            isTooMuch(e)
                                    ? Refusals.ofForm(this::getTranslation).say(e)
                                    : getTranslation("excuses.effect.notYet")));
        } catch (RuntimeException e) {
            add(new Paragraph(Refusals.ofForm(this::getTranslation).say(e)));
        }
    }

    private static boolean isTooMuch(InvalidInput wrong) {
        return wrong.problems().stream()
                .map(InvalidInput.Problem::sentence)
                .anyMatch(sentence -> sentence != null && sentence.key().equals(Effect.TOO_MUCH));
    }

    private void show(Effect effect) {
        var people = effect.byPerson();
        if (people.isEmpty()) {
            add(new Paragraph(getTranslation("excuses.effect.nothing", effect.covered())));
            return;
        }
        if (effect.covered() == 1) {
            add(new Paragraph(getTranslation("excuses.effect.one", durations.of(effect.total()))));
            return;
        }
        add(
                new Paragraph(
                        getTranslation(
                                "excuses.effect.sum",
                                durations.of(effect.total()),
                                people.size(),
                                effect.covered())));
        var list = new UnorderedList();
        people.entrySet().stream()
                .limit(NAMED)
                .forEach(each ->
                        list.add(
                                new ListItem(
                                        getTranslation(
                                                "excuses.effect.person",
                                                sources.name(each.getKey()),
                                                durations.brief(each.getValue())))));
        if (people.size() > NAMED) {
            list.add(new ListItem(getTranslation("excuses.effect.more", people.size() - NAMED)));
        }
        add(list);
    }
}
