package dev.rollcall.presence.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
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
import dev.rollcall.kit.Days;
import dev.rollcall.kit.TickingDuration;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.ForgottenClockOuts.OpenDay;
import dev.rollcall.presence.LivePresence.Now;
import dev.rollcall.presence.NextStatus;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private final StatusStory story;

    private final Element shape = new Element("rollcall-presence");
    private final Span word = new Span();
    private final TickingDuration duration = new TickingDuration(null);
    private final Span then = new Span();
    private final Span announcement = new Span();
    private final Span offline = new Span();
    private final MenuBar bar = new MenuBar();
    private final MenuItem pill;
    private final AtomicBoolean refreshing = new AtomicBoolean();

    private final List<MenuItem> choices = new ArrayList<>();
    private final Span origin = new Span();

    private @Nullable Now shown;
    private @Nullable Offer offered;
    private PlannedHours plan = PlannedHours.NONE;
    private Optional<OpenDay> openDay = Optional.empty();
    private @Nullable Registration subscription;
    private @Nullable Registration planSubscription;

    /// What the menu is made of.
    private record Offer(
            boolean away,
            boolean working,
            Optional<NextStatus> next,
            List<Reason> reasons,
            Optional<OwnStatus.Due> due,
            Optional<OpenDay> openDay,
            boolean known) {}

    StatusMenu(AgentId agent, Actor self, OwnStatus status, StatusPulse pulse) {
        this.agent = agent;
        this.self = self;
        this.status = status;
        this.pulse = pulse;
        this.story = new StatusStory(this, agent, self, status);
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        pill = bar.addItem(pillContent());
        announcement.addClassName("presence-announcement");
        announcement.getElement().setAttribute("role", "status");
        announcement.getElement().setAttribute("aria-live", "polite");
        offline.addClassName("presence-offline");
        add(bar, offline, announcement);
        getElement().addEventListener("reconnected", _ -> refresh());
        getElement().addEventListener("due", _ -> refresh());
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
        plan = status.plan(agent);
        openDay = status.openDay();
        show(status.now(agent).orElse(null));
        openDay.filter(day -> !day.automatic())
                .ifPresent(day ->
                        toast(
                                getTranslation(
                                        "presence.menu.toast.stillOpen",
                                        Days.of(day.clockedIn(), getLocale()))));
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
        try {
            ui.access(() -> {
                plan = status.plan(agent);
                refresh();
            });
        } catch (UIDetachedException e) {
            // The page was closed a moment ago.
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
        if (now == null || state(before).equals(now.state())) {
            show(now);
            return;
        }
        openDay = openDay(now);
        show(now);
        announcement.setText(getTranslation("presence.menu.announce", say(now.state())));
        story.explanation(state(before), now).ifPresent(StatusMenu::toast);
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
        choices.forEach(choice -> tick(choice, isCurrent(choice, state)));
        plan.nextEdge(status.clock())
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

    /// Makes the menu anew only when it offers something else: a click on an entry that was
    /// replaced a moment before, while the menu was open, would be lost.
    private void offer(PresenceState state, @Nullable Now now) {
        var offer =
                new Offer(
                        state.base() == Base.AWAY,
                        now != null && now.openItems() > 0,
                        status.next(agent),
                        status.reasons(),
                        status.due(plan).filter(due -> !isAlready(due.state(), state)),
                        openDay,
                        now != null);
        if (!offer.equals(offered)) {
            offered = offer;
            fill(pill.getSubMenu(), offer);
        }
    }

    /// With the theme's own tick. A checkable entry would be checked by the click itself, and the
    /// browser would look in vain for an entry that the choice has replaced.
    private static void tick(MenuItem choice, boolean current) {
        choice.getElement().setAttribute("menu-item-checked", current);
        if (current) {
            choice.getElement().setAttribute("aria-current", "true");
        } else {
            choice.getElement().removeAttribute("aria-current");
        }
    }

    private static boolean isCurrent(MenuItem choice, PresenceState state) {
        var makes = ComponentUtil.getData(choice, PresenceState.class);
        return makes != null && isAlready(makes, state);
    }

    /// Whoever is active chose to be available.
    private static boolean isAlready(PresenceState choice, PresenceState state) {
        return state.equals(choice)
                || state.base() == Base.ACTIVE && choice.equals(PresenceState.AVAILABLE);
    }

    private void fill(SubMenu menu, Offer offer) {
        menu.removeAll();
        choices.clear();
        if (offer.known()) {
            menu.addItem(origin).setEnabled(false);
            menu.addSeparator();
        }
        if (offer.away()) {
            var clockIn = getTranslation("presence.menu.clockIn");
            entry(menu, VaadinIcon.SIGN_IN, clockIn, new Letters(List.of()), this::clockIn);
            return;
        }
        var quick = offer.reasons().stream().filter(r -> !r.descriptionRequired()).toList();
        var available = getTranslation("presence.state.AVAILABLE");
        var unavailable = getTranslation("presence.menu.unavailable");
        var clockOut = getTranslation("presence.menu.clockOut");
        var lasting = new ArrayList<String>();
        lasting.add(available);
        quick.forEach(reason -> lasting.add(reason.name(this::getTranslation)));
        lasting.add(unavailable);
        lasting.add(clockOut);
        var letters = new Letters(lasting);
        if (offer.openDay().isPresent()) {
            var endDay = getTranslation("presence.menu.endDay");
            entry(menu, VaadinIcon.SIGN_IN, endDay, letters, this::clockIn);
            menu.addSeparator();
        }
        offer.due().ifPresent(due -> due(menu, due, letters));
        offer.next().ifPresent(next -> forgetNext(menu, next, letters));
        if (offer.due().isPresent() || offer.next().isPresent()) {
            menu.addSeparator();
        }
        choice(menu, VaadinIcon.CHECK_CIRCLE_O, available, "", letters, PresenceState.AVAILABLE);
        for (var reason : quick) {
            var name = reason.name(this::getTranslation);
            var icon = StatusWords.icon(reason);
            choice(menu, icon, name, limit(reason), letters, reason.state());
        }
        entry(menu, VaadinIcon.BAN, unavailable, letters, this::unavailable);
        if (offer.working()) {
            var whenDone = getTranslation("presence.menu.whenDone");
            entry(menu, VaadinIcon.HOURGLASS, whenDone, letters, this::whenDone);
        }
        menu.addSeparator();
        entry(menu, VaadinIcon.SIGN_OUT, clockOut, letters, this::clockOut);
    }

    /// What the plan says now, in one click.
    private void due(SubMenu menu, OwnStatus.Due due, Letters letters) {
        var until = StatusWords.time(this, due.until(), status.zone(agent));
        // The reason's own name speaks the viewer's language.
        var what = due.state().base() == Base.UNAVAILABLE ? say(due.state()) : due.name();
        var text = getTranslation("presence.menu.due", what, until);
        entry(menu, VaadinIcon.CALENDAR_CLOCK, text, letters, () -> set(due.state(), null));
    }

    private void forgetNext(SubMenu menu, NextStatus next, Letters letters) {
        var text =
                next.state().equals(PresenceState.AWAY)
                        ? getTranslation("presence.menu.forgetClockOut")
                        : getTranslation("presence.menu.forgetNext", say(next.state()));
        entry(menu, VaadinIcon.CLOSE_SMALL, text, letters, () -> done(status.forgetNext(agent)));
    }

    private void entry(
            SubMenu menu, VaadinIcon icon, String text, Letters letters, Runnable action) {
        menu.addItem(content(icon, text, letters), _ -> action.run());
    }

    private static Span content(VaadinIcon icon, String text, Letters letters) {
        var content = new Span(new Icon(icon), new Span(text));
        content.addClassName("presence-entry");
        letters.of(text)
                .ifPresent(letter -> {
                    var mark = new Span(letter.toUpperCase(Locale.ROOT));
                    mark.getElement().setAttribute("data-mnemonic", letter);
                    mark.getElement().setAttribute("aria-hidden", "true");
                    content.add(mark);
                });
        return content;
    }

    /// An entry that is checked while it is so.
    ///
    /// @param limit how long it should last, in words; empty: as long as it takes
    private void choice(
            SubMenu menu,
            VaadinIcon icon,
            String text,
            String limit,
            Letters letters,
            PresenceState makes) {
        var content = content(icon, text, letters);
        if (!limit.isEmpty()) {
            var words = new Span(limit);
            words.addClassName("presence-limit");
            content.addComponentAtIndex(2, words);
        }
        var choice = menu.addItem(content, _ -> set(makes, null));
        ComponentUtil.setData(choice, PresenceState.class, makes);
        choices.add(choice);
    }

    private String limit(Reason reason) {
        var limit = reason.limit();
        return limit == null ? "" : getTranslation("presence.menu.limit", limit.toMinutes());
    }

    private void clockIn() {
        new ClockInDialog(agent, status, plan, unit -> set(PresenceState.AVAILABLE, null, unit))
                .open();
    }

    private void unavailable() {
        new UnavailableDialog(status.reasons(), this::set).open();
    }

    private void whenDone() {
        UnavailableDialog.whenDone(
                        status.reasons(),
                        (state, note) -> done(status.setWhenDone(agent, self, state, note, null)))
                .open();
    }

    private void clockOut() {
        clockOutDialog().open();
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
        Notification.show(text, TOAST_MILLIS, Notification.Position.BOTTOM_START);
    }

    private static PresenceState state(@Nullable Now now) {
        return now == null ? PresenceState.AWAY : now.state();
    }

    private String say(PresenceState state) {
        return StatusWords.of(this, state, status.reason(state));
    }

    /// Sets a status with a note.
    interface Setter {
        OwnStatus.Outcome set(PresenceState state, @Nullable String note);
    }
}
