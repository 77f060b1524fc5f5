package dev.rollcall.kit;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Instants as whoever looks at the page reads them: in the zone of their browser.
public final class Days {

    private Days() {}

    /// The day without its year, for what is near; empty for no instant.
    public static String of(@Nullable Instant instant, Locale locale) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedPattern("MMMd")
                        .withLocale(locale)
                        .format(instant.atZone(zone()));
    }

    /// The day and the time.
    public static String withTime(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone()));
    }

    /// The day and the time to the second, for what follows close upon each other.
    public static String withSeconds(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(instant.atZone(zone()));
    }

    /// The zone of whoever looks at the page; UTC while it is not known.
    public static ZoneId zone() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ui.getPage().getExtendedClientDetails())
                .map(details -> details.getTimeZoneId())
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }
}
