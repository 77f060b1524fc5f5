package dev.rollcall.requests.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.requests.Finding;
import dev.rollcall.requests.OpenShift;
import dev.rollcall.requests.Swaps;
import dev.rollcall.requests.TimeOff;
import dev.rollcall.requests.ui.InboxModel.Decided;
import dev.rollcall.requests.ui.InboxModel.Waiting;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The cards of the inbox: what waits, with its deeds; what was decided, and by whom.
final class InboxCards {

    /// What of the reasons of then the outlook of now does not say anew.
    private static final Set<Finding.Kind> SAID =
            Set.of(Finding.Kind.SHORT_NOTICE, Finding.Kind.NO_RULE, Finding.Kind.TOO_MANY_AWAY);

    /// What is chosen to be decided with others.
    interface Choice {
        boolean has(Decidable.Key key);

        void choose(Decidable.Key key, boolean chosen);
    }

    private final RequestWords words;
    private final Directory directory;
    private final ZoneId zone;
    private final InboxDeeds deeds;
    private final Choice choice;
    private final Predicate<TimeOff> mayCancel;

    /// @param zone of whose plans there is no zone
    InboxCards(
            RequestWords words,
            Directory directory,
            ZoneId zone,
            InboxDeeds deeds,
            Choice choice,
            Predicate<TimeOff> mayCancel) {
        this.words = words;
        this.directory = directory;
        this.zone = zone;
        this.deeds = deeds;
        this.choice = choice;
        this.mayCancel = mayCancel;
    }

    private ZoneId zone(AgentId agent) {
        return directory.agent(agent).map(Agent::zone).orElse(zone);
    }

    private ZoneId zone(OpenShift shift) {
        return directory.unit(shift.unit()).map(Unit::zone).orElse(zone);
    }

    private static List<String> line(String text) {
        return List.of(text);
    }

    // ------------------------------------------------------------------ what waits

    Card waiting(Waiting waiting) {
        var timeOff = waiting.timeOff();
        var name = words.name(timeOff.agent());
        var card =
                new Card(
                        title(timeOff),
                        words.say("line", words.type(timeOff.type()), words.amount(timeOff)),
                        "waiting");
        var note = timeOff.note();
        if (note != null) {
            card.text(words.say("note", note));
        }
        waiting.outlook().ifPresent(it -> card.with(new OutlookPanel(it, words)));
        card.quiet(
                timeOff.findings().stream()
                        .filter(each -> SAID.contains(each.kind()))
                        .map(words::finding)
                        .toList());
        return waiting.outlook().isPresent()
                ? decidable(card, deeds.of(timeOff), name)
                : card.quiet(line(words.say("inbox.own")));
    }

    private String title(TimeOff timeOff) {
        return words.say(
                "inbox.card",
                words.name(timeOff.agent()),
                words.period(timeOff.from(), timeOff.to(), timeOff.part()));
    }

    Card waiting(Swaps.Offer offer, boolean isOwn) {
        var swap = offer.swap();
        var taker = swap.taker();
        var name = words.name(swap.from());
        var card =
                new Card(
                        words.say("inbox.swap", name, taker == null ? "" : words.name(taker)),
                        words.say("inbox.swapKind"),
                        "waiting");
        card.text(words.shift(swap.date(), offer.shift(), zone(swap.from())));
        var back = swap.inReturn();
        if (back != null) {
            card.text(words.say("swaps.inReturn", words.date(back)));
        }
        card.quiet(words.warnings(swap.findings(), swap.from(), taker));
        return isOwn
                ? card.quiet(line(words.say("inbox.own")))
                : decidable(card, deeds.of(swap), name);
    }

    private Card decidable(Card card, Decidable item, String name) {
        return card.lead(chooser(item, name))
                .deed(approve(item, words.say("inbox.approve"), words.say("inbox.approveOf", name)))
                .deed(decline(item, name));
    }

    private Checkbox chooser(Decidable item, String name) {
        var chooser = new Checkbox(choice.has(item.key()));
        chooser.setAriaLabel(words.say("inbox.choose", name));
        chooser.addValueChangeListener(e -> choice.choose(item.key(), e.getValue()));
        return chooser;
    }

    private Button approve(Decidable item, String text, String label) {
        var approve = new Button(text, _ -> deeds.approve(List.of(item)));
        approve.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        approve.setAriaLabel(label);
        return approve;
    }

    private Button decline(Decidable item, String name) {
        var decline = new Button(words.say("inbox.decline"), _ -> deeds.decline(List.of(item)));
        decline.addThemeVariants(ButtonVariant.SMALL);
        decline.setAriaLabel(words.say("inbox.declineOf", name));
        return decline;
    }

