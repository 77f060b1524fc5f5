package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.presence.ForgottenClockOuts.OpenDay;
import dev.rollcall.presence.NextStatus;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Reason;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the status menu offers: as entries of the menu, and, for whoever would rather type, as a
/// list the browser searches.
final class StatusEntries {

    /// What the menu is made of.
    record Offer(
            boolean away,
            boolean working,
            Optional<NextStatus> next,
            List<Reason> reasons,
            Optional<OwnStatus.Due> due,
            Optional<OpenDay> openDay,
            boolean known) {}

    /// What choosing an entry does.
    interface Deeds {

        void set(PresenceState state);

        void clockIn();

        void clockOut();

        /// @param reason the one to begin with; null: the last one
        void unavailable(@Nullable Reason reason);

        void whenDone();

        void forgetNext();
    }

    private final Component words;
    private final SubMenu menu;
    private final OwnStatus status;
    private final ZoneId zone;
    private final Deeds deeds;
    private final List<MenuItem> choices = new ArrayList<>();
    private final Map<Reason, Span> limits = new LinkedHashMap<>();
    private final Map<String, Found> found = new LinkedHashMap<>();

    /// One thing to be found.
    ///
    /// @param code what it is called in every language; empty: nothing
    /// @param makes what the person is who chose it; null: it asks first
    private record Found(
            String text,
            String code,
            @Nullable Span limit,
            @Nullable PresenceState makes,
            Runnable action) {

        String hint() {
            return limit == null ? "" : limit.getText();
        }
    }

    StatusEntries(Component words, SubMenu menu, OwnStatus status, ZoneId zone, Deeds deeds) {
        this.words = words;
        this.menu = menu;
        this.status = status;
        this.zone = zone;
        this.deeds = deeds;
    }

    private String say(String key, Object... values) {
        return words.getTranslation(key, values);
    }

    // ------------------------------------------------------------------ the menu

    void fill(Offer offer, Component origin) {
        menu.removeAll();
        choices.clear();
        limits.clear();
        found.clear();
        if (offer.known()) {
            menu.addItem(origin).setEnabled(false);
            menu.addSeparator();
        }
        if (offer.away()) {
            var clockIn = say("presence.menu.clockIn");
            entry(VaadinIcon.SIGN_IN, clockIn, new Letters(List.of()), deeds::clockIn);
            return;
        }
        var quick = offer.reasons().stream().filter(r -> !r.descriptionRequired()).toList();
        var available = say("presence.state.AVAILABLE");
        var unavailable = say("presence.menu.unavailable");
        var clockOut = say("presence.menu.clockOut");
        var lasting = new ArrayList<String>();
        lasting.add(available);
        quick.forEach(reason -> lasting.add(name(reason)));
        lasting.add(unavailable);
        lasting.add(clockOut);
        var letters = new Letters(lasting);
        if (offer.openDay().isPresent()) {
            entry(VaadinIcon.SIGN_IN, say("presence.menu.endDay"), letters, deeds::clockIn);
            menu.addSeparator();
        }
        offer.due().ifPresent(due -> due(due, letters));
        offer.next().ifPresent(next -> forgetNext(next, letters));
        if (offer.due().isPresent() || offer.next().isPresent()) {
            menu.addSeparator();
        }
        choice(
                VaadinIcon.CHECK_CIRCLE_O,
                available,
                Base.AVAILABLE.name(),
                null,
                letters,
                PresenceState.AVAILABLE);
        for (var reason : quick) {
            var limit = new Span();
            limit.addClassName("presence-limit");
            limits.put(reason, limit);
            var icon = StatusWords.icon(reason);
            choice(icon, name(reason), reason.code(), limit, letters, reason.state());
        }
        entry(VaadinIcon.BAN, unavailable, letters, () -> deeds.unavailable(null));
        offer.reasons().stream()
                .filter(Reason::descriptionRequired)
                .forEach(reason ->
                        find(name(reason), reason.code(), () -> deeds.unavailable(reason)));
        if (offer.working()) {
            var whenDone = say("presence.menu.whenDone");
            entry(VaadinIcon.HOURGLASS, whenDone, letters, deeds::whenDone);
        }
        menu.addSeparator();
        entry(VaadinIcon.SIGN_OUT, clockOut, letters, deeds::clockOut);
    }

