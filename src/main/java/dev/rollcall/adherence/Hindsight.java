package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Day;
import dev.rollcall.adherence.engine.Disagreement;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.Timelines;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Compares days that are over with what was known of them when they ended. Events told late, new
/// versions of the plan, excuses given later and rules that were backdated make the difference.
@Component
class Hindsight {

    private final WorkingDays workingDays;
    private final Timelines timelines;
    private final AdherenceSettings settings;
    private final KnownExcuses excuses;

    Hindsight(
            WorkingDays workingDays,
            Timelines timelines,
            AdherenceSettings settings,
            KnownExcuses excuses) {
        this.workingDays = workingDays;
        this.timelines = timelines;
        this.settings = settings;
        this.excuses = excuses;
    }

    /// What became of each of these days; of a day that goes on, nothing did. Costs two queries for
    /// each date, and a handful more for each date and period of which something came late,
    /// whatever the number of people.
    Function<WorkingDay, Afterwards> of(Collection<WorkingDay> days, Instant now) {
        var byDate = new TreeMap<LocalDate, List<WorkingDay>>();
        for (var day : days) {
            if (day.isOver(now) && day.planVersion() > 0) {
                byDate.computeIfAbsent(day.date(), _ -> new ArrayList<>()).add(day);
            }
        }
        var found = new HashMap<Whose, Afterwards>();
        byDate.values().forEach(list -> found.putAll(of(list)));
        return day -> found.getOrDefault(Whose.of(day), Afterwards.NOTHING);
    }

    /// @param days planned, over, and of one date
    private Map<Whose, Afterwards> of(List<WorkingDay> days) {
        var late = toldLate(days);
        var found = new HashMap<Whose, Afterwards>();
        var compared = new HashMap<TimeSpan, List<WorkingDay>>();
        for (var day : days) {
            if (day.wasPlannedAfter(day.period().end()) || late.contains(day.agent().id())) {
                compared.computeIfAbsent(day.period(), _ -> new ArrayList<>()).add(day);
            } else if (isJudgedByLaterRules(day)) {
                found.put(Whose.of(day), compareRules(day));
            }
        }
        compared.forEach((period, same) -> {
            var then = workingDays.asKnownAt(same, period.end());
            for (int i = 0; i < same.size(); i++) {
                found.put(Whose.of(same.get(i)), compare(then.get(i), same.get(i)));
            }
        });
        return found;
    }

    /// Nothing but the rules differs: nothing has to be read.
    private Afterwards compareRules(WorkingDay day) {
        var then = settings.on(day.agent().unit(), day.date(), day.period().end());
        return new Afterwards(Disagreement.between(judged(day.by(then)), judged(day)), 0);
    }

    private Set<AgentId> toldLate(List<WorkingDay> days) {
        var start = days.stream().map(d -> d.period().start()).min(Instant::compareTo);
        var end = days.stream().map(d -> d.period().end()).max(Instant::compareTo);
        // Around the world a date ends more than once: from its first end on, to miss nobody.
        var firstEnd = days.stream().map(d -> d.period().end()).min(Instant::compareTo);
        var people = days.stream().map(d -> d.agent().id()).toList();
        var span = TimeSpan.of(start.orElseThrow(), end.orElseThrow());
        var late = new HashSet<>(timelines.toldLate(people, span, firstEnd.orElseThrow()));
        late.addAll(excuses.changedAfter(people, span, firstEnd.orElseThrow()));
        return late;
    }

    private boolean isJudgedByLaterRules(WorkingDay day) {
        return settings.isSavedAfter(day.agent().unit(), day.date(), day.period().end());
    }

    private static Afterwards compare(WorkingDay then, WorkingDay day) {
        return then.planVersion() == 0
                ? Afterwards.PLANNED
                : new Afterwards(Disagreement.between(judged(then), judged(day)), 0);
    }

    private static List<JudgedSpan> judged(WorkingDay day) {
        return Day.of(day.toItsEnd(), day.rules().rules()).judged();
    }

    private record Whose(AgentId agent, LocalDate date) {

        static Whose of(WorkingDay day) {
            return new Whose(day.agent().id(), day.date());
        }
    }
}
