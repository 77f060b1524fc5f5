package dev.rollcall.requests;

import dev.rollcall.shared.TimeSpan;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A time of the day somebody has a wish about. A shift is early, late or by night by where its
/// middle lies.
public enum PreferredTime {
    EARLY(LocalTime.of(6, 0), LocalTime.of(14, 0)),
    LATE(LocalTime.of(14, 0), LocalTime.of(22, 0)),
    NIGHT(LocalTime.of(22, 0), LocalTime.of(6, 0)),
    /// No shift at all.
    DAY_OFF(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private final LocalTime from;
    private final LocalTime to;

    PreferredTime(LocalTime from, LocalTime to) {
        this.from = from;
        this.to = to;
    }

    /// From when on, by the clock on the wall.
    public LocalTime from() {
        return from;
    }

    /// Until when, by the clock on the wall; of a night, on the next day.
    public LocalTime to() {
        return to;
    }

    /// Whether a day is of this kind.
    ///
    /// @param shift from the first to the last hour at work; null: none
    /// @param zone the person's
    public boolean isThatOf(@Nullable TimeSpan shift, ZoneId zone) {
        if (this == DAY_OFF || shift == null) {
            return this == DAY_OFF && shift == null;
        }
        var middle = LocalTime.ofInstant(shift.start().plus(shift.duration().dividedBy(2)), zone);
        return to.isAfter(from)
                ? !middle.isBefore(from) && middle.isBefore(to)
                : !middle.isBefore(from) || middle.isBefore(to);
    }
}
