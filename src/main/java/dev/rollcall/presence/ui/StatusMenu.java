package dev.rollcall.presence.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.ExpectedReturn;
import dev.rollcall.kit.TickingDuration;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.ForgottenClockOuts.OpenDay;
import dev.rollcall.presence.LivePresence.Now;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// A person's own status: a pill that says what they are shown to do and since when, and the menu
/// behind it. Follows every change, wherever it was made.
@Tag("rollcall-status")
@JsModule("./rollcall-status.ts")
class StatusMenu extends Component implements HasComponents {

    private static final int TOAST_MILLIS = 5_000;

    /// For what is read by somebody who has just sat down.
    private static final int LONG_TOAST_MILLIS = 15_000;

    private final AgentId agent;
    private final Actor self;
    private final OwnStatus status;
    private final StatusPulse pulse;
    private final StatusStory story;

    private final Element shape = new Element("rollcall-presence");
    private final Span word = new Span();
    private final TickingDuration duration = new TickingDuration(null);
    private final ExpectedReturn back = new ExpectedReturn();
    private final Span then = new Span();
    private final Span announcement = new Span();
    private final Span offline = new Span();
    private final MenuBar bar = new MenuBar();
    private final MenuItem pill;
    private final AtomicBoolean hearing = new AtomicBoolean();
    private final AtomicBoolean isPlanOld = new AtomicBoolean();

    private final StatusEntries entries;
    private final Span origin = new Span();

    private @Nullable Now shown;

    /// What they were before the change that was shown and is still to be explained.
    private @Nullable PresenceState unexplained;

    private int looks;
    private StatusEntries.@Nullable Offer offered;
    private UsedToday used = UsedToday.NOTHING;
    private PlannedHours plan = PlannedHours.NONE;
    private Optional<OpenDay> openDay = Optional.empty();
    private @Nullable Registration subscription;
    private @Nullable Registration planSubscription;

    StatusMenu(AgentId agent, Actor self, OwnStatus status, StatusPulse pulse) {
        this.agent = agent;
        this.self = self;
        this.status = status;
        this.pulse = pulse;
        this.story = new StatusStory(this, agent, self, status);
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        pill = bar.addItem(pillContent());
        pill.getElement().setAttribute("aria-keyshortcuts", "Alt+S Control+K Meta+K");
        entries =
                new StatusEntries(
                        this, pill.getSubMenu(), status, status.zone(agent), new Choosing());
        announcement.addClassName("presence-announcement");
        announcement.getElement().setAttribute("role", "status");
        announcement.getElement().setAttribute("aria-live", "polite");
        offline.addClassName("presence-offline");
        add(bar, offline, announcement);
        getElement().addEventListener("look", _ -> look());
        getElement().addEventListener("reconnected", _ -> refresh());
        getElement().addEventListener("due", _ -> refresh());
        getElement()
                .addEventListener(
                        "found",
                        event ->
                                entries.choose(
                                        event.getEventData().get("event.detail.key").asString()))
                .addEventData("event.detail.key");
        var words = JsonNodeFactory.instance.objectNode();
        words.put("title", getTranslation("presence.menu.find"));
        words.put("nothing", getTranslation("presence.menu.find.nothing"));
        getElement().setPropertyJson("findWords", words);
    }

