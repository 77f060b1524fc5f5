package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.incentives.OwnRedemptions;
import dev.rollcall.incentives.Redemption;
import dev.rollcall.incentives.Reward;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.SettledItem;
import java.util.ArrayList;

/// Rewards to choose among, and what became of what one asked for.
final class ChoosePart extends Section {

    private static final int MILLIS = 5_000;

    private final OwnRedemptions redemptions;
    private final RewardWords words;
    private final Runnable again;

    ChoosePart(OwnRedemptions redemptions, RewardWords words, long balance, Runnable again) {
        this.redemptions = redemptions;
        this.words = words;
        this.again = again;
        addClassName("incentives-list");
        add(new H2(words.say("choose.title")));
        var choices = redemptions.choices();
        if (choices.isEmpty()) {
            add(new Paragraph(words.say("choose.none")));
        } else {
            var list = new UnorderedList();
            list.addClassName("deeds");
            choices.forEach(reward -> list.add(item(reward, balance)));
            add(list);
        }
        var mine = redemptions.mine();
        if (!mine.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("deeds");
            mine.forEach(each -> list.add(item(each)));
            add(new H2(words.say("choose.mine")), list);
        }
    }

    private SettledItem item(Reward reward, long balance) {
        var parts = new ArrayList<String>();
        parts.add(words.say("reward." + reward.kind()));
        if (!reward.about().isEmpty()) {
            parts.add(reward.about());
        }
        var stock = reward.stock();
        if (stock != null) {
            parts.add(words.say("rewards.left", stock));
        }
        if (balance < reward.price()) {
            parts.add(words.say("choose.missing", reward.price() - balance));
        }
        var item = new SettledItem("incentives.choose", reward.name(), String.join(" · ", parts));
        item.add(price(reward.price()));
        var ask = new Button(words.say("choose.ask"), _ -> new AskDialog(reward).open());
        ask.setAriaLabel(words.say("choose.askOf", reward.name()));
        ask.setEnabled(balance >= reward.price());
        item.add(buttons(ask));
        return item;
    }

    private SettledItem item(Redemption each) {
        var parts = new ArrayList<String>();
        parts.add(words.say("redemption." + each.state()));
        var day = each.day();
        if (day != null) {
            parts.add(words.day(day));
        }
        parts.add(words.at(each.askedAt()));
        var answer = each.answer();
        if (answer != null) {
            parts.add("“" + answer + "”");
        }
        var item = new SettledItem("incentives.choose", each.name(), String.join(" · ", parts));
        item.add(price(each.price()));
        if (each.isWaiting()) {
            var back = new Button(words.say("choose.withdraw"), _ -> withdraw(each));
            back.setAriaLabel(words.say("choose.withdrawOf", each.name()));
            back.setDisableOnClick(true);
            item.add(buttons(back));
        }
        return item;
    }

    private Span price(long points) {
        var price = new Span(words.points(points));
        price.addClassName("row-figure");
        return price;
    }

    private static Div buttons(Button button) {
        var buttons = new Div(button);
        buttons.addClassName("deed-buttons");
        return buttons;
    }

    private void withdraw(Redemption each) {
        try {
            redemptions.withdraw(each.number(), each.version());
        } catch (RuntimeException e) {
            Notification.show(
                    Refusals.ofDeed(words.all()).say(e),
                    MILLIS,
                    Notification.Position.BOTTOM_START);
        }
        again.run();
    }

    /// Asks for a reward, with the day where it is one off.
    private final class AskDialog extends FormDialog {

        private final Reward reward;
        private final DatePicker day = new DatePicker();

        AskDialog(Reward reward) {
            super(words.say("choose.askOf", reward.name()));
            this.reward = reward;
            day.setLabel(words.say("choose.day"));
            day.setLocale(ChoosePart.this.getLocale());
            day.setVisible(reward.kind() == Reward.Kind.TIME_OFF);
            day.setWidthFull();
            field("/day", day);
            ask(
                    words.say("choose.ask"),
                    new Paragraph(words.say("choose.what", reward.price())),
                    day);
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        @Override
        protected void save() {
            redemptions.ask(reward.number(), reward.version(), day.getValue());
            again.run();
        }
    }
}
