package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.List;

/// What a period of a scheme brought to whom, and why, as far as it is the viewer's to see.
@Route("incentives/awards/:number")
@Requires(Permission.INCENTIVES_VIEW)
final class RunView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final IncentivesSources sources;
    private final RewardWords words;
    private String title = "";

    RunView(IncentivesSources sources) {
        this.sources = sources;
        words = new RewardWords(this::getTranslation, getLocale());
        addClassName("incentives-page");
    }

    @Override
    public String getPageTitle() {
        return title + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long number =
                event.getRouteParameters()
                        .get("number")
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(Long::parseLong)
                        .orElseThrow(NotFoundException::new);
        var awarded = sources.awards().find(number).orElseThrow(NotFoundException::new);
        var rules = awarded.rules();
        title = rules.name() + ", " + words.period(awarded.run().period(), rules.rhythm());
        removeAll();
        var back = new Anchor("incentives?show=awards", words.say("awards.back"));
        back.addClassName("incentives-back");
        var pays = new Paragraph(words.pays(rules));
        pays.addClassName("records-what");
        add(back, new H1(title), pays);
        if (rules.tellsOwnFigures()) {
            add(new Paragraph(words.say("awards.own")));
        }
        var people = sources.awards().people(number);
        if (people.isEmpty()) {
            var none = new Div(new Paragraph(words.say("awards.nobody")));
            none.addClassName("board-empty");
            add(none);
            return;
        }
        var table =
                new PlainTable(
                        "incentives.awards.person",
                        "incentives.awards.points",
                        "incentives.awards.why");
        for (var line : people) {
            var award = line.award();
            table.line(
                    award == null
                            ? List.of(sources.name(line.agent()), "–", words.say("awards.theirs"))
                            : List.of(
                                    sources.name(line.agent()),
                                    "" + award.points(),
                                    words.why(award.reason())));
        }
        add(scrolling(table, title));
    }

    /// A table that scrolls sideways where there is no room for it.
    static Component scrolling(PlainTable table, String label) {
        var scrolling = new Div(table);
        scrolling.addClassName("incentives-table");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", label);
        return scrolling;
    }
}