    // ------------------------------------------------------------------ open shifts

    /// @param own whether a claim is that of whoever looks
    Card open(OpenShift shift, Predicate<OpenShift.Claim> own) {
        var card =
                new Card(
                        words.shift(shift.date(), shift.entries(), zone(shift)),
                        shift.closed()
                                ? words.say("post.closed")
                                : words.say("post.taken", shift.taken(), shift.places()),
                        shift.closed() ? "over" : shift.isFree() ? "waiting" : "yes");
        card.text(words.where(shift));
        card.quiet(line(words.say(shift.firstCome() ? "post.firstCome" : "post.chosen")));
        for (var claim : shift.claims()) {
            card.with(claim(shift, claim, own.test(claim)));
        }
        if (shift.isFree()) {
            var close = new Button(words.say("post.close"), _ -> deeds.close(shift));
            close.addThemeVariants(ButtonVariant.SMALL);
            card.deed(close);
        }
        return card;
    }

    private Component claim(OpenShift shift, OpenShift.Claim claim, boolean isOwn) {
        var name = words.name(claim.agent());
        var line =
                new Div(
                        new Span(
                                words.say(
                                        "post.claim",
                                        name,
                                        words.say("claim." + claim.progress()))));
        line.addClassName("request-deeds");
        if (claim.progress() != OpenShift.Progress.ASKED) {
            return line;
        }
        var warnings = words.warnings(claim.findings(), null, claim.agent());
        line.add(new Span(String.join(" ", warnings)));
        if (isOwn) {
            line.add(new Span(words.say("inbox.own")));
            return line;
        }
        var item = deeds.of(shift, claim);
        line.addComponentAsFirst(chooser(item, name));
        line.add(
                approve(item, words.say("post.give"), words.say("post.giveOf", name)),
                decline(item, name));
        return line;
    }

    // ------------------------------------------------------------------ what is decided

    Card decided(Decided decided) {
        return switch (decided) {
            case Decided.OfTimeOff it -> decided(it.timeOff());
            case Decided.OfSwap it -> decided(it);
            case Decided.OfClaim it -> decided(it);
        };
    }

    private Card decided(TimeOff timeOff) {
        var card =
                new Card(
                        title(timeOff),
                        words.say("progress." + timeOff.progress()),
                        RequestsView.tone(timeOff.progress()));
        card.text(words.say("line", words.type(timeOff.type()), words.amount(timeOff)));
        card.text(words.state(timeOff));
        answer(card, timeOff.answer());
        card.quiet(words.why(timeOff));
        if (timeOff.progress() == TimeOff.Progress.APPROVED && mayCancel.test(timeOff)) {
            var cancel = new Button(words.say("inbox.cancel"), _ -> deeds.cancel(timeOff));
            cancel.addThemeVariants(ButtonVariant.SMALL);
            card.deed(cancel);
        }
        return card;
    }

    private void answer(Card card, @Nullable String answer) {
        if (answer != null) {
            card.text(words.say("answer", answer));
        }
    }

    private Card decided(Decided.OfSwap decided) {
        var swap = decided.swap();
        var taker = swap.taker();
        var card =
                new Card(
                        words.say(
                                "inbox.swap",
                                words.name(swap.from()),
                                taker == null ? "" : words.name(taker)),
                        words.say("swap." + swap.progress()),
                        switch (swap.progress()) {
                            case APPROVED -> "yes";
                            case DECLINED -> "no";
                            default -> "over";
                        });
        var back = swap.inReturn();
        card.text(words.say("line", words.say("inbox.swapKind"), words.date(swap.date())));
        if (back != null) {
            card.text(words.say("swaps.inReturn", words.date(back)));
        }
        card.text(words.state(swap));
        answer(card, swap.answer());
        card.quiet(words.warnings(swap.findings(), swap.from(), taker));
        return card;
    }

    private Card decided(Decided.OfClaim decided) {
        var shift = decided.shift();
        var claim = decided.claim();
        boolean isGiven = claim.progress() == OpenShift.Progress.GIVEN;
        var card =
                new Card(
                        words.say(
                                "inbox.card",
                                words.name(claim.agent()),
                                words.shift(shift.date(), shift.entries(), zone(shift))),
                        words.say("claim." + claim.progress()),
                        isGiven ? "yes" : "no");
        card.text(words.say("line", words.say("inbox.claimKind"), words.where(shift)));
        card.text(words.state(claim));
        answer(card, claim.answer());
        card.quiet(words.warnings(claim.findings(), null, claim.agent()));
        return card;
    }
}
