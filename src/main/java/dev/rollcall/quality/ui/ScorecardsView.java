package dev.rollcall.quality.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.quality.Scorecard;
import dev.rollcall.quality.ScorecardVersion;
import dev.rollcall.quality.Scorecards;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;

/// What work is held against: all scorecards, and which version of each counts.
@Route("settings/scorecards")
@Menu(title = "quality.cards.title", order = 77, icon = "vaadin:clipboard-text")
@Requires(Permission.SETTINGS_ADMIN)
final class ScorecardsView extends Div implements HasDynamicTitle {

    private static final int MILLIS = 5_000;

    private final Scorecards scorecards;
    private final QualityWords words;
    private final UnorderedList list = new UnorderedList();

    ScorecardsView(Scorecards scorecards) {
        this.scorecards = scorecards;
        words = new QualityWords(this::getTranslation, getLocale());
        addClassName("deeds-view");
        var add =
                new Button(
                        words.say("cards.add"),
                        _ -> UI.getCurrentOrThrow().navigate("settings/scorecards/new"));
        list.addClassName("deeds");
        add(
                new H1(words.say("cards.title")),
                new Paragraph(words.say("cards.what")),
                new Div(add),
                list);
        show();
    }

    @Override
    public String getPageTitle() {
        return words.say("cards.title") + " – Rollcall";
    }

    private void show() {
        list.removeAll();
        var all = scorecards.all();
        if (all.isEmpty()) {
            list.add(new ListItem(words.say("cards.none")));
        }
        all.forEach(card -> list.add(item(card)));
    }

    private SettledItem item(Scorecard card) {
        var item =
                new SettledItem("quality.cards", card.name(), state(card))
                        .changeable(() ->
                                UI.getCurrentOrThrow()
                                        .navigate("settings/scorecards/" + card.code()));
        var retire =
                new Button(
                        words.say(card.retired() ? "cards.offer" : "cards.retire"),
                        _ -> retire(card));
        retire.setAriaLabel(
                words.say(card.retired() ? "cards.offerOf" : "cards.retireOf", card.name()));
        var buttons = new Div(retire);
        buttons.addClassName("deed-buttons");
        item.add(buttons);
        return item;
    }

    private String state(Scorecard card) {
        var published =
                card.published()
                        .map(version -> words.say("cards.published", version.number()))
                        .orElse(words.say("cards.unpublished"));
        var draft =
                card.draft()
                        .map(ScorecardVersion::number)
                        .map(number -> " · " + words.say("cards.draft", number))
                        .orElse("");
        return card.code()
                + " · "
                + published
                + draft
                + (card.retired() ? " · " + words.say("cards.retired") : "");
    }

    private void retire(Scorecard card) {
        try {
            scorecards.retire(card.code(), !card.retired());
            show();
        } catch (RuntimeException e) {
            Notification.show(
                    Refusals.ofDeed(this::getTranslation).say(e),
                    MILLIS,
                    Notification.Position.BOTTOM_START);
        }
    }
}