    private Component pillContent() {
        var content = new Span();
        content.addClassName("presence-pill");
        word.addClassName("presence-word");
        content.getElement().appendChild(shape);
        then.addClassName("presence-then");
        back.addClassName("presence-then");
        content.add(word, duration, back, then);
        return content;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        plan = status.plan(agent);
        openDay = status.openDay();
        used = status.usedToday(agent);
        show(status.now(agent).orElse(null));
        openDay.filter(day -> !day.automatic())
                .ifPresent(day ->
                        toast(
                                getTranslation(
                                        "presence.menu.toast.stillOpen",
                                        Days.of(day.clockedIn(), getLocale()))));
        story.whileAway().ifPresent(text -> toast(text, LONG_TOAST_MILLIS));
        subscription = pulse.follow(agent, () -> changed(ui));
        planSubscription = pulse.followPlan(agent, () -> planChanged(ui));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.remove();
            subscription = null;
        }
        if (planSubscription != null) {
            planSubscription.remove();
            planSubscription = null;
        }
    }

    /// Runs on the planner's thread.
    private void planChanged(UI ui) {
        isPlanOld.set(true);
        changed(ui);
    }

    /// Runs on the writer's thread. However many changes come, one is on its way to the page at
    /// most.
    private void changed(UI ui) {
        if (!hearing.compareAndSet(false, true)) {
            return;
        }
        try {
            ui.access(() -> {
                hearing.set(false);
                hear();
            });
        } catch (UIDetachedException e) {
            // The page was closed a moment ago; it needs no status any more.
            hearing.set(false);
        }
    }

    /// Shows what is known without the database, which a page that is told of something must not
    /// wait for, and has the browser ask for the rest.
    private void hear() {
        var before = state(shown);
        var now = status.now(agent).orElse(null);
        var other = now == null || before.equals(now.state()) ? null : now.state();
        show(now);
        if (other != null) {
            announcement.setText(getTranslation("presence.menu.announce", say(other)));
            unexplained = unexplained == null ? before : unexplained;
        }
        if (other != null || isPlanOld.get()) {
            // An attribute outlives a page that has to be sent anew; a call to it would not.
            getElement().setAttribute("look", "" + ++looks);
        }
    }

    /// What has to be looked up about the change that was shown.
    private void look() {
        var before = unexplained;
        unexplained = null;
        if (isPlanOld.getAndSet(false)) {
            plan = status.plan(agent);
        }
        var now = status.now(agent).orElse(null);
        if (before == null || now == null) {
            show(now);
        } else {
            showAndExplain(before, now);
        }
    }

    private void refresh() {
        var before = state(shown);
        var now = status.now(agent).orElse(null);
        if (now == null || before.equals(now.state())) {
            show(now);
            return;
        }
        announcement.setText(getTranslation("presence.menu.announce", say(now.state())));
        showAndExplain(before, now);
    }

    private void showAndExplain(PresenceState before, Now now) {
        openDay = openDay(now);
        used = status.usedToday(agent);
        show(now);
        story.explanation(before, now).ifPresent(StatusMenu::toast);
    }

    /// Whoever becomes something has given a sign of life: there is nothing to look up, unless they
    /// were clocked out because they gave none. A feed that falls silent says nothing of them.
    private Optional<OpenDay> openDay(Now now) {
        if (now.state().base() == Base.UNKNOWN) {
            return openDay;
        }
        return StatusStory.isAutomatic(now) ? status.openDay() : Optional.empty();
    }

    private void show(@Nullable Now now) {
        shown = now;
        var state = state(now);
        var said = say(state);
        getElement().setAttribute("presence", StatusWords.kind(state));
        shape.setAttribute("kind", StatusWords.kind(state));
        word.setText(said);
        duration.setSince(now == null ? null : now.since());
        back.show(
                ExpectedReturn.words(
                        now == null ? null : now.expectedReturn(),
                        status.zone(agent),
                        getLocale(),
                        this::getTranslation));
        offline.setText(
                now == null
                        ? getTranslation("presence.menu.offline")
                        : getTranslation(
                                "presence.menu.offlineSince",
                                StatusWords.time(this, now.since(), status.zone(agent))));
        var follows =
                status.next(agent)
                        .map(next -> getTranslation("presence.menu.then", say(next.state())))
                        .orElse("");
        then.setText(follows);
        pill.setAriaLabel(
                getTranslation(
                        "presence.menu.label", follows.isEmpty() ? said : said + ", " + follows));
        offer(state, now);
        origin.setText(now == null ? "" : story.origin(now));
        entries.tick(state);
        getElement().setPropertyJson("choices", entries.choices(state));
        nextEdge(now)
                .ifPresentOrElse(
                        edge ->
                                getElement()
                                        .setAttribute(
                                                "due-in",
                                                ""
                                                        + Duration.between(status.clock(), edge)
                                                                .toMillis()),
                        () -> getElement().removeAttribute("due-in"));
    }

    /// When something else is to be said though nothing happens.
    private Optional<Instant> nextEdge(@Nullable Now now) {
        var at = status.clock();
        return Stream.of(
                        plan.nextEdge(at),
                        Optional.ofNullable(now)
                                .map(Now::expectedReturn)
                                .filter(back -> back.isAfter(at)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /// Makes the menu anew only when it offers something else: a click on an entry that was
    /// replaced a moment before, while the menu was open, would be lost.
    private void offer(PresenceState state, @Nullable Now now) {
        var offer =
                new StatusEntries.Offer(
                        state.base() == Base.AWAY,
                        now != null && now.openItems() > 0,
                        status.next(agent),
                        status.reasons(),
                        status.due(plan)
                                .filter(due -> !StatusEntries.isAlready(due.state(), state)),
                        openDay,
                        now != null);
        if (!offer.equals(offered)) {
            offered = offer;
            entries.fill(offer, origin);
        }
        entries.limits(used.byReason());
    }

    /// What the entries of the menu do.
    private final class Choosing implements StatusEntries.Deeds {

        @Override
        public void set(PresenceState state) {
            StatusMenu.this.set(state, null);
        }

        @Override
        public void clockIn() {
            new ClockInDialog(
                            agent,
                            status,
                            plan,
                            unit -> StatusMenu.this.set(PresenceState.AVAILABLE, null, unit))
                    .open();
        }

        @Override
        public void clockOut() {
            clockOutDialog().open();
        }

        @Override
        public void unavailable(@Nullable Reason reason) {
            var dialog =
                    new UnavailableDialog(
                            status.reasons(),
                            status,
                            status.zone(agent),
                            (state, note, back) ->
                                    done(status.setUntil(agent, self, state, note, back)));
            if (reason != null) {
                dialog.prefill(reason);
            }
            dialog.open();
        }

        @Override
        public void whenDone() {
            UnavailableDialog.whenDone(
                            status.reasons(),
                            status,
                            (state, note, _) ->
                                    done(status.setWhenDone(agent, self, state, note, null)))
                    .open();
        }

        @Override
        public void forgetNext() {
            done(status.forgetNext(agent));
        }
    }

    private ClockOutDialog clockOutDialog() {
        return new ClockOutDialog(
                status.workedToday(agent),
                status.reasonsToClockOut(),
                status.openItems(agent),
                status.mustFinishFirst(agent),
                new ClockingOut());
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

        @Override
        public void askAgain(@Nullable Reason reason, String note) {
            var dialog = clockOutDialog();
            dialog.prefill(reason, note);
            dialog.open();
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
        toast(text, TOAST_MILLIS);
    }

    private static void toast(String text, int millis) {
        Notification.show(text, millis, Notification.Position.BOTTOM_START);
    }

    private static PresenceState state(@Nullable Now now) {
        return now == null ? PresenceState.AWAY : now.state();
    }

    private String say(PresenceState state) {
        return StatusWords.of(this, state, status.reason(state));
    }
}
