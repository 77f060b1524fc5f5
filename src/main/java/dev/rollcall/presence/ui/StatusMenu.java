package dev.rollcall.presence.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.TickingDuration;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.LivePresence.Now;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Reason;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A person's own status: a pill that says what they are shown to do and since when, and the menu
/// behind it. Follows every change, wherever it was made.
@Tag("rollcall-status")
@JsModule("./rollcall-status.ts")
class StatusMenu extends Component implements HasComponents {

    private static final int TOAST_MILLIS = 5_000;

    private final AgentId agent;
    private final Actor self;
    private final OwnStatus status;
    private final StatusPulse pulse;

    private final Element shape = new Element("rollcall-presence");
    private final Span word = new Span();
    private final TickingDuration duration = new TickingDuration(null);
    private final Span then = new Span();
    private final Span announcement = new Span();
    private final Span offline = new Span();
    private final MenuBar bar = new MenuBar();
    private final MenuItem pill;
    private final AtomicBoolean refreshing = new AtomicBoolean();

    private @Nullable Now shown;
    private @Nullable Registration subscription;

    StatusMenu(AgentId agent, Actor self, OwnStatus status, StatusPulse pulse) {
        this.agent = agent;
        this.self = self;
        this.status = status;
        this.pulse = pulse;
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        pill = bar.addItem(pillContent());
        announcement.addClassName("presence-announcement");
        announcement.getElement().setAttribute("role", "status");
        announcement.getElement().setAttribute("aria-live", "polite");
        offline.addClassName("presence-offline");
        add(bar, offline, announcement);
        getElement().addEventListener("reconnected", event -> refresh());
    }

