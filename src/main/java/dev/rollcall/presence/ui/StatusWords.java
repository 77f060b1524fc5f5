package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/// How statuses, times and durations are said in the menu.
final class StatusWords {

    private StatusWords() {}

    /// `Available`, or the reason's name; a code nobody named is shown as it is.
    static String of(Component component, PresenceState state, Optional<Reason> reason) {
        return reason.map(known -> known.name(component::getTranslation))
                .or(state::reason)
                .orElseGet(() -> component.getTranslation("presence.state." + state.base()));
    }

    /// Which shape and colour shows a state.
    static String kind(PresenceState state) {
        return kind(state.base());
    }

    static String kind(PresenceState.Base base) {
        return base.name().toLowerCase(Locale.ROOT);
    }

    static String time(Component component, Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale(component))
                .format(instant.atZone(zone));
    }

    /// With the day, for what may be some days ago.
    static String dayAndTime(Component component, Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale(component))
                .format(instant.atZone(zone));
    }

    /// `7:32`, in hours and minutes.
    static String duration(Duration duration) {
        return "%d:%02d".formatted(duration.toHours(), duration.toMinutesPart());
    }

    static VaadinIcon icon(Reason reason) {
        return ReasonIcons.of(reason.icon());
    }

    private static Locale locale(Component component) {
        // A dialog says its times before it is on the page.
        return component
                .getUI()
                .or(() -> Optional.ofNullable(UI.getCurrent()))
                .map(UI::getLocale)
                .orElse(Locale.ENGLISH);
    }
}
