package dev.rollcall.incentives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.audit.Actor;
import dev.rollcall.incentives.Appeal;
import dev.rollcall.incentives.Appeal.Case;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.kit.ReasonDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.SettledItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/// Appeals of those the viewer decides about, and what was decided.
final class AppealsPart extends Div {

    private static final Duration BACK = Duration.ofDays(62);

    private final IncentivesSources sources;
    private final RewardWords words;
    private final Runnable again;

    AppealsPart(IncentivesSources sources, RewardWords words, Runnable again) {
        this.sources = sources;
        this.words = words;
        this.again = again;
        addClassName("incentives-list");
        var what = new Paragraph(words.say("appeals.what"));
        what.addClassName("records-what");
        add(what);
        waiting();
        decided();
    }

    private void waiting() {
        var waiting = sources.appeals().waiting();
        add(new H2(words.say("appeals.waiting")));
        if (waiting.isEmpty()) {
            var none = new Div(new Paragraph(words.say("appeals.none")));
            none.addClassName("board-empty");
            add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("deeds");
        waiting.forEach(each -> list.add(item(each)));
        add(list);
    }

    private SettledItem item(Case about) {
        var appeal = about.appeal();
        var name = sources.name(appeal.agent());
        var item =
                new SettledItem(
                        "incentives.appeals",
                        words.say("appeals.of", name, about.scheme(), words.period(about.period())),
                        words.say("appeals.says", appeal.text())
                                + " · "
                                + words.at(appeal.askedAt())
                                + " · "
                                + words.say("appeals.reckoned", words.why(about.reason())));
        var points = new Span(words.points(about.reason().given()));
        points.addClassName("row-figure");
        item.add(points);
        var correct =
                new Button(
                        words.say("appeals.correct"), _ -> new CorrectDialog(appeal, name).open());
        correct.addThemeVariants(ButtonVariant.PRIMARY);
        correct.setAriaLabel(words.say("appeals.correctOf", name));
        var leave = new Button(words.say("appeals.leave"), _ -> leave(appeal, name));
        leave.setAriaLabel(words.say("appeals.leaveOf", name));
        var buttons = new Div(correct, leave);
        buttons.addClassName("deed-buttons");
        item.add(buttons);
        return item;
    }

    private void leave(Appeal appeal, String name) {
        new ReasonDialog(
                        words.say("appeals.leaveOf", name),
                        words.say("appeals.leaveWhat"),
                        words.say("appeals.leave"),
                        reason -> {
                            try {
                                sources.appeals().leave(appeal.number(), appeal.version(), reason);
                            } catch (RuntimeException e) {
                                return Optional.of(Refusals.ofDeed(words.all()).say(e));
                            }
                            again.run();
                            return Optional.empty();
                        })
                .open();
    }

    private void decided() {
        var decided = sources.appeals().decided(sources.clock().instant().minus(BACK));
        if (decided.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("deeds");
        decided.forEach(each -> list.add(decided(each)));
        add(new H2(words.say("appeals.decided")), list);
    }

    private SettledItem decided(Appeal each) {
        var parts = new ArrayList<String>();
        parts.add(words.say("appeal." + each.state()));
        Optional.ofNullable(each.decidedBy()).map(Actor::name).ifPresent(parts::add);
        Optional.ofNullable(each.decidedAt()).map(words::at).ifPresent(parts::add);
        Optional.ofNullable(each.answer()).map(text -> "“" + text + "”").ifPresent(parts::add);
        var item =
                new SettledItem(
                        "incentives.appeals",
                        sources.name(each.agent()),
                        String.join(" · ", parts));
        var points = each.points();
        if (points != null) {
            var figure = new Span(words.signed(points));
            figure.addClassName("row-figure");
            item.add(figure);
        }
        return item;
    }

    /// Adds points, with a word on why.
    private final class CorrectDialog extends FormDialog {

        private final Appeal appeal;
        private final IntegerField points = new IntegerField();
        private final TextField answer = new TextField();

        CorrectDialog(Appeal appeal, String name) {
            super(words.say("appeals.correctOf", name));
            this.appeal = appeal;
            points.setLabel(words.say("appeals.points"));
            points.setMin(1);
            points.setStepButtonsVisible(true);
            points.setRequiredIndicatorVisible(true);
            answer.setLabel(words.say("appeals.answer"));
            answer.setRequiredIndicatorVisible(true);
            answer.setWidthFull();
            field("/points", points);
            field("/answer", answer);
            ask(
                    words.say("appeals.correct"),
                    new Paragraph(words.say("appeals.correctWhat")),
                    points,
                    answer);
        }

        @Override
        protected boolean isComplete() {
            if (points.getValue() == null) {
                reject("/points", words.say("problem.price"));
                return false;
            }
            return true;
        }

        @Override
        protected void save() {
            sources.appeals()
                    .correct(
                            appeal.number(),
                            appeal.version(),
                            points.getValue(),
                            answer.getValue());
            again.run();
        }
    }
}
