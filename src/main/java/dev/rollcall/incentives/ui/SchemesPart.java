package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.incentives.Scheme;
import dev.rollcall.incentives.SchemeVersion;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.security.Permission;
import java.util.ArrayList;

/// All schemes, with what they pay for and how they stand.
final class SchemesPart extends Div {

    private final IncentivesSources sources;
    private final RewardWords words;

    SchemesPart(IncentivesSources sources, RewardWords words) {
        this.sources = sources;
        this.words = words;
        addClassName("incentives-list");
        var what = new Paragraph(words.say("schemes.what"));
        what.addClassName("records-what");
        add(what);
        if (sources.may(Permission.INCENTIVES_WRITE)) {
            var add =
                    new Button(
                            words.say("schemes.add"),
                            _ -> UI.getCurrentOrThrow().navigate("incentives/schemes/new"));
            add.addThemeVariants(ButtonVariant.PRIMARY);
            add(new Div(add));
        }
        var all = sources.schemes().all();
        if (all.isEmpty()) {
            var none = new Div(new Paragraph(words.say("schemes.none")));
            none.addClassName("board-empty");
            add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("deeds");
        all.forEach(scheme -> list.add(item(scheme)));
        add(list);
    }

    private SettledItem item(Scheme scheme) {
        var parts = new ArrayList<String>();
        parts.add(state(scheme));
        parts.add(words.pays(scheme.rules()));
        var limits = words.limits(scheme.rules());
        if (!limits.isEmpty()) {
            parts.add(limits);
        }
        return new SettledItem(
                        "incentives.schemes", scheme.rules().name(), String.join(" · ", parts))
                .changeable(() ->
                        UI.getCurrentOrThrow().navigate("incentives/schemes/" + scheme.code()));
    }

    private String state(Scheme scheme) {
        var ended = scheme.endedFrom();
        var state = scheme.state(sources.today());
        var text =
                switch (state) {
                    case DRAFT -> words.say("state.DRAFT");
                    case ENDED -> words.say("state.ENDED");
                    case LIVE ->
                            ended == null
                                    ? words.say(
                                            "state.LIVE",
                                            scheme.latest()
                                                    .map(SchemeVersion::starts)
                                                    .map(words::day)
                                                    .orElse(""))
                                    : words.say("state.ENDS", words.day(ended.minusDays(1)));
                };
        return state != Scheme.State.DRAFT && scheme.draft().isPresent()
                ? text + " · " + words.say("state.withDraft")
                : text;
    }
}
