package dev.rollcall.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The stretch of time that all strips of a board show, and the zone their hours are written in.
///
/// @param from the first instant shown
/// @param to the first instant not shown any more
/// @param zone the hours' zone: the viewer's choice, not the person's
/// @param past null: the window stands still; otherwise it moves with the clock in the browser, and
///   this share of it, 0 to 1, lies in the past
/// @param present the instant everything is seen at as if it were now; null: the clock says
public record TimelineWindow(
        Instant from, Instant to, ZoneId zone, @Nullable Double past, @Nullable Instant present) {

    public TimelineWindow {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "A window ends after it starts: " + from + " to " + to);
        }
    }

    /// A window that stands still.
    public static TimelineWindow between(Instant from, Instant to, ZoneId zone) {
        return new TimelineWindow(from, to, zone, null, null);
    }

    /// A window that moves on with the clock, three quarters of it in the past. It costs no message
    /// to move it.
    ///
    /// @param now the present, where it starts
    public static TimelineWindow around(Instant now, Duration length, ZoneId zone) {
        double past = 0.75;
        var from = now.minusMillis((long) (length.toMillis() * past));
        return new TimelineWindow(from, from.plus(length), zone, past, null);
    }

    /// The same, standing still, seen as if an instant were now.
    ///
    /// @param moment null: the clock says what is now
    public TimelineWindow seenAt(@Nullable Instant moment) {
        return moment == null ? this : new TimelineWindow(from, to, zone, null, moment);
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("from", from.toEpochMilli());
        json.put("to", to.toEpochMilli());
        // Browsers know zones by their IANA names and offsets, but neither "Z" nor "GMT+02:00".
        var id = zone.normalized().getId();
        json.put("zone", id.equals("Z") ? "UTC" : id);
        if (past != null) {
            json.put("past", past);
        }
        if (present != null) {
            json.put("present", present.toEpochMilli());
        }
        return json;
    }
}
