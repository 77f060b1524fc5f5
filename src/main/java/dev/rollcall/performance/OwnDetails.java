package dev.rollcall.performance;

import dev.rollcall.kpi.DayTally;
import dev.rollcall.kpi.FactKind;
import dev.rollcall.kpi.KpiFact;
import dev.rollcall.kpi.OwnKpis;
import dev.rollcall.kpi.Tally;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.performance.MetricDetail.CategoryLine;
import dev.rollcall.performance.MetricDetail.DayLine;
import dev.rollcall.performance.MetricDetail.MonthLine;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.Timelines;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.TimeSpan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// One metric of the caller's own in full. As with their page there is no argument that names a
/// person.
@Service
public class OwnDetails {

    private static final int MONTHS = 13;
    private static final int WEEKS = 13;

    /// Far above what one person does in thirteen weeks.
    private static final int MOST_FACTS = 50_000;

    private final OwnKpis kpis;
    private final GoalTable goals;
    private final MeasureBook measures;
    private final Timelines timelines;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    OwnDetails(
            OwnKpis kpis,
            GoalTable goals,
            MeasureBook measures,
            Timelines timelines,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.kpis = kpis;
        this.goals = goals;
        this.measures = measures;
        this.timelines = timelines;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// A metric in a month; empty for who is no agent.
    ///
    /// @param month null: the running one; one yet to come is the running one, too
    @Requires(Permission.KPI_OWN)
    @Transactional(readOnly = true)
    public Optional<MetricDetail> of(Metric metric, @Nullable YearMonth month) {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .map(agent -> detail(agent, metric, month));
    }

    private MetricDetail detail(Agent agent, Metric metric, @Nullable YearMonth wanted) {
        var now = clock.instant();
        var today = now.atZone(agent.zone()).toLocalDate();
        var running = YearMonth.from(today);
        var month = wanted == null || wanted.isAfter(running) ? running : wanted;
        var before = month.minusMonths(1);
        var counted = measures.of(agent.unit());
        var everything = kpis.days(month.minusMonths(MONTHS - 1L).atDay(1), month.atEndOfMonth());
        var currency =
                !metric.isMoney()
                        ? null
                        : counted.currency() == null
                                ? new Ledger(everything).mainCurrency().orElse(null)
                                : counted.currency();
        var byDay = byDay(everything, metric, currency);
        var upTo = comparedUpTo(agent, month, today);
        var monthBefore =
                between(byDay, before.atDay(1), upTo == null ? before.atEndOfMonth() : upTo);
        var thisMonth = between(byDay, month.atDay(1), month.atEndOfMonth());
        var end = month.equals(running) ? today : month.atEndOfMonth();
        var monthSpan =
                TimeSpan.of(
                        month.atDay(1).atStartOfDay(agent.zone()).toInstant(),
                        earlier(
                                end.plusDays(1).atStartOfDay(agent.zone()).toInstant(),
                                now,
                                month.equals(running)));
        boolean calls = metric == Metric.TOTAL_CALLS;
        var total = total(thisMonth, metric);
        var totalBefore = total(monthBefore, metric);
        boolean known =
                kpis.firstDay().filter(first -> !YearMonth.from(first).isAfter(before)).isPresent();
        return new MetricDetail(
                metric,
                month,
                currency,
                months(running, month),
                MeasureBook.yearBegins(counted),
                history(byDay, month),
                days(agent, thisMonth, month, end),
                categories(metric, currency, month),
                Growth.of(known ? totalBefore.value() : null, total.value()),
                Drivers.of(totalBefore, total, metric.isMoney()),
                goalPercent(agent, metric, currency, month, total.value()),
                upTo,
                metric == Metric.COMPLAINTS_REGISTERED
                        ? TimeSpread.of(resolved(month)).orElse(null)
                        : null,
                calls ? CallTimes.worked(segments(agent, monthSpan), monthSpan) : null,
                calls ? times(agent, end, now) : null,
                today,
                agent.zone());
    }

    private @Nullable BigDecimal goalPercent(
            Agent agent,
            Metric metric,
            @Nullable Currency currency,
            YearMonth month,
            BigDecimal value) {
        var line = measures.line(agent);
        var subjects = new ArrayList<Subject>();
        line.steps().forEach(subjects::addAll);
        return new GoalBook(goals.of(subjects))
                .of(line, metric, month)
                .filter(goal -> Objects.equals(goal.currency(), currency))
                .map(Goal::value)
                .map(goal -> Pace.percent(value, goal))
                .orElse(null);
    }

    private static Instant earlier(Instant end, Instant now, boolean running) {
        // At midnight sharp nothing of it has passed yet.
        return running && now.isBefore(end) ? now.plusMillis(1) : end;
    }

    // ------------------------------------------------------------------ counts

    private static TreeMap<LocalDate, Tally> byDay(
            List<DayTally> days, Metric metric, @Nullable Currency currency) {
        var sums = new TreeMap<LocalDate, Tally>();
        for (var day : days) {
            if (counts(day, metric, currency)) {
                sums.merge(day.date(), day.tally(), Tally::plus);
            }
        }
        return sums;
    }

    private static boolean counts(DayTally day, Metric metric, @Nullable Currency currency) {
        return day.kind() == metric.kind()
                && (!metric.isMoney() || Objects.equals(day.currency(), currency));
    }

    private static Map<LocalDate, Tally> between(
            TreeMap<LocalDate, Tally> days, LocalDate from, LocalDate to) {
        return days.subMap(from, true, to, true);
    }

    private static Drivers.Total total(Map<LocalDate, Tally> days, Metric metric) {
        var sum = days.values().stream().reduce(Tally.NOTHING, Tally::plus);
        return new Drivers.Total(
                days.values().stream().filter(each -> each.facts() > 0).count(),
                sum.facts(),
                metric.isMoney() ? sum.amount() : BigDecimal.valueOf(sum.facts()));
    }

    private static List<MonthLine> history(TreeMap<LocalDate, Tally> days, YearMonth last) {
        var lines = new ArrayList<MonthLine>();
        for (var month = last.minusMonths(MONTHS - 1L);
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            lines.add(
                    new MonthLine(
                            month,
                            between(days, month.atDay(1), month.atEndOfMonth()).values().stream()
                                    .reduce(Tally.NOTHING, Tally::plus)));
        }
        return lines;
    }

    private List<DayLine> days(
            Agent agent, Map<LocalDate, Tally> days, YearMonth month, LocalDate end) {
        var dates = new TreeSet<>(measures.workingDays(agent.unit(), month.atDay(1), end));
        dates.addAll(days.keySet());
        return dates.stream()
                .map(date -> new DayLine(date, days.getOrDefault(date, Tally.NOTHING)))
                .toList();
    }

    private List<CategoryLine> categories(
            Metric metric, @Nullable Currency currency, YearMonth month) {
        var now = new HashMap<Optional<String>, Tally>();
        var before = new HashMap<Optional<String>, Tally>();
        for (var day :
                kpis.categories(
                        metric.kind(), month.minusMonths(1).atDay(1), month.atEndOfMonth())) {
            if (counts(day, metric, currency)) {
                var sums = YearMonth.from(day.date()).equals(month) ? now : before;
                sums.merge(Optional.ofNullable(day.category()), day.tally(), Tally::plus);
            }
        }
        var names = new HashSet<>(now.keySet());
        names.addAll(before.keySet());
        return names.stream()
                .map(name ->
                        new CategoryLine(
                                name.orElse(null),
                                now.getOrDefault(name, Tally.NOTHING),
                                before.getOrDefault(name, Tally.NOTHING)))
                .sorted(
                        Comparator.comparingLong((CategoryLine line) -> -line.tally().facts())
                                .thenComparing(line -> Objects.requireNonNullElse(line.name(), "")))
                .toList();
    }

    /// The day of the month before that is as many working days in; null once the month is over.
    private @Nullable LocalDate comparedUpTo(Agent agent, YearMonth month, LocalDate today) {
        if (!month.equals(YearMonth.from(today))) {
            return null;
        }
        var same =
                measures.month(agent.unit(), month.minusMonths(1))
                        .day(measures.month(agent.unit(), month).upTo(today));
        return same == null ? month.minusMonths(1).atDay(1) : same;
    }

    private List<YearMonth> months(YearMonth running, YearMonth shown) {
        var months = new TreeSet<>(kpis.months());
        months.add(running);
        months.add(shown);
        return List.copyOf(months.descendingSet());
    }

    // ------------------------------------------------------------------ times

    private List<Duration> resolved(YearMonth month) {
        return kpis
                .facts(FactKind.COMPLAINT, month.atDay(1), month.atEndOfMonth(), MOST_FACTS)
                .stream()
                .flatMap(fact ->
                        Optional.ofNullable(fact.resolvedAt()).stream()
                                .map(end -> Duration.between(fact.at(), end)))
                .toList();
    }

    private CallTimes times(Agent agent, LocalDate end, Instant now) {
        var from = end.plusDays(1).minusWeeks(WEEKS);
        var last = end.plusDays(1).atStartOfDay(agent.zone()).toInstant();
        var span =
                TimeSpan.of(
                        from.atStartOfDay(agent.zone()).toInstant(),
                        now.isBefore(last) ? now : last);
        return CallTimes.of(
                kpis.facts(FactKind.CALL, from, end, MOST_FACTS).stream().map(KpiFact::at).toList(),
                segments(agent, span),
                span,
                agent.zone());
    }

    private List<PresenceSegment> segments(Agent agent, TimeSpan span) {
        return timelines.statesOf(List.of(agent.id()), span).getOrDefault(agent.id(), List.of());
    }
}
