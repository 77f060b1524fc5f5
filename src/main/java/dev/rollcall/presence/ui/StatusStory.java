package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.VaadinSession;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.ForgottenClockOuts;
import dev.rollcall.presence.LivePresence.Now;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Reason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a person's status came to be what it is, told to themselves.
final class StatusStory {

    private static final String TOLD = "presence.toldWhatOthersChanged";

    private final Component menu;
    private final AgentId agent;
    private final Actor self;
    private final OwnStatus status;

    StatusStory(Component menu, AgentId agent, Actor self, OwnStatus status) {
        this.menu = menu;
        this.agent = agent;
        this.self = self;
        this.status = status;
    }

    /// `Since 12:20`, and who changed it when it was somebody else.
    String origin(Now now) {
        var since = time(now.since());
        if (isAutomatic(now)) {
            return menu.getTranslation("presence.menu.autoEnded", since);
        }
        var words =
                isSomebodyElse(now)
                        ? menu.getTranslation("presence.menu.changedBy", now.changedBy(), since)
                        : menu.getTranslation("presence.menu.since", since);
        return words
                + status.reason(now.state())
                        .map(Reason::limit)
                        .map(limit -> time(now.since().plus(limit)))
                        .map(until -> ", " + menu.getTranslation("presence.menu.until", until))
                        .orElse("")
                + Optional.ofNullable(now.expectedReturn())
                        .map(back ->
                                ", "
                                        + menu.getTranslation(
                                                back.isAfter(status.clock())
                                                        ? "kit.return.soon"
                                                        : "kit.return.late",
                                                time(back)))
                        .orElse("");
    }

    private String time(Instant instant) {
        return StatusWords.time(menu, instant, status.zone(agent));
    }

    /// Whether they were clocked out because they forgot.
    static boolean isAutomatic(Now now) {
        return now.state().base() == Base.AWAY && ForgottenClockOuts.AUTOMATIC.equals(now.source());
    }

    private boolean isSomebodyElse(Now now) {
        return now.changedBy() != null && !now.changedBy().equals(self.name());
    }

    /// Why the status is another one, when the person did not choose it themselves.
    Optional<String> explanation(PresenceState before, Now now) {
        var said = say(now.state());
        if (isSomebodyElse(now)) {
            var at = time(now.since());
            return Optional.of(
                    because(
                            menu.getTranslation(
                                    "presence.menu.toast.changedBy", now.changedBy(), said, at),
                            status.note(agent).orElse(null)));
        }
        if (isAutomatic(now)) {
            var at = time(now.since());
            return Optional.of(menu.getTranslation("presence.menu.toast.autoEnded", at));
        }
        if (now.state().base() == Base.UNKNOWN) {
            return Optional.of(
                    menu.getTranslation(
                            "presence.menu.toast.unknown",
                            Objects.requireNonNullElse(now.source(), "")));
        }
        if (now.state().equals(PresenceState.ACTIVE) && now.openItems() > 0) {
            var items = status.openItems(agent);
            return Optional.of(
                    items.size() == 1
                            ? menu.getTranslation(
                                    "presence.menu.toast.activeWith", items.getFirst())
                            : menu.getTranslation("presence.menu.toast.active"));
        }
        if (before.base() == Base.ACTIVE
                && now.state().base() == Base.AVAILABLE
                && now.openItems() == 0) {
            return Optional.of(menu.getTranslation("presence.menu.toast.availableAgain"));
        }
        return now.changedBy() == null
                ? Optional.of(
                        menu.getTranslation(
                                "presence.menu.toast.reported",
                                said,
                                Objects.requireNonNullElse(now.source(), "")))
                : Optional.empty();
    }

    /// What somebody else made of them while they were not signed in, told once as they sign in.
    Optional<String> whileAway() {
        var session = VaadinSession.getCurrent();
        if (session == null || session.getAttribute(TOLD) != null) {
            return Optional.empty();
        }
        session.setAttribute(TOLD, true);
        return status.changedByOther(agent, self)
                .map(change ->
                        because(
                                menu.getTranslation(
                                        "presence.menu.toast.whileAway",
                                        change.by(),
                                        say(change.state()),
                                        StatusWords.dayAndTime(
                                                menu, change.at(), status.zone(agent))),
                                change.note()));
    }

    private String because(String what, @Nullable String note) {
        return note == null ? what : menu.getTranslation("presence.menu.toast.because", what, note);
    }

    private String say(PresenceState state) {
        return StatusWords.of(menu, state, status.reason(state));
    }
}