    private Component pillContent() {
        var content = new Span();
        content.addClassName("presence-pill");
        word.addClassName("presence-word");
        content.getElement().appendChild(shape);
        then.addClassName("presence-then");
        content.add(word, duration, then);
        return content;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        show(status.now(agent).orElse(null));
        subscription = pulse.follow(agent, () -> changed(ui));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.remove();
            subscription = null;
        }
    }

    /// Runs on the writer's thread. However many changes come, one refresh is on its way at most.
    private void changed(UI ui) {
        if (!refreshing.compareAndSet(false, true)) {
            return;
        }
        try {
            ui.access(() -> {
                refreshing.set(false);
                refresh();
            });
        } catch (UIDetachedException e) {
            // The page was closed a moment ago; it needs no status any more.
            refreshing.set(false);
        }
    }

    private void refresh() {
        var before = shown;
        var now = status.now(agent).orElse(null);
        show(now);
        if (now != null && !state(before).equals(now.state())) {
            announcement.setText(getTranslation("presence.menu.announce", say(now.state())));
            explanation(state(before), now).ifPresent(StatusMenu::toast);
        }
    }

    private void show(@Nullable Now now) {
        shown = now;
        var state = state(now);
        var said = say(state);
        getElement().setAttribute("presence", StatusWords.kind(state));
        shape.setAttribute("kind", StatusWords.kind(state));
        word.setText(said);
        duration.setSince(now == null ? null : now.since());
        pill.setAriaLabel(getTranslation("presence.menu.label", said));
        offline.setText(
                now == null
                        ? getTranslation("presence.menu.offline")
                        : getTranslation(
                                "presence.menu.offlineSince",
                                StatusWords.time(this, now.since(), status.zone(agent))));
        then.setText(
                status.next(agent)
                        .map(next -> getTranslation("presence.menu.then", say(next.state())))
                        .orElse(""));
        fill(pill.getSubMenu(), now);
    }

    private void fill(SubMenu menu, @Nullable Now now) {
        menu.removeAll();
        var taken = new HashSet<String>();
        var state = state(now);
        if (now != null) {
            var origin = menu.addItem(new Span(origin(now)));
            origin.setEnabled(false);
            menu.addSeparator();
        }
        if (state.base() == Base.AWAY) {
            entry(
                    menu,
                    VaadinIcon.SIGN_IN,
                    getTranslation("presence.menu.clockIn"),
                    taken,
                    this::clockIn);
            return;
        }
        var next = status.next(agent);
        if (next.isPresent()) {
            entry(
                    menu,
                    VaadinIcon.CLOSE_SMALL,
                    getTranslation("presence.menu.forgetNext", say(next.get().state())),
                    taken,
                    () -> done(status.forgetNext(agent)));
            menu.addSeparator();
        }
        var available =
                entry(
                        menu,
                        VaadinIcon.CHECK_CIRCLE_O,
                        getTranslation("presence.state.AVAILABLE"),
                        taken,
                        () -> set(PresenceState.AVAILABLE, null));
        mark(available, state.base() == Base.AVAILABLE || state.base() == Base.ACTIVE);
        for (var reason : status.reasons()) {
            if (!reason.descriptionRequired()) {
                var item =
                        entry(
                                menu,
                                StatusWords.icon(reason),
                                reason.name(this::getTranslation),
                                taken,
                                () -> set(reason.state(), null));
                mark(item, reason.state().equals(state));
            }
        }
        entry(
                menu,
                VaadinIcon.BAN,
                getTranslation("presence.menu.unavailable"),
                taken,
                this::unavailable);
        if (now != null && now.openItems() > 0) {
            whenDone(menu);
        }
        menu.addSeparator();
        entry(
                menu,
                VaadinIcon.SIGN_OUT,
                getTranslation("presence.menu.clockOut"),
                taken,
                this::clockOut);
    }

    /// What they can be as soon as their work is done.
    private void whenDone(SubMenu menu) {
        var content =
                new Span(
                        new Icon(VaadinIcon.HOURGLASS),
                        new Span(getTranslation("presence.menu.whenDone")));
        content.addClassName("presence-entry");
        var later = menu.addItem(content).getSubMenu();
        for (var reason : status.reasons()) {
            if (!reason.descriptionRequired()) {
                entry(
                        later,
                        StatusWords.icon(reason),
                        reason.name(this::getTranslation),
                        new HashSet<>(),
                        () -> done(status.setWhenDone(agent, self, reason.state(), null, null)));
            }
        }
    }

    private MenuItem entry(
            SubMenu menu, VaadinIcon icon, String text, Set<String> taken, Runnable action) {
        var content = new Span(new Icon(icon), new Span(text));
        content.addClassName("presence-entry");
        mnemonic(text, taken)
                .ifPresent(letter -> {
                    var mark = new Span(letter.toUpperCase(Locale.ROOT));
                    mark.getElement().setAttribute("data-mnemonic", letter);
                    mark.getElement().setAttribute("aria-hidden", "true");
                    content.add(mark);
                });
        return menu.addItem(content, event -> action.run());
    }

    /// The first letter of an entry that no other entry has, in whatever language it is said.
    private static Optional<String> mnemonic(String text, Set<String> taken) {
        return text.toLowerCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .filter(taken::add)
                .findFirst();
    }

    private static void mark(MenuItem item, boolean current) {
        item.setCheckable(true);
        item.setChecked(current);
    }

    private void clockIn() {
        new ClockInDialog(agent, status, unit -> set(PresenceState.AVAILABLE, null, unit)).open();
    }

    private void unavailable() {
        new UnavailableDialog(status.reasons(), this::set).open();
    }

    private void clockOut() {
        new ClockOutDialog(
                        status.workedToday(agent),
                        status.reasonsToClockOut(),
                        status.openItems(agent),
                        status.mustFinishFirst(agent),
                        new ClockingOut())
                .open();
    }

    private final class ClockingOut implements ClockOutDialog.Deeds {

        @Override
        public OwnStatus.Outcome clockOut(@Nullable Reason reason, String note) {
            return done(status.clockOut(agent, self, reason, note));
        }

        @Override
        public OwnStatus.Outcome clockOutWhenDone(@Nullable Reason reason, String note) {
            return done(status.setWhenDone(agent, self, PresenceState.AWAY, note, reason));
        }
    }

    private OwnStatus.Outcome set(PresenceState state, @Nullable String note) {
        return set(state, note, null);
    }

    private OwnStatus.Outcome set(
            PresenceState state, @Nullable String note, @Nullable UnitId unit) {
        return done(status.set(agent, self, state, note, unit));
    }

    private OwnStatus.Outcome done(OwnStatus.Outcome outcome) {
        if (outcome != OwnStatus.Outcome.DONE) {
            toast(getTranslation(outcome.messageKey()));
        }
        refresh();
        return outcome;
    }

    private static void toast(String text) {
        Notification.show(text, TOAST_MILLIS, Notification.Position.BOTTOM_START);
    }

    private static PresenceState state(@Nullable Now now) {
        return now == null ? PresenceState.AWAY : now.state();
    }

    private String say(PresenceState state) {
        return StatusWords.of(this, state, status.reason(state));
    }

    /// `Since 12:20`, and who changed it when it was somebody else.
    private String origin(Now now) {
        var since = StatusWords.time(this, now.since(), status.zone(agent));
        return isSomebodyElse(now)
                ? getTranslation("presence.menu.changedBy", now.changedBy(), since)
                : getTranslation("presence.menu.since", since);
    }

    private boolean isSomebodyElse(Now now) {
        return now.changedBy() != null && !now.changedBy().equals(self.name());
    }

    /// Why the status is another one, when the person did not choose it themselves.
    private Optional<String> explanation(PresenceState before, Now now) {
        var said = say(now.state());
        if (isSomebodyElse(now)) {
            var at = StatusWords.time(this, now.since(), status.zone(agent));
            return Optional.of(
                    getTranslation("presence.menu.toast.changedBy", now.changedBy(), said, at));
        }
        if (now.state().base() == Base.UNKNOWN) {
            return Optional.of(
                    getTranslation(
                            "presence.menu.toast.unknown",
                            Objects.requireNonNullElse(now.source(), "")));
        }
        if (now.state().equals(PresenceState.ACTIVE) && now.openItems() > 0) {
            return Optional.of(getTranslation("presence.menu.toast.active"));
        }
        if (before.base() == Base.ACTIVE
                && now.state().base() == Base.AVAILABLE
                && now.openItems() == 0) {
            return Optional.of(getTranslation("presence.menu.toast.availableAgain"));
        }
        return now.changedBy() == null
                ? Optional.of(
                        getTranslation(
                                "presence.menu.toast.reported",
                                said,
                                Objects.requireNonNullElse(now.source(), "")))
                : Optional.empty();
    }

    /// Sets a status with a note.
    interface Setter {
        OwnStatus.Outcome set(PresenceState state, @Nullable String note);
    }
}
