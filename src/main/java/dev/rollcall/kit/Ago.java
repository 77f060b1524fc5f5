package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// How long ago something was, kept up to date in the browser: `2 minutes ago`, `yesterday`; the
/// date and time themselves when it is more than a week ago, and for whoever points at it.
@Tag("rollcall-ago")
@JsModule("./rollcall-ago.ts")
public class Ago extends Component implements HasStyle {

    public Ago(Instant at, ZoneId zone, Locale locale) {
        getElement().setAttribute("at", Long.toString(at.toEpochMilli()));
        getElement()
                .setAttribute(
                        "title",
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(locale)
                                .format(at.atZone(zone)));
        getElement().setAttribute("lang", locale.toLanguageTag());
    }
}
