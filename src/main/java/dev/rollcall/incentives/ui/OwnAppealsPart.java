package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.incentives.Appeal;
import dev.rollcall.incentives.Appeal.Case;
import dev.rollcall.incentives.OwnAppeals;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.SettledItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What one said is not right about one's points, and what came of it; it hands out the button to
/// say so.
final class OwnAppealsPart extends Section {

    private static final int MILLIS = 5_000;
    private static final int LONGEST = 500;

    private final OwnAppeals appeals;
    private final RewardWords words;
    private final Runnable again;
    private final Set<Long> open;

    OwnAppealsPart(OwnAppeals appeals, RewardWords words, Runnable again) {
        this.appeals = appeals;
        this.words = words;
        this.again = again;
        open = new HashSet<>(appeals.open());
        addClassName("incentives-list");
        var mine = appeals.mine();
        setVisible(!mine.isEmpty());
        if (!mine.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("deeds");
            mine.forEach(each -> list.add(item(each)));
            add(new H2(words.say("appeals.mine")), list);
        }
    }

    /// Adds the button to a line about a period, where its result can be appealed.
    void offer(SettledItem line, long run, String what) {
        // The newest line of a period is the one that counts.
        if (open.remove(run)) {
            var button =
                    new Button(
                            words.say("appeals.appeal"), _ -> new AppealDialog(run, what).open());
            button.setAriaLabel(words.say("appeals.appealOf", what));
            line.add(buttons(button));
        }
    }

    private SettledItem item(Case about) {
        var appeal = about.appeal();
        var parts = new ArrayList<String>();
        parts.add(words.say("appeal." + appeal.state()));
        parts.add("“" + appeal.text() + "”");
        parts.add(words.at(appeal.askedAt()));
        Optional.ofNullable(appeal.answer())
                .ifPresent(answer -> parts.add(words.say("appeals.answered", answer)));
        var item =
                new SettledItem(
                        "incentives.appeals",
                        about.scheme() + ", " + words.period(about.period()),
                        String.join(" · ", parts));
        var points = appeal.points();
        if (points != null) {
            var figure = new Span(words.signed(points));
            figure.addClassName("row-figure");
            item.add(figure);
        }
        if (appeal.isWaiting()) {
            var back = new Button(words.say("choose.withdraw"), _ -> withdraw(appeal));
            back.setAriaLabel(words.say("choose.withdrawOf", about.scheme()));
            back.setDisableOnClick(true);
            item.add(buttons(back));
        }
        return item;
    }

    private void withdraw(Appeal appeal) {
        try {
            appeals.withdraw(appeal.number(), appeal.version());
        } catch (RuntimeException e) {
            Notification.show(
                    Refusals.ofDeed(words.all()).say(e),
                    MILLIS,
                    Notification.Position.BOTTOM_START);
        }
        again.run();
    }

    private static Div buttons(Button button) {
        var buttons = new Div(button);
        buttons.addClassName("deed-buttons");
        return buttons;
    }

    /// Says what is not right, and who will see what.
    private final class AppealDialog extends FormDialog {

        private final long run;
        private final TextArea text = new TextArea();

        AppealDialog(long run, String what) {
            super(words.say("appeals.appealOf", what));
            this.run = run;
            text.setLabel(words.say("appeals.text"));
            text.setMaxLength(LONGEST);
            text.setRequiredIndicatorVisible(true);
            text.setWidthFull();
            field("/text", text);
            ask(words.say("appeals.appeal"), new Paragraph(words.say("appeals.appealWhat")), text);
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        @Override
        protected void save() {
            appeals.appeal(run, text.getValue());
            again.run();
        }
    }
}
