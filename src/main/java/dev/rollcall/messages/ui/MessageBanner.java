package dev.rollcall.messages.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.PushedText;
import dev.rollcall.kit.Refusals;
import dev.rollcall.messages.Answer;
import dev.rollcall.messages.QuickMessage;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// The oldest message somebody has not read, with the answers one tap gives. What is shown is
/// delivered; it is read when they say so or answer.
final class MessageBanner extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(MessageBanner.class);
    private static final int TOAST_MILLIS = 5_000;

    private final AgentId self;
    private final MessageSources sources;
    private final MessageWords words;
    private final Span said = new Span();
    private final Span by = new Span();
    private final Span more = new Span();
    private @Nullable QuickMessage shown;
    private @Nullable Registration following;

    MessageBanner(AgentId self, MessageSources sources) {
        this.self = self;
        this.sources = sources;
        words =
                new MessageWords(
                        this::getTranslation,
                        getLocale(),
                        sources.directory().agent(self).map(Agent::zone).orElseGet(Days::zone));
        addClassName("message-banner");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", words.say("banner"));
        said.addClassName("message-text");
        said.getElement().setAttribute("role", "status");
        by.addClassName("board-second");
        more.addClassName("board-second");
        var text = new Div(said, by, more);
        text.addClassName("message-banner-words");
        var answers =
                new Div(
                        tap(Answer.Kind.BACK_NOW),
                        tap(Answer.Kind.CALL_OVERRAN),
                        button("banner.other", this::answerOtherwise),
                        button("banner.read", this::read));
        answers.addClassName("message-banner-answers");
        add(text, answers);
        setVisible(false);
    }

    private Button tap(Answer.Kind kind) {
        return button("answer." + kind, () -> answer(kind));
    }

    private Button button(String key, Runnable deed) {
        var button = new Button(words.say(key), _ -> deed.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        try {
            show(delivered());
        } catch (DataAccessException e) {
            // The page is worth more than what was said; the next page finds it.
            LOG.debug("No messages are shown: {}", e.getClass().getSimpleName());
        }
        following = sources.pulse().follow(event.getUI(), self, this::delivered, this::show);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    /// What waits; being read here it is on its way to their page.
    private List<QuickMessage> delivered() {
        var waiting = sources.messages().waiting();
        try {
            sources.messages().delivered(waiting.stream().map(QuickMessage::number).toList());
        } catch (DataAccessException e) {
            LOG.debug("It cannot be noted: {}", e.getClass().getSimpleName());
        }
        return waiting;
    }

    private void show(List<QuickMessage> waiting) {
        var first = waiting.isEmpty() ? null : waiting.getFirst();
        shown = first;
        setVisible(first != null);
        if (first == null) {
            return;
        }
        PushedText.set(said, first.text());
        PushedText.set(by, words.say("part.by", first.sentBy().name(), words.time(first.sentAt())));
        PushedText.set(
                more, waiting.size() > 1 ? words.say("banner.more", waiting.size() - 1) : "");
    }

    private void answer(Answer.Kind kind) {
        attempt(number -> sources.messages().answer(number, kind, ""), "answered");
    }

    private void read() {
        attempt(sources.messages()::read, null);
    }

    private void answerOtherwise() {
        var message = shown;
        if (message != null) {
            new AnswerDialog(sources, message, this::again).open();
        }
    }

    private interface Deed {
        void with(long number);
    }

    private void attempt(Deed deed, @Nullable String done) {
        var message = shown;
        if (message == null) {
            return;
        }
        try {
            deed.with(message.number());
            if (done != null) {
                tell(words.say(done));
            }
        } catch (RuntimeException e) {
            tell(Refusals.ofDeed(this::getTranslation).say(e));
        }
        again();
    }

    private void again() {
        try {
            show(sources.messages().waiting());
        } catch (DataAccessException e) {
            LOG.debug("No messages are shown: {}", e.getClass().getSimpleName());
        }
    }

    private static void tell(String sentence) {
        Notification.show(sentence, TOAST_MILLIS, Notification.Position.BOTTOM_START);
    }
}
