package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.audit.Actor;
import dev.rollcall.incentives.Redemption;
import dev.rollcall.incentives.Redemption.State;
import dev.rollcall.incentives.Reward;
import dev.rollcall.kit.CsvLink;
import dev.rollcall.kit.ReasonDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.people.Agent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rewards people asked for, and what was decided; money as a file for whoever pays.
final class RedemptionsPart extends Div {

    private static final Duration BACK = Duration.ofDays(62);
    private static final int MILLIS = 6_000;

    private final IncentivesSources sources;
    private final RewardWords words;
    private final Runnable again;

    RedemptionsPart(IncentivesSources sources, RewardWords words, Runnable again) {
        this.sources = sources;
        this.words = words;
        this.again = again;
        addClassName("incentives-list");
        var what = new Paragraph(words.say("redemptions.what"));
        what.addClassName("records-what");
        add(what);
        waiting();
        decided();
    }

    private void waiting() {
        var waiting = sources.redemptions().waiting();
        add(new H2(words.say("redemptions.waiting")));
        if (waiting.isEmpty()) {
            var none = new Div(new Paragraph(words.say("redemptions.none")));
            none.addClassName("board-empty");
            add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("deeds");
        waiting.forEach(each -> list.add(item(each)));
        add(list);
    }

    private SettledItem item(Redemption each) {
        var item = line(each, words.at(each.askedAt()));
        var name = sources.name(each.agent());
        var approve = new Button(words.say("redemptions.approve"), _ -> approve(each));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setDisableOnClick(true);
        approve.setAriaLabel(words.say("redemptions.approveOf", each.name(), name));
        var decline = new Button(words.say("redemptions.decline"), _ -> decline(each, name));
        decline.setAriaLabel(words.say("redemptions.declineOf", each.name(), name));
        var buttons = new Div(approve, decline);
        buttons.addClassName("deed-buttons");
        item.add(buttons);
        return item;
    }

    private SettledItem line(Redemption each, String more) {
        var parts = new ArrayList<String>();
        parts.add(words.say("reward." + each.kind()));
        var day = each.day();
        if (day != null) {
            parts.add(words.day(day));
        }
        var amount = each.amount();
        if (amount != null && each.kind() == Reward.Kind.MONEY) {
            parts.add(words.number(amount) + "\u00a0" + each.currency());
        }
        parts.add(more);
        var item =
                new SettledItem(
                        "incentives.redemptions",
                        sources.name(each.agent()) + ": " + each.name(),
                        String.join(" · ", parts));
        var price = new Span(words.points(each.price()));
        price.addClassName("row-figure");
        item.add(price);
        return item;
    }

    private void approve(Redemption each) {
        String said;
        try {
            sources.redemptions().approve(each.number(), each.version(), "");
            said = words.say("redemptions.approved");
        } catch (RuntimeException e) {
            said = Refusals.ofDeed(words.all()).say(e);
        }
        Notification.show(said, MILLIS, Notification.Position.BOTTOM_START);
        again.run();
    }

    private void decline(Redemption each, String name) {
        new ReasonDialog(
                        words.say("redemptions.declineOf", each.name(), name),
                        words.say("redemptions.declineWhat"),
                        words.say("redemptions.decline"),
                        reason -> {
                            try {
                                sources.redemptions()
                                        .decline(each.number(), each.version(), reason);
                            } catch (RuntimeException e) {
                                return Optional.of(Refusals.ofDeed(words.all()).say(e));
                            }
                            again.run();
                            return Optional.empty();
                        })
                .open();
    }

    private void decided() {
        var now = sources.clock().instant();
        var decided = sources.redemptions().decided(now.minus(BACK), now.plusSeconds(1));
        if (decided.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("deeds");
        decided.forEach(each ->
                list.add(
                        line(
                                each,
                                words.say(
                                        "redemptions.by." + each.state(),
                                        Optional.ofNullable(each.decidedBy())
                                                .map(Actor::name)
                                                .orElse(""),
                                        Optional.ofNullable(each.decidedAt())
                                                .map(words::at)
                                                .orElse("")))));
        var head =
                new Div(
                        new H2(words.say("redemptions.decided")),
                        new CsvLink(
                                "rewards-money.csv",
                                words.say("redemptions.csv"),
                                () -> csv(decided)));
        head.addClassName("incentives-head");
        add(head, list);
    }

    private List<List<String>> csv(List<Redemption> decided) {
        var rows = new ArrayList<List<String>>();
        rows.add(
                List.of(
                        words.say("redemptions.number"),
                        words.say("redemptions.agent"),
                        words.say("awards.person"),
                        words.say("redemptions.reward"),
                        words.say("redemptions.amount"),
                        words.say("rules.currency"),
                        words.say("redemptions.approvedAt")));
        for (var each : decided) {
            var amount = each.amount();
            if (each.state() == State.APPROVED
                    && each.kind() == Reward.Kind.MONEY
                    && amount != null) {
                rows.add(
                        List.of(
                                "" + each.number(),
                                sources.directory()
                                        .agent(each.agent())
                                        .map(Agent::externalId)
                                        .orElse(""),
                                sources.name(each.agent()),
                                each.name(),
                                amount.toPlainString(),
                                Optional.ofNullable(each.currency()).orElse(""),
                                Optional.ofNullable(each.decidedAt())
                                        .map(Object::toString)
                                        .orElse("")));
            }
        }
        return rows;
    }
}
