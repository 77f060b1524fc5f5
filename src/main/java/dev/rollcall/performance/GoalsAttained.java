package dev.rollcall.performance;

import dev.rollcall.kpi.DayTally;
import dev.rollcall.kpi.KpiSums;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.usage.GoalAttainment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/// How much of their goals people reached, for the one question about many of them that needs it.
@Component
class GoalsAttained implements GoalAttainment {

    private final KpiSums sums;
    private final MeasureBook measures;
    private final Directory directory;
    private final Access access;

    GoalsAttained(KpiSums sums, MeasureBook measures, Directory directory, Access access) {
        this.sums = sums;
        this.measures = measures;
        this.directory = directory;
        this.access = access;
    }

    @Override
    public Map<AgentId, Double> percent(
            Collection<AgentId> agents, LocalDate from, LocalDate until) {
        var last = until.minusDays(1);
        var achieved = access.asSystem("goals attained", () -> sums.of(agents, from, last));
        var percents = new HashMap<AgentId, Double>();
        for (var id : agents) {
            directory
                    .agent(id)
                    .ifPresent(agent ->
                            percent(agent, achieved.getOrDefault(id, List.of()), from, last)
                                    .ifPresent(percent -> percents.put(id, percent)));
        }
        return percents;
    }

    /// The mean over the metrics that have a goal, each as a share of what its working days were
    /// asked for.
    private OptionalDouble percent(
            Agent agent, List<DayTally> achieved, LocalDate from, LocalDate to) {
        var line = measures.line(agent);
        var book = measures.goals(line);
        var months = measures.months(agent.unit(), from, to);
        var ledger = new Ledger(achieved);
        var currency = measures.of(agent.unit()).currency();
        var shares = new ArrayList<Double>();
        for (var metric : Metric.values()) {
            double asked = 0;
            for (var month = YearMonth.from(from);
                    !month.isAfter(YearMonth.from(to));
                    month = month.plusMonths(1)) {
                var goal = book.of(line, metric, month).map(Goal::value).orElse(null);
                var working = months.get(month);
                if (goal != null && working != null) {
                    int within = working.upTo(to) - working.before(from);
                    asked += goal.doubleValue() * within / working.count();
                }
            }
            if (asked > 0) {
                var sum = ledger.sum(metric, metric.isMoney() ? currency : null, from, to);
                shares.add(sum.doubleValue() / asked * 100);
            }
        }
        return shares.stream().mapToDouble(Double::doubleValue).average();
    }
}
