package dev.rollcall.requests.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.rollcall.people.AgentId;
import dev.rollcall.requests.OpenShift;
import dev.rollcall.requests.OpenShifts;
import dev.rollcall.requests.Swap;
import dev.rollcall.requests.Swaps;
import java.time.ZoneId;
import java.util.List;

/// Shifts one may have, and those one would give away.
final class ShiftsPanel extends Section {

    /// What there is to show.
    record Model(List<OpenShifts.Chance> open, List<Swaps.Offer> offered, List<Swaps.Own> own) {}

    /// What can be done.
    interface Deeds {
        void claim(OpenShift shift);

        void unclaim(OpenShift shift);

        void offer();

        void take(Swaps.Offer offer);

        /// Says yes to a shift in return.
        void agree(Swap swap);

        /// Says no to a shift in return, or takes back that one would give it.
        void refuse(Swap swap);

        void withdraw(Swap swap);
    }

    private final RequestWords words;
    private final AgentId self;
    private final ZoneId zone;
    private final Deeds deeds;

    ShiftsPanel(Model model, RequestWords words, AgentId self, ZoneId zone, Deeds deeds) {
        this.words = words;
        this.self = self;
        this.zone = zone;
        this.deeds = deeds;
        addClassName("request-panel");
        var offer = new Button(words.say("offer"), _ -> deeds.offer());
        offer.addThemeVariants(ButtonVariant.PRIMARY);
        offer.addClassName("request-ask");
        add(offer);
        boolean isAsked = model.own().stream().map(Swaps.Own::swap).anyMatch(this::isAsked);
        if (isAsked) {
            // Somebody waits for a yes: it is not to be looked for below what others offer.
            addOwn(model);
        }
        add(new H2(words.say("open.title")));
        if (model.open().isEmpty()) {
            add(nothing("open.none"));
        }
        model.open().forEach(each -> add(card(each)));
        add(new H2(words.say("offered.title")));
        if (model.offered().isEmpty()) {
            add(nothing("offered.none"));
        }
        model.offered().forEach(each -> add(card(each)));
        if (!isAsked) {
            addOwn(model);
        }
    }

    private boolean isAsked(Swap swap) {
        return swap.progress() == Swap.Progress.PROPOSED && swap.from().equals(self);
    }

    private void addOwn(Model model) {
        if (!model.own().isEmpty()) {
            add(new H2(words.say("swaps.mine")));
            model.own().forEach(each -> add(card(each)));
        }
    }

    private Paragraph nothing(String key) {
        var nothing = new Paragraph(words.say(key));
        nothing.addClassName("request-why");
        return nothing;
    }

    private Card card(OpenShifts.Chance chance) {
        var shift = chance.shift();
        var claim = shift.claimOf(self);
        var card =
                new Card(
                        words.shift(shift.date(), shift.entries(), zone),
                        claim.map(each -> words.say("claim." + each.progress()))
                                .orElse(words.say("open.places", shift.places() - shift.taken())),
                        claim.map(each -> tone(each.progress())).orElse("waiting"));
        card.text(words.where(shift));
        if (claim.isEmpty()) {
            card.quiet(chance.warnings().stream().map(words::warning).toList());
            boolean atOnce = shift.firstCome() && chance.warnings().isEmpty();
            card.quiet(List.of(words.say(atOnce ? "open.atOnce" : "open.byPerson")));
            var take = new Button(words.say("open.claim"), _ -> deeds.claim(shift));
            take.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
            take.setAriaLabel(
                    words.say("open.claimOf", words.shift(shift.date(), shift.entries(), zone)));
            card.deed(take);
        } else if (claim.get().progress() == OpenShift.Progress.ASKED) {
            var back = new Button(words.say("withdraw"), _ -> deeds.unclaim(shift));
            back.addThemeVariants(ButtonVariant.SMALL);
            card.deed(back);
        }
        return card;
    }

    private static String tone(OpenShift.Progress progress) {
        return switch (progress) {
            case ASKED -> "waiting";
            case GIVEN -> "yes";
            case DECLINED -> "no";
        };
    }

    private Card card(Swaps.Offer offer) {
        var swap = offer.swap();
        var title = words.shift(swap.date(), offer.shift(), zone);
        var card = new Card(title, words.say("offered.by", words.name(swap.from())), "waiting");
        if (swap.to() != null) {
            card.quiet(List.of(words.say("offered.toYou")));
        }
        var take = new Button(words.say("offered.take"), _ -> deeds.take(offer));
        take.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
        take.setAriaLabel(words.say("offered.takeOf", title, words.name(swap.from())));
        return card.deed(take);
    }

    private Card card(Swaps.Own own) {
        var swap = own.swap();
        boolean mine = swap.from().equals(self);
        var taker = swap.taker();
        var title = words.shift(swap.date(), own.shift(), zone);
        var card =
                new Card(
                        title,
                        words.say("swap." + (own.isOver() ? "OVER" : swap.progress())),
                        own.isOver()
                                ? "over"
                                : switch (swap.progress()) {
                                    case OFFERED, PROPOSED, TAKEN -> "waiting";
                                    case APPROVED -> "yes";
                                    case DECLINED -> "no";
                                    case WITHDRAWN -> "over";
                                });
        if (!mine) {
            card.text(words.say("swaps.from", words.name(swap.from())));
        } else if (taker != null) {
            card.text(words.say("swaps.takenBy", words.name(taker)));
        } else if (swap.to() != null) {
            card.text(words.say("swaps.to", words.name(swap.to())));
        }
        var back = swap.inReturn();
        if (back != null) {
            card.text(words.say("swaps.inReturn", words.shift(back, own.inReturn(), zone)));
        }
        if (own.isOver()) {
            card.quiet(List.of(words.say("swaps.over")));
        } else if (swap.progress() == Swap.Progress.PROPOSED) {
            proposed(card, swap, mine, title);
        }
        var answer = swap.answer();
        if (answer != null) {
            card.text(words.say("answer", answer));
        }
        if (mine && swap.isOpen()) {
            var withdraw = new Button(words.say("withdraw"), _ -> deeds.withdraw(swap));
            withdraw.addThemeVariants(ButtonVariant.SMALL);
            card.deed(withdraw);
        }
        return card;
    }

    /// One gives a shift in return, and the other has to agree, who reads what the planner's rules
    /// say about their own plan and nobody else's.
    private void proposed(Card card, Swap swap, boolean mine, String title) {
        if (!mine) {
            card.quiet(List.of(words.say("swaps.asks", words.name(swap.from()))));
            var back = new Button(words.say("withdraw"), _ -> deeds.refuse(swap));
            back.addThemeVariants(ButtonVariant.SMALL);
            card.deed(back);
            return;
        }
        card.quiet(List.of(words.say("swaps.asksYou")));
        card.quiet(
                words.warnings(
                        swap.findings().stream()
                                .filter(each -> each.values().contains("FROM"))
                                .toList(),
                        swap.from(),
                        null));
        var agree = new Button(words.say("agree"), _ -> deeds.agree(swap));
        agree.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
        agree.setAriaLabel(words.say("agreeOf", title));
        var refuse = new Button(words.say("refuse"), _ -> deeds.refuse(swap));
        refuse.addThemeVariants(ButtonVariant.SMALL);
        refuse.setAriaLabel(words.say("refuseOf", title));
        card.deed(agree).deed(refuse);
    }
}
