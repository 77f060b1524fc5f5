package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.incentives.Awards.Awarded;
import dev.rollcall.incentives.Awards.Due;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.security.Permission;
import java.util.ArrayList;
import java.util.function.Supplier;

/// What waits to be awarded, and what was.
final class AwardsPart extends Div {

    private static final int MILLIS = 6_000;

    private final IncentivesSources sources;
    private final RewardWords words;
    private final Runnable again;

    AwardsPart(IncentivesSources sources, RewardWords words, Runnable again) {
        this.sources = sources;
        this.words = words;
        this.again = again;
        addClassName("incentives-list");
        var what = new Paragraph(words.say("awards.what"));
        what.addClassName("records-what");
        add(what);
        if (sources.may(Permission.INCENTIVES_WRITE)) {
            waiting();
        }
        done();
    }

    private void waiting() {
        var waiting = sources.awards().waiting();
        if (waiting.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("deeds");
        waiting.forEach(due -> list.add(item(due)));
        add(new H2(words.say("awards.waiting")), list);
    }

    private SettledItem item(Due due) {
        var rules = due.version().rules();
        var period = words.period(due.period(), rules.rhythm());
        boolean ready = !sources.today().isBefore(due.due());
        var item =
                new SettledItem(
                        "incentives.awards",
                        rules.name() + ", " + period,
                        words.say(ready ? "awards.ready" : "awards.early", words.day(due.due())));
        var award =
                new Button(
                        words.say("awards.award"),
                        _ ->
                                attempt(() -> {
                                    sources.awards()
                                            .award(due.scheme().code(), due.period().from());
                                    return words.say("awards.awarded", period);
                                }));
        award.setAriaLabel(words.say("awards.awardOf", rules.name(), period));
        award.setEnabled(ready);
        award.setDisableOnClick(true);
        item.add(buttons(award));
        return item;
    }

    private void done() {
        var all = sources.awards().list();
        if (all.isEmpty()) {
            var none = new Div(new Paragraph(words.say("awards.none")));
            none.addClassName("board-empty");
            add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("deeds");
        all.forEach(awarded -> list.add(item(awarded)));
        add(new H2(words.say("awards.done")), list);
    }

    private SettledItem item(Awarded awarded) {
        var rules = awarded.rules();
        var run = awarded.run();
        var period = words.period(run.period(), rules.rhythm());
        var sums = awarded.sums();
        var parts = new ArrayList<String>();
        var points = sums.points();
        var earning = sums.earning();
        parts.add(
                points == null || earning == null
                        ? words.say("awards.untold", sums.people())
                        : words.say("awards.sum", points, earning, sums.people()));
        var cap = rules.cap();
        if (cap != null) {
            parts.add(words.say("limit.cap", cap));
        }
        parts.add(words.say("awards.by", run.madeBy().name(), words.at(run.madeAt())));
        var item =
                new SettledItem(
                        "incentives.awards",
                        rules.name() + ", " + period,
                        String.join(" · ", parts));
        var people =
                new Button(
                        words.say("awards.people"),
                        _ -> UI.getCurrentOrThrow().navigate("incentives/awards/" + run.number()));
        people.setAriaLabel(words.say("awards.peopleOf", rules.name(), period));
        var buttons = buttons(people);
        if (sources.schemes().mayWrite(rules)) {
            var check =
                    new Button(
                            words.say("awards.check"),
                            _ ->
                                    attempt(() ->
                                            words.say(
                                                    "awards.checked",
                                                    sources.awards().check(run.number()))));
            check.setAriaLabel(words.say("awards.checkOf", rules.name(), period));
            check.setDisableOnClick(true);
            buttons.add(check);
        }
        item.add(buttons);
        return item;
    }

    private static Div buttons(Button... all) {
        var buttons = new Div(all);
        buttons.addClassName("deed-buttons");
        return buttons;
    }

    private void attempt(Supplier<String> deed) {
        String said;
        try {
            said = deed.get();
        } catch (RuntimeException e) {
            said = Refusals.ofDeed(words.all()).say(e);
        }
        Notification.show(said, MILLIS, Notification.Position.BOTTOM_START);
        again.run();
    }
}
