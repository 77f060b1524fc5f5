package dev.rollcall.planner.ui;

import dev.rollcall.people.AgentId;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.TimeOffDays;
import dev.rollcall.planner.Wants;
import dev.rollcall.planner.Wish;
import dev.rollcall.planner.Wishes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Reads what people would like and asked for, from whoever keeps it. Callers have decided already
/// whose it may be.
@Component
class WantsReader {

    private final ObjectProvider<Wishes> wishes;
    private final ObjectProvider<TimeOffDays> timeOff;

    WantsReader(ObjectProvider<Wishes> wishes, ObjectProvider<TimeOffDays> timeOff) {
        this.wishes = wishes;
        this.timeOff = timeOff;
    }

    /// From one date to another, both included.
    Wants of(Set<AgentId> people, LocalDate from, LocalDate to) {
        var wished = new HashMap<AgentId, List<Wish>>();
        wishes.forEach(each -> wished.putAll(each.of(people)));
        var asked = new HashMap<DayKey, List<TimeOffDays.Asked>>();
        timeOff.forEach(each -> asked.putAll(each.of(people, from, to)));
        return new Wants(wished, asked);
    }
}
