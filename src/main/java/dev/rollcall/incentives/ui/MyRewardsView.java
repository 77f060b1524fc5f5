package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.incentives.LedgerEntry;
import dev.rollcall.incentives.OwnAppeals;
import dev.rollcall.incentives.OwnRedemptions;
import dev.rollcall.incentives.OwnRewards;
import dev.rollcall.incentives.OwnRewards.Explained;
import dev.rollcall.incentives.OwnRewards.Progress;
import dev.rollcall.incentives.Reason;
import dev.rollcall.kit.SettledItem;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.math.BigDecimal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One's own points: how many, how they came about, and what is on the way.
@Route("my-rewards")
@Menu(title = "incentives.own.title", order = 14.8, icon = "vaadin:gift")
@Requires(Permission.INCENTIVES_OWN)
final class MyRewardsView extends Div implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(MyRewardsView.class);

    private final OwnRewards rewards;
    private final OwnRedemptions redemptions;
    private final OwnAppeals appeals;
    private final RewardWords words;

    MyRewardsView(OwnRewards rewards, OwnRedemptions redemptions, OwnAppeals appeals) {
        this.rewards = rewards;
        this.redemptions = redemptions;
        this.appeals = appeals;
        words = new RewardWords(this::getTranslation, getLocale());
        addClassName("incentives-page");
        show();
    }

    @Override
    public String getPageTitle() {
        return words.say("own.title") + " – Rollcall";
    }

    private void show() {
        removeAll();
        add(new H1(words.say("own.title")));
        try {
            add(balance());
            progress();
            add(new ChoosePart(redemptions, words, rewards.balance(), this::show));
            entries();
            rewards.seen();
        } catch (DataAccessException e) {
            LOG.warn("Rewards cannot be shown: {}", e.getClass().getSimpleName());
            var sentence = new Paragraph(words.say("away"));
            sentence.getElement().setAttribute("role", "alert");
            var trouble =
                    new Div(sentence, new Button(getTranslation("kit.browse.again"), _ -> show()));
            trouble.addClassName("board-empty");
            add(trouble);
        }
    }

    private Component balance() {
        long balance = rewards.balance();
        var figure = new Span(words.number(BigDecimal.valueOf(balance)));
        figure.addClassName("kpi-value");
        var second = new Span(words.say(balance < 0 ? "own.balanceBelow" : "own.balanceWhat"));
        second.addClassName("kpi-against");
        var card = new Article(new H2(words.say("own.balance")), figure, second);
        card.addClassName("kpi-card");
        var cards = new Div(card);
        cards.addClassName("kpi-cards");
        return cards;
    }

    // ------------------------------------------------------------------ what is on the way

    private void progress() {
        var all = rewards.progress();
        var section = section("own.progress");
        if (all.isEmpty()) {
            section.add(new Paragraph(words.say("own.noScheme")));
            return;
        }
        var cards = new Div();
        cards.addClassName("kpi-cards");
        all.forEach(each -> cards.add(card(each)));
        section.add(cards);
    }

    private Component card(Progress progress) {
        var rules = progress.rules();
        var reason = progress.so();
        var points = new Span(words.points(reason.earned()));
        points.addClassName("kpi-value");
        var card =
                new Article(
                        new H3(rules.name()),
                        second(words.period(progress.period(), rules.rhythm())),
                        points,
                        second(words.why(reason)));
        var next = next(reason);
        if (!next.isEmpty()) {
            card.add(second(next));
        }
        var pays = words.pays(rules);
        card.add(second(rules.about().isEmpty() ? pays : rules.about() + " " + pays));
        var limits = words.limits(rules);
        if (!limits.isEmpty()) {
            card.add(second(limits));
        }
        card.addClassName("kpi-card");
        return card;
    }

    private String next(Reason reason) {
        var figure = reason.figure();
        var next = reason.next();
        return figure == null || next == null || reason.outcome() == Reason.Outcome.BELOW
                ? ""
                : words.say("own.next", words.figure(reason.measure(), next, reason.currency()));
    }

    private static Span second(String text) {
        var second = new Span(text);
        second.addClassName("kpi-against");
        return second;
    }

    // ------------------------------------------------------------------ how it came about

    private void entries() {
        var appealed = new OwnAppealsPart(appeals, words, this::show);
        add(appealed);
        var section = section("own.entries");
        var all = rewards.entries(Long.MAX_VALUE);
        if (all.isEmpty()) {
            section.add(new Paragraph(words.say("own.noEntries")));
        } else {
            var list = new UnorderedList();
            list.addClassName("deeds");
            all.forEach(each -> list.add(item(each, appealed)));
            section.add(list);
        }
        var nothing =
                rewards.periods().stream().filter(each -> each.reason().given() == 0).toList();
        if (!nothing.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("deeds");
            nothing.forEach(each -> {
                var what = each.scheme() + ", " + words.period(each.period());
                var item = new SettledItem("incentives.own", what, words.why(each.reason()));
                appealed.offer(item, each.run(), what);
                list.add(item);
            });
            section("own.without").add(list);
        }
    }

    private SettledItem item(Explained each, OwnAppealsPart appealed) {
        var entry = each.entry();
        var scheme = each.scheme();
        var period = each.period();
        var reason = each.reason();
        var what =
                words.say(
                        "entry." + entry.kind(),
                        scheme == null ? "" : scheme,
                        period == null ? "" : words.period(period));
        var why = reason == null ? "" : words.why(reason) + " · ";
        var item =
                new SettledItem(
                        "incentives.own",
                        what,
                        why
                                + words.at(entry.at())
                                + " · "
                                + words.say("entry.balance", entry.balance()));
        var figure = new Span(words.signed(entry.points()));
        figure.addClassName("row-figure");
        item.add(figure);
        var run = entry.run();
        if (run != null && entry.kind() == LedgerEntry.Kind.AWARD) {
            appealed.offer(item, run, what);
        }
        return item;
    }

    private Section section(String key) {
        var section = new Section(new H2(words.say(key)));
        section.addClassName("incentives-list");
        add(section);
        return section;
    }
}
