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
import org.jspecify.annotations.Nullable;

/// When somebody means to be back: `back at 12:30`, and once that is over `was due back at 12:30`.
/// It turns in the browser.
///
/// In a `LitRenderer`: [#TEMPLATE] with the properties `back`, `backSoon` and `backLate`, which
/// [#words] gives.
@Tag("rollcall-return")
@JsModule("./rollcall-return.ts")
public class ExpectedReturn extends Component implements HasStyle {

    public static final String TEMPLATE =
            """
            <rollcall-return at=${item.back} soon=${item.backSoon}
              late=${item.backLate}></rollcall-return>\
            """;

    /// What is said before it and what after.
    public record Said(String at, String soon, String late) {
        private static final Said NOTHING = new Said("", "", "");
    }

    /// @param at when they mean to be back; null says nothing
    /// @param zone whose time it is said in
    public static Said words(@Nullable Instant at, ZoneId zone, Locale locale, Words words) {
        if (at == null) {
            return Said.NOTHING;
        }
        var time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atZone(zone));
        return new Said(
                Long.toString(at.toEpochMilli()),
                words.get("kit.return.soon", time),
                words.get("kit.return.late", time));
    }

    public void show(Said said) {
        set("at", said.at());
        set("soon", said.soon());
        set("late", said.late());
    }

    private void set(String attribute, String value) {
        if (value.isEmpty()) {
            getElement().removeAttribute(attribute);
        } else {
            getElement().setAttribute(attribute, value);
        }
    }
}
