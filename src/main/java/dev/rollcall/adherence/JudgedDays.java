package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Day;
import dev.rollcall.adherence.engine.Engine;
import dev.rollcall.people.Agent;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.ApplicationClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// Judges working days for modules that keep something of them. Callers have decided already whose
/// days may be read.
@Component
public class JudgedDays {

    private final WorkingDays workingDays;
    private final Hindsight hindsight;
    private final AdherenceSettings settings;
    private final ApplicationClock clock;

    JudgedDays(
            WorkingDays workingDays,
            Hindsight hindsight,
            AdherenceSettings settings,
            ApplicationClock clock) {
        this.workingDays = workingDays;
        this.hindsight = hindsight;
        this.settings = settings;
        this.clock = clock;
    }

    /// The days of some people, judged up to now; those to come are left out.
    ///
    /// @param from the first day, included, in each person's own zone
    /// @param to the last day, included
    public List<JudgedDay> of(Collection<Agent> people, LocalDate from, LocalDate to) {
        if (people.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var begun =
                workingDays.between(people, from, to).values().stream()
                        .flatMap(List::stream)
                        .filter(day -> !day.period().start().isAfter(now))
                        .toList();
        var afterwards = hindsight.of(begun, now);
        var judged = new ArrayList<JudgedDay>();
        for (var day : begun) {
            judged.add(judge(day, now, afterwards.apply(day)));
        }
        return judged;
    }

    private static JudgedDay judge(WorkingDay day, Instant now, Afterwards afterwards) {
        var rules = day.rules().rules();
        var soFar = day.asOf(now);
        return new JudgedDay(
                day.agent(),
                day.date(),
                day.period(),
                BoardRows.within(day),
                Day.of(soFar, rules).judged(),
                Engine.assess(soFar, rules),
                afterwards,
                day.planVersion(),
                day.isOver(now));
    }

    /// Names the rules a unit's day is judged by: what was judged by others is out of date.
    public String rulesOn(UnitId unit, LocalDate date) {
        return settings.on(unit, date).version();
    }

    /// What adherence is meant to reach in a unit on a day.
    public BigDecimal targetOn(UnitId unit, LocalDate date) {
        return settings.on(unit, date).targetPercent();
    }
}
