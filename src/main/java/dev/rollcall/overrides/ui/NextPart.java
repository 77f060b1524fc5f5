package dev.rollcall.overrides.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.acting.PersonPart;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.NextStatus;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/// What somebody will be when their work is done, who wished it, and the way out of it.
@org.springframework.stereotype.Component
@Order(50)
class NextPart implements PersonPart {

    private static final int MILLIS = 5_000;

    private final OverrideSources sources;

    NextPart(OverrideSources sources) {
        this.sources = sources;
    }

    @Override
    public Optional<Component> create(PersonTimeline day, ZoneId zone, Runnable changed) {
        var agent = day.agent().id();
        return sources.mayChange() && sources.mayChange(agent)
                ? Optional.of(new Part(agent, zone))
                : Optional.empty();
    }

    private final class Part extends Div {

        private final AgentId agent;
        private final ZoneId zone;
        private final Locale locale = UI.getCurrentOrThrow().getLocale();
        private final Span said = new Span();
        private @Nullable Registration following;

        Part(AgentId agent, ZoneId zone) {
            this.agent = agent;
            this.zone = zone;
            addClassName("override-next");
            var forget = new Button(getTranslation("overrides.next.forget"), _ -> forget());
            forget.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            add(said, forget);
            show(read());
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

        private Optional<NextStatus> read() {
            return sources.overrides().next(agent);
        }

        private void show(Optional<NextStatus> next) {
            setVisible(next.isPresent());
            next.ifPresent(wish ->
                    said.setText(
                            getTranslation(
                                    "overrides.next",
                                    sources.reasons().name(wish.state(), this::getTranslation),
                                    wish.by().name(),
                                    DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                            .withLocale(locale)
                                            .format(wish.at().atZone(zone)))));
        }

        private void forget() {
            try {
                sources.overrides().forgetNext(agent);
            } catch (RuntimeException e) {
                Notification.show(
                        Refusals.ofDeed(this::getTranslation).say(e),
                        MILLIS,
                        Notification.Position.BOTTOM_START);
            }
            show(read());
        }
    }
}