    private String name(Reason reason) {
        return reason.name(words::getTranslation);
    }

    /// What the plan says now, in one click.
    private void due(OwnStatus.Due due, Letters letters) {
        var until = StatusWords.time(words, due.until(), zone);
        // The reason's own name speaks the viewer's language.
        var what = due.state().base() == Base.UNAVAILABLE ? name(due.state()) : due.name();
        var text = say("presence.menu.due", what, until);
        entry(VaadinIcon.CALENDAR_CLOCK, text, letters, () -> deeds.set(due.state()));
    }

    private String name(PresenceState state) {
        return StatusWords.of(words, state, status.reason(state));
    }

    private void forgetNext(NextStatus next, Letters letters) {
        var text =
                next.state().equals(PresenceState.AWAY)
                        ? say("presence.menu.forgetClockOut")
                        : say("presence.menu.forgetNext", name(next.state()));
        entry(VaadinIcon.CLOSE_SMALL, text, letters, deeds::forgetNext);
    }

    private void entry(VaadinIcon icon, String text, Letters letters, Runnable action) {
        menu.addItem(content(icon, text, letters), _ -> action.run());
        find(text, "", action);
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
    /// @param limit where it says how long it should last; null: as long as it takes
    private void choice(
            VaadinIcon icon,
            String text,
            String code,
            @Nullable Span limit,
            Letters letters,
            PresenceState makes) {
        var content = content(icon, text, letters);
        if (limit != null) {
            content.addComponentAtIndex(2, limit);
        }
        Runnable action = () -> deeds.set(makes);
        var choice = menu.addItem(content, _ -> action.run());
        ComponentUtil.setData(choice, PresenceState.class, makes);
        choices.add(choice);
        found.put(text, new Found(text, code, limit, makes, action));
    }

    /// Says in the entries that are there what is left of each limit today.
    ///
    /// @param used how long somebody was so today, by the code of the reason
    void limits(Map<String, Duration> used) {
        limits.forEach((reason, limit) ->
                limit.setText(limit(reason, used.getOrDefault(reason.code(), Duration.ZERO))));
    }

    /// `15 min`, and of it what is left when some was used today.
    private String limit(Reason reason, Duration used) {
        var limit = reason.limit();
        if (limit == null) {
            return "";
        }
        if (used.isZero()) {
            return say("presence.menu.limit", limit.toMinutes());
        }
        // Whoever used half a minute of ten has nine left that they can count on. A day may have
        // more than one break: with none left it says what was taken, and judges nothing.
        var left = limit.minus(used);
        return left.toMinutes() < 1
                ? say("presence.menu.limitTaken", limit.toMinutes(), used.toMinutes())
                : say("presence.menu.limitLeft", limit.toMinutes(), left.toMinutes());
    }

    // ------------------------------------------------------------------ what is so now

    void tick(PresenceState state) {
        choices.forEach(choice -> tick(choice, isCurrent(choice, state)));
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
    static boolean isAlready(PresenceState choice, PresenceState state) {
        return state.equals(choice)
                || state.base() == Base.ACTIVE && choice.equals(PresenceState.AVAILABLE);
    }

    // ------------------------------------------------------------------ what is found by typing

    private void find(String text, String code, Runnable action) {
        found.put(text, new Found(text, code, null, null, action));
    }

    /// What the browser searches, in the order of the menu. An entry is named by its text: what it
    /// said when it was chosen is what happens, or nothing.
    ArrayNode choices(PresenceState state) {
        var all = JsonNodeFactory.instance.arrayNode();
        found.values()
                .forEach(each ->
                        all.addObject()
                                .put("key", each.text())
                                .put("text", each.text())
                                .put("code", each.code())
                                .put("hint", each.hint())
                                .put(
                                        "current",
                                        each.makes() != null && isAlready(each.makes(), state)));
        return all;
    }

    void choose(String key) {
        var chosen = found.get(key);
        if (chosen != null) {
            chosen.action().run();
        }
    }
}
