package dev.rollcall.quality.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.RowList;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.quality.SamplingDraw;
import dev.rollcall.quality.SamplingPlan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;

/// Sampling plans, and every draw with its seed: anybody may draw again and see the same.
final class SamplingPart extends Div {

    private static final int DRAWS = 30;
    private static final int MILLIS = 6_000;

    private final QualitySources sources;
    private final QualityWords words;
    private final Runnable again;

    SamplingPart(QualitySources sources, QualityWords words, Runnable again) {
        this.sources = sources;
        this.words = words;
        this.again = again;
        addClassName("quality-list");
        var add =
                new Button(
                        words.say("sampling.add"),
                        _ -> new PlanDialog(sources, words, null, again).open());
        var what = new Paragraph(words.say("sampling.what"));
        what.addClassName("records-what");
        add(what, new Div(add));
        plans();
        draws();
    }

    private void plans() {
        var plans = sources.sampling().plans();
        if (plans.isEmpty()) {
            var none = new Div(new Paragraph(words.say("sampling.none")));
            none.addClassName("board-empty");
            add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("deeds");
        for (var plan : plans) {
            var item =
                    new SettledItem("quality.sampling", plan.name(), rules(plan))
                            .changeable(() -> new PlanDialog(sources, words, plan, again).open());
            var draw = new Button(words.say("sampling.drawLast"), _ -> draw(plan, 1));
            draw.setAriaLabel(words.say("sampling.drawLastOf", plan.name()));
            var now = new Button(words.say("sampling.drawThis"), _ -> draw(plan, 0));
            now.setAriaLabel(words.say("sampling.drawThisOf", plan.name()));
            var buttons = new Div(draw, now);
            buttons.addClassName("deed-buttons");
            item.add(buttons);
            list.add(item);
        }
        add(list);
    }

    private String rules(SamplingPlan plan) {
        var parts = new ArrayList<String>();
        parts.add(words.say("sampling.each", plan.perWeek()));
        parts.add(sources.directory().unit(plan.unit()).map(Unit::name).orElse("–"));
        var group = plan.group();
        if (group != null) {
            parts.add(sources.directory().group(group).map(Group::name).orElse("–"));
        }
        var channel = plan.channel();
        if (channel != null) {
            parts.add(words.channel(channel));
        }
        var least = plan.least();
        if (least != null) {
            parts.add(words.say("sampling.least", words.duration(least)));
        }
        var most = plan.most();
        if (most != null) {
            parts.add(words.say("sampling.most", words.duration(most)));
        }
        parts.add(sources.card(plan.card()));
        parts.add(words.say(plan.active() ? "sampling.active" : "sampling.paused"));
        return String.join(" · ", parts);
    }

    private void draw(SamplingPlan plan, int weeksAgo) {
        var monday =
                LocalDate.ofInstant(sources.clock().instant(), ZoneOffset.UTC)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(weeksAgo);
        try {
            var drawn = sources.sampling().draw(plan.number(), monday);
            tell(words.say("sampling.drawn", drawn.drawn().size(), drawn.offered()));
            again.run();
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
    }

    private void draws() {
        var draws = sources.sampling().draws(DRAWS);
        if (draws.isEmpty()) {
            return;
        }
        var list = new RowList();
        for (var draw : draws) {
            var show =
                    new Button(
                            words.say("sampling.again"),
                            _ ->
                                    tell(
                                            words.say(
                                                    draw.again()
                                                            ? "sampling.same"
                                                            : "sampling.notSame",
                                                    numbers(draw))));
            show.setAriaLabel(
                    words.say("sampling.againOf", draw.rules().name(), words.day(draw.week())));
            list.row(
                    words.say("sampling.week", draw.rules().name(), words.day(draw.week())),
                    words.say(
                            "sampling.drawLine",
                            draw.drawn().size(),
                            draw.offered(),
                            draw.people(),
                            "" + draw.seed(),
                            draw.drawnBy(),
                            words.at(draw.drawnAt())),
                    null,
                    "",
                    show);
        }
        add(new H2(words.say("sampling.draws")), list);
    }

    private static String numbers(SamplingDraw draw) {
        return String.join(
                ", ", draw.drawn().stream().sorted().limit(20).map(n -> "" + n).toList());
    }

    private static void tell(String sentence) {
        Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
    }
}
