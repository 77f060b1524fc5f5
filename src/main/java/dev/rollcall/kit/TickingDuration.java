package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long something has lasted, ticking in the browser: `0:42`, `6:40`, `1:12:05`. All of a page
/// share one timer, and only those on screen are rewritten; nothing travels over the wire.
///
/// In a `LitRenderer`: `<rollcall-duration since="${item.since}"></rollcall-duration>` with epoch
/// milliseconds.
@Tag("rollcall-duration")
@JsModule("./rollcall-duration.ts")
public class TickingDuration extends Component implements HasStyle {

    /// @param since when it began; null shows nothing
    public TickingDuration(@Nullable Instant since) {
        setSince(since);
    }

    /// @param since when it began; null shows nothing
    public void setSince(@Nullable Instant since) {
        set("since", since);
    }

    /// @param until when it ended; null while it goes on
    public void setUntil(@Nullable Instant until) {
        set("until", until);
    }

    private void set(String attribute, @Nullable Instant instant) {
        if (instant == null) {
            getElement().removeAttribute(attribute);
        } else {
            getElement().setAttribute(attribute, Long.toString(instant.toEpochMilli()));
        }
    }
}
