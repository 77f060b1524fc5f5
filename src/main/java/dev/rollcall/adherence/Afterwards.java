package dev.rollcall.adherence;

import java.time.Duration;

/// What became of figures after their days had ended.
///
/// @param changed how much time is judged otherwise than it would have been by what was known when
///   its day ended
/// @param daysPlanned how many days nobody had planned before they ended: there was nothing to
///   change, so none of their time is in `changed`
public record Afterwards(Duration changed, int daysPlanned) {

    public static final Afterwards NOTHING = new Afterwards(Duration.ZERO, 0);

    static final Afterwards PLANNED = new Afterwards(Duration.ZERO, 1);

    public boolean isNothing() {
        return changed.isZero() && daysPlanned == 0;
    }

    Afterwards plus(Afterwards other) {
        return new Afterwards(changed.plus(other.changed), daysPlanned + other.daysPlanned);
    }

    /// Takes away what was added before.
    Afterwards minus(Afterwards other) {
        return new Afterwards(changed.minus(other.changed), daysPlanned - other.daysPlanned);
    }
}
