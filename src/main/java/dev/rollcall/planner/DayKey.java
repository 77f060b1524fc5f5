package dev.rollcall.planner;

import dev.rollcall.people.AgentId;
import java.time.LocalDate;
import java.util.Comparator;

/// One person's working day: the date that owns it, wherever its hours fall.
public record DayKey(AgentId agent, LocalDate date) implements Comparable<DayKey> {

    private static final Comparator<DayKey> ORDER =
            Comparator.comparing(DayKey::agent).thenComparing(DayKey::date);

    @Override
    public int compareTo(DayKey other) {
        return ORDER.compare(this, other);
    }
}
