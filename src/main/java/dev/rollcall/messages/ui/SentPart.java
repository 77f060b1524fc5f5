package dev.rollcall.messages.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.acting.PersonPart;
import dev.rollcall.messages.QuickMessage;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.shared.TimeSpan;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody was told on a day, whether they saw it, and what they answered. Follows every
/// change while it is open.
@org.springframework.stereotype.Component
class SentPart implements PersonPart {

    private static final int MOST = 50;

    private final MessageSources sources;

    SentPart(MessageSources sources) {
        this.sources = sources;
    }

    @Override
    public Optional<Component> create(PersonTimeline day, ZoneId zone, Runnable changed) {
        return sources.maySend()
                ? Optional.of(new Part(day.agent().id(), day.period(), zone))
                : Optional.empty();
    }

    private final class Part extends Section {

        private final AgentId agent;
        private final TimeSpan period;
        private final MessageWords words;
        private final Div list = new Div();
        private @Nullable Registration following;

        Part(AgentId agent, TimeSpan period, ZoneId zone) {
            this.agent = agent;
            this.period = period;
            words =
                    new MessageWords(
                            this::getTranslation, UI.getCurrentOrThrow().getLocale(), zone);
            addClassName("day-messages");
            add(new H3(words.say("part.title")), list);
        }

        @Override
        protected void onAttach(AttachEvent event) {
            show(read());
            following = sources.pulse().follow(event.getUI(), agent, this::read, this::show);
        }

        @Override
        protected void onDetach(DetachEvent event) {
            if (following != null) {
                following.remove();
                following = null;
            }
        }

        private List<QuickMessage> read() {
            return sources
                    .messages()
                    .page(period.start(), Long.MAX_VALUE, MOST, Scope.ofAgent(agent))
                    .stream()
                    .filter(each -> each.sentAt().isBefore(period.end()))
                    .toList();
        }

        private void show(List<QuickMessage> messages) {
            setVisible(!messages.isEmpty());
            list.removeAll();
            for (var message : messages) {
                message.of(agent)
                        .ifPresent(copy -> {
                            var said = new Span(message.text());
                            said.addClassName("message-text");
                            var who =
                                    new Span(
                                            words.say(
                                                    "part.by",
                                                    message.sentBy().name(),
                                                    words.time(message.sentAt())));
                            who.addClassName("board-second");
                            var state = new Span(words.progress(message, copy));
                            state.addClassName("message-state");
                            state.getElement()
                                    .setAttribute(
                                            "data-progress",
                                            copy.progress().name().toLowerCase(Locale.ROOT));
                            var card = new Div(said, who, state);
                            card.addClassName("message-card");
                            list.add(card);
                        });
            }
        }
    }
}
