package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.adherence.Excusal;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.acting.PersonPart;
import dev.rollcall.adherence.engine.Credit;
import dev.rollcall.deeds.UndoToast;
import dev.rollcall.excuses.Excuse;
import dev.rollcall.excuses.Explanation;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Scope;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What somebody explained of a day and what was excused in it, with what can be done about it: for
/// whoever looks after them, and for themselves.
@org.springframework.stereotype.Component
class DayPart implements PersonPart {

    private static final int MOST = 50;
    private static final int MILLIS = 5_000;

    private final ExcuseSources sources;

    DayPart(ExcuseSources sources) {
        this.sources = sources;
    }

    @Override
    public Optional<Component> create(PersonTimeline day, ZoneId zone, Runnable changed) {
        var person = Scope.ofAgent(day.agent().id());
        var explanations =
                sources.explanations().page(null, day.period(), Long.MAX_VALUE, MOST, person);
        if (explanations.isEmpty() && day.excuses().isEmpty() && day.credits().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                PersonPart.standingOn(
                        new Facts(
                                day.date(),
                                explanations,
                                day.excuses().stream().map(DayPart::told).toList(),
                                day.credits()),
                        new Part(day, explanations, zone, changed)));
    }

    private record Facts(
            LocalDate date,
            List<Explanation> explanations,
            List<String> excuses,
            List<Credit> credits) {}

    private static String told(Excusal each) {
        return each.span() + " " + each.by() + " " + each.at() + " " + each.note();
    }

    private final class Part extends Section {

        private final PersonTimeline day;
        private final ZoneId zone;
        private final Runnable changed;
        private final ExcuseWords words;

        Part(PersonTimeline day, List<Explanation> explanations, ZoneId zone, Runnable changed) {
            this.day = day;
            this.zone = zone;
            this.changed = changed;
            this.words =
                    new ExcuseWords(
                            this::getTranslation,
                            UI.getCurrentOrThrow().getLocale(),
                            sources.reasons().all(),
                            sources.directory());
            addClassName("day-excuses");
            var title = new H3(words.say("part.title"));
            add(title);
            long waiting = explanations.stream().filter(Explanation::isWaiting).count();
            if (waiting > 0) {
                var badge = new Span(words.say("part.waiting", waiting));
                badge.addClassName("excuse-badge");
                title.add(badge);
            }
            explanations.stream()
                    .filter(each -> each.progress() != Explanation.Progress.WITHDRAWN)
                    .forEach(each -> add(card(each)));
            addExcuses();
            day.credits().forEach(credit -> add(card(credit)));
        }

        private Div card(String first, String second, String mark) {
            var line = new Span(first);
            line.addClassName("excuse-what");
            var more = new Span(second);
            more.addClassName("board-second");
            var card = new Div(line, more);
            card.addClassName("excuse-card");
            card.getElement().setAttribute("data-mark", mark);
            return card;
        }

        // -------------------------------------------------------------- explanations

        private Div card(Explanation each) {
            var by = each.decidedBy();
            var progress =
                    by == null
                            ? words.progress(each.progress())
                            : words.say("part.decided", words.progress(each.progress()), by.name());
            var card =
                    card(
                            words.times(each.span(), zone)
                                    + " · "
                                    + words.reason(each.reason(), each.text()),
                            progress + (each.note() == null ? "" : ": " + each.note()),
                            each.isWaiting() ? "waiting" : "decided");
            if (sources.explanations().mayDecide(each)) {
                card.add(new Decision(sources, words, each, until(each), zone, changed));
            } else if (isOwn(each) && each.isWaiting()) {
                var withdraw = new Button(words.say("part.withdraw"), _ -> withdraw(each));
                withdraw.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                withdraw.setDisableOnClick(true);
                card.add(withdraw);
            }
            return card;
        }

        /// The day is at hand; only of another day's it has to be read.
        private Instant until(Explanation each) {
            return each.goesOn()
                    ? each.endIn(day.assessment().deviations())
                            .orElseGet(() -> sources.explanations().suggestedEnd(each))
                    : each.span().end();
        }

        private boolean isOwn(Explanation each) {
            return sources.access().viewer().agent().equals(Optional.of(each.agent()));
        }

        private void withdraw(Explanation each) {
            try {
                sources.explanations().withdraw(each.number(), each.version());
                tell(words.say("part.withdrawn"));
            } catch (RuntimeException e) {
                tell(Refusals.ofDeed(this::getTranslation).say(e));
            }
            changed.run();
        }

        // -------------------------------------------------------------- excuses

        private void addExcuses() {
            if (!sources.mayAct() || isOwnDay()) {
                day.excuses().forEach(each -> add(card(each)));
                return;
            }
            sources
                    .excuses()
                    .page(null, day.period(), Long.MAX_VALUE, MOST, Scope.ofAgent(day.agent().id()))
                    .stream()
                    .filter(Excuse::holds)
                    .forEach(each -> add(card(each)));
        }

        private boolean isOwnDay() {
            return sources.access().viewer().agent().equals(Optional.of(day.agent().id()));
        }

        private Div card(Excusal each) {
            return card(
                    words.times(each.span(), zone) + " · " + named(each),
                    words.say("part.by", each.by()),
                    "excused");
        }

        private String named(Excusal each) {
            var name = each.reason().name(this::getTranslation);
            return each.note().isEmpty() ? name : name + ": " + each.note();
        }

        private Div card(Excuse each) {
            var card =
                    card(
                            words.times(each.span(), zone)
                                    + " · "
                                    + words.reason(each.reason(), each.note()),
                            each.reach().isIncident()
                                    ? words.say(
                                            "part.incident",
                                            words.whom(each),
                                            each.covered(),
                                            each.givenBy())
                                    : words.say("part.by", each.givenBy()),
                            "excused");
            // Of several people it is taken back where all of them are named.
            if (!each.reach().isIncident()
                    && each.covered() == 1
                    && sources.excuses().mayChange(each)) {
                var back = new Button(words.say("part.takeBack"), _ -> takeBack(each));
                back.setAriaLabel(words.say("part.takeBackOf", words.times(each.span(), zone)));
                back.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                back.setDisableOnClick(true);
                card.add(back);
            }
            return card;
        }

        private void takeBack(Excuse each) {
            try {
                var done = sources.excuses().takeBack(each.number(), each.version());
                changed.run();
                UndoToast.show(
                        sources.deeds(),
                        done.deed(),
                        words.say("part.takenBack", words.times(each.span(), zone)),
                        changed);
            } catch (RuntimeException e) {
                tell(Refusals.ofDeed(this::getTranslation).say(e));
                changed.run();
            }
        }

        /// "7 minutes given back: in contact from 11:52 until 12:07"; and what is left of it.
        private Div card(Credit credit) {
            var durations = new DurationWords(this::getTranslation);
            return card(
                    words.say(
                            "credit.granted",
                            durations.of(credit.granted()),
                            words.times(
                                    TimeSpan.of(credit.contact(), credit.overrun().end()), zone)),
                    credit.left().isZero()
                            ? words.say("credit.used")
                            : words.say("credit.left", durations.of(credit.left())),
                    "credit");
        }

        private void tell(String sentence) {
            Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
        }
    }
}
