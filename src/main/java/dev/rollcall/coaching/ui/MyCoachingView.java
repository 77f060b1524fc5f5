package dev.rollcall.coaching.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.coaching.ActionItem;
import dev.rollcall.coaching.Effects;
import dev.rollcall.coaching.OwnCoaching;
import dev.rollcall.coaching.OwnSession;
import dev.rollcall.coaching.SessionKind;
import dev.rollcall.coaching.SessionState;
import dev.rollcall.kit.RowList;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One's own coaching: what is to come with its agenda, what one took upon oneself, what was talked
/// about, and the tips one was given.
@Route("my-coaching")
@Menu(title = "coaching.own.title", order = 14.8, icon = "vaadin:academy-cap")
@Requires(Permission.COACHING_OWN)
final class MyCoachingView extends Div implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(MyCoachingView.class);
    private static final int TIPS = 10;
    private static final int WORD = 1_000;

    private final OwnCoaching coaching;
    private final Effects effects;
    private final CoachingWords words;

    MyCoachingView(OwnCoaching coaching, Effects effects) {
        this.coaching = coaching;
        this.effects = effects;
        words = new CoachingWords(this::getTranslation, getLocale());
        addClassName("coaching-view");
        show();
    }

    @Override
    public String getPageTitle() {
        return words.say("own.title") + " – Rollcall";
    }

    private void show() {
        removeAll();
        var what = new Paragraph(words.say("own.what"));
        what.addClassName("records-what");
        add(new H1(words.say("own.title")), what);
        try {
            var all = coaching.list();
            var tips = coaching.tips(TIPS);
            if (all.isEmpty() && tips.isEmpty()) {
                var none = new Div(new Paragraph(words.say("own.none")));
                none.addClassName("board-empty");
                add(none);
                return;
            }
            actions(all);
            part(
                    "coming",
                    all.stream().filter(each -> each.session().isPlanned()).toList().reversed());
            part("past", all.stream().filter(each -> !each.session().isPlanned()).toList());
            if (!tips.isEmpty()) {
                var list = new RowList();
                for (var tip : tips) {
                    list.row(
                            tip.text(),
                            words.say(
                                    "tip.line",
                                    tip.coach(),
                                    words.at(tip.at()),
                                    words.answer(tip.answer())),
                            null,
                            "");
                }
                add(new H2(words.say("own.tips")), list);
            }
        } catch (DataAccessException e) {
            LOG.warn("Own coaching cannot be read: {}", e.getClass().getSimpleName());
            var trouble = new Paragraph(words.say("away"));
            trouble.addClassName("board-empty");
            trouble.getElement().setAttribute("role", "alert");
            add(trouble);
        }
    }

    private void actions(List<OwnSession> all) {
        var open =
                all.stream()
                        .flatMap(each -> each.actions().stream())
                        .filter(ActionItem::isOpen)
                        .filter(each -> each.owner() == ActionItem.Owner.AGENT)
                        .toList();
        if (open.isEmpty()) {
            return;
        }
        var list = new RowList();
        open.forEach(each -> action(list, each));
        add(new H2(words.say("own.actions")), list);
    }

    private void action(RowList list, ActionItem action) {
        boolean isOwn = action.owner() == ActionItem.Owner.AGENT;
        var line = words.action(action, words.say(isOwn ? "own.you" : "own.yourCoach"));
        if (!isOwn) {
            list.row(action.text(), line, null, "");
            return;
        }
        var tick = new Checkbox(!action.isOpen());
        tick.setAriaLabel(words.say("action.tickOf", action.text()));
        tick.addValueChangeListener(event -> {
            Toast.attempt(
                    this,
                    () -> coaching.tick(action.number(), event.getValue()),
                    Optional.of(words.say(event.getValue() ? "own.ticked" : "own.unticked")));
            show();
        });
        list.row(action.text(), line, null, "", tick);
    }

    private void part(String key, List<OwnSession> sessions) {
        if (!sessions.isEmpty()) {
            add(new H2(words.say("own." + key)));
            sessions.forEach(each -> add(card(each)));
        }
    }

    private Component card(OwnSession own) {
        var session = own.session();
        var second =
                new Span(
                        words.say(
                                "own.second",
                                words.kind(session.kind()),
                                session.coach().name(),
                                words.when(session.span())));
        second.addClassName("board-second");
        var card = new Article(new H3(session.title()), second);
        card.addClassName("coaching-card");
        card.getElement().setAttribute("data-state", session.state().name());
        if (session.state() == SessionState.CANCELLED) {
            card.add(new Paragraph(words.say("own.cancelled", String.valueOf(session.why()))));
            return card;
        }
        if (session.state() == SessionState.MISSED) {
            card.add(new Paragraph(words.say("state.MISSED")));
        }
        said(card, "part.agenda", session.agenda());
        said(card, "own.notes", session.notes());
        var links = new Div();
        links.addClassName("coaching-links");
        own.materials().forEach(each -> links.add(MaterialLink.of(each)));
        links.setVisible(!own.materials().isEmpty());
        card.add(links);
        for (var goal : own.goals()) {
            var text = new Span(words.goal(goal));
            text.addClassName("deed-what");
            var part = new Div(text, new EffectPart(words, goal, effects.of(session, goal)));
            part.addClassName("coaching-goal");
            card.add(part);
        }
        if (!own.actions().isEmpty()) {
            var list = new RowList();
            own.actions().forEach(each -> action(list, each));
            card.add(list);
        }
        card.add(deeds(own));
        card.add(
                new Anchor(
                        "my-development?from=coaching-" + session.number(),
                        getTranslation("development.fromSession")));
        return card;
    }

    private void said(Article card, String key, String text) {
        if (!text.isBlank()) {
            var title = new Span(words.say(key));
            title.addClassName("coaching-label");
            var said = new Paragraph(text);
            said.addClassName("coaching-said");
            card.add(title, said);
        }
    }

    private Component deeds(OwnSession own) {
        var session = own.session();
        var self = own.self();
        var deeds = new Div();
        deeds.addClassName("coaching-deeds");
        var learned = self.learnedAt();
        if (learned != null) {
            deeds.add(new Span(words.say("own.learned", words.at(learned))));
        } else if (session.kind() == SessionKind.E_LEARNING) {
            var done =
                    new Button(
                            words.say("own.learn"),
                            _ -> attempt(() -> coaching.learned(session.number()), "own.thanks"));
            deeds.add(done);
        }
        var noted = self.acknowledgedAt();
        if (noted != null) {
            deeds.add(new Span(words.say("noted", words.at(noted))));
            if (!self.word().isEmpty()) {
                var word = new Paragraph(self.word());
                word.addClassName("coaching-said");
                deeds.add(word);
            }
        } else if (session.state() == SessionState.HELD) {
            var word = new TextArea(words.say("own.word"));
            word.setHelperText(words.say("own.wordWhat"));
            word.setMaxLength(WORD);
            word.setWidthFull();
            var note =
                    new Button(
                            words.say("own.acknowledge"),
                            _ ->
                                    attempt(
                                            () ->
                                                    coaching.acknowledge(
                                                            session.number(), word.getValue()),
                                            "own.acknowledged"));
            note.addThemeVariants(ButtonVariant.PRIMARY);
            deeds.add(word, note);
        }
        deeds.setVisible(deeds.getChildren().findAny().isPresent());
        return deeds;
    }

    private void attempt(Runnable deed, String done) {
        Toast.attempt(this, deed, Optional.of(words.say(done)));
        show();
    }
}
