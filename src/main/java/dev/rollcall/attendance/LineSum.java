package dev.rollcall.attendance;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Unit;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A line while it is added up.
final class LineSum {

    private @Nullable Agent agent;
    private @Nullable AgentId last;
    private int people;
    private int corrected;
    private final TotalSum total = new TotalSum();
    private @Nullable Instant firstIn;
    private @Nullable Instant lastOut;

    void add(Agent whose, AttendanceDay day, int corrections) {
        corrected += corrections;
        agent = agent == null ? whose : agent;
        people += whose.id().equals(last) ? 0 : 1;
        last = whose.id();
        total.add(day.total());
        firstIn = day.firstIn();
        lastOut = day.lastOut();
    }

    @Nullable Agent firstAgent() {
        return agent;
    }

    AttendanceLine line(
            @Nullable Agent ofAgent,
            @Nullable Unit ofUnit,
            @Nullable LocalDate ofDay,
            boolean single) {
        return new AttendanceLine(
                ofAgent,
                ofUnit,
                ofDay,
                people,
                single ? firstIn : null,
                single ? lastOut : null,
                corrected,
                total.total());
    }
}
