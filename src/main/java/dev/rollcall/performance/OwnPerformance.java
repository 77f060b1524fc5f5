package dev.rollcall.performance;

import dev.rollcall.kpi.OwnKpis;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.performance.MetricCard.MonthAmount;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The caller's own page, and nobody else's: there is no argument that names a person.
@Service
public class OwnPerformance {

    /// So many months a card looks back on, the shown one included.
    static final int HISTORY = 13;

    /// The largest goal somebody may set, far above any real one.
    private static final BigDecimal LARGEST_GOAL = new BigDecimal("999999999999");

    private final OwnKpis kpis;
    private final GoalTable goals;
    private final MeasureBook measures;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    OwnPerformance(
            OwnKpis kpis,
            GoalTable goals,
            MeasureBook measures,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.kpis = kpis;
        this.goals = goals;
        this.measures = measures;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    private Optional<Agent> self() {
        return access.viewer().agent().flatMap(directory::agent);
    }

    /// The page of a month and a week; empty for who is no agent.
    ///
    /// @param month null: the running one; one yet to come is the running one, too
    /// @param weekOf any day of the week; null: the running one
    @Requires(Permission.KPI_OWN)
    @Transactional(readOnly = true)
    public Optional<PerformancePage> page(@Nullable YearMonth month, @Nullable LocalDate weekOf) {
        return self().map(agent -> page(agent, month, weekOf));
    }

    private PerformancePage page(
            Agent agent, @Nullable YearMonth wantedMonth, @Nullable LocalDate wantedWeek) {
        var now = clock.instant();
        var local = now.atZone(agent.zone());
        var today = local.toLocalDate();
        var running = YearMonth.from(today);
        var month = wantedMonth == null || wantedMonth.isAfter(running) ? running : wantedMonth;
        var week = wantedWeek == null || wantedWeek.isAfter(today) ? today : wantedWeek;
        var monday = week.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var first = kpis.firstDay().map(YearMonth::from).orElse(running);
        var earliest = earlier(first, running.minusMonths(HISTORY - 1L));
        var from = earlier(month.minusMonths(HISTORY), YearMonth.from(monday.minusDays(14)));
        var days = new Days(agent, today, local.toLocalTime(), now);
        var ledger =
                new Ledger(
                        kpis.days(
                                from.atDay(1),
                                later(month, YearMonth.from(monday.plusDays(6))).atEndOfMonth()));
        var counted = measures.of(agent.unit());
        var currency =
                counted.currency() == null
                        ? ledger.mainCurrency().orElse(null)
                        : counted.currency();
        var cards = cards(days, ledger, month, currency, first);
        return new PerformancePage(
                month,
                months(earliest, running, month),
                withFacts(),
                MeasureBook.yearBegins(counted),
                cards,
                week(days, ledger, monday, currency),
                month.equals(running) ? alerts(cards) : List.of(),
                today,
                agent.zone(),
                now);
    }

    /// Where and when the page is looked at.
    private record Days(Agent agent, LocalDate today, LocalTime time, Instant now) {}

    private static List<YearMonth> months(YearMonth from, YearMonth to, YearMonth shown) {
        var months = new TreeSet<YearMonth>();
        months.add(shown);
        for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            months.add(month);
        }
        return List.copyOf(months.descendingSet());
    }

    private Set<YearMonth> withFacts() {
        return new HashSet<>(kpis.months());
    }

    // ------------------------------------------------------------------ cards

    private List<MetricCard> cards(
            Days days,
            Ledger ledger,
            YearMonth month,
            @Nullable Currency currency,
            YearMonth firstWithFacts) {
        var agent = days.agent();
        var line = measures.line(agent);
        var own = Subject.own(agent.id());
        var book = measures.goals(line, own);
        var working = measures.month(agent.unit(), month);
        boolean running = month.equals(YearMonth.from(days.today()));
        var fair = running ? fair(days, ledger, working, month, currency) : null;
        var cards = new ArrayList<MetricCard>();
        for (var metric : Metric.values()) {
            var unit = metric.isMoney() ? currency : null;
            var byMonth = ledger.months(metric, unit);
            var value = byMonth.getOrDefault(month, BigDecimal.ZERO);
            var before = month.minusMonths(1);
            var known = before.isBefore(firstWithFacts) ? null : amount(byMonth, before);
            cards.add(
                    new MetricCard(
                            metric,
                            month,
                            new Amount(value, unit),
                            metric.isMoney() ? others(ledger, month, currency) : List.of(),
                            book.of(line, metric, month)
                                    .filter(goal -> isInCurrency(goal, unit))
                                    .map(Goal::value)
                                    .map(goal -> Pace.of(goal, value, working, days.today()))
                                    .orElse(null),
                            book.own(own, metric, month)
                                    .map(goal -> Pace.of(goal, value, working, days.today()))
                                    .orElse(null),
                            Growth.of(known, value),
                            fair == null
                                    ? null
                                    : Growth.of(
                                            known == null ? null : fair.amounts().get(metric),
                                            value),
                            fair == null ? 0 : fair.day(),
                            history(byMonth, month, unit)));
        }
        return cards;
    }

    private static BigDecimal amount(Map<YearMonth, BigDecimal> months, YearMonth month) {
        return months.getOrDefault(month, BigDecimal.ZERO);
    }

    private static boolean isInCurrency(Goal goal, @Nullable Currency currency) {
        return Objects.equals(goal.currency(), currency);
    }

    private static List<Amount> others(
            Ledger ledger, YearMonth month, @Nullable Currency currency) {
        return ledger.currencies(month.atDay(1), month.atEndOfMonth()).stream()
                .filter(other -> !other.equals(currency))
                .map(other ->
                        new Amount(ledger.sum(Metric.PAYMENTS_COLLECTED, other, month), other))
                .toList();
    }

    private static List<MonthAmount> history(
            Map<YearMonth, BigDecimal> months, YearMonth last, @Nullable Currency currency) {
        var history = new ArrayList<MonthAmount>();
        for (int back = HISTORY - 1; back >= 0; back--) {
            var month = last.minusMonths(back);
            history.add(new MonthAmount(month, new Amount(amount(months, month), currency)));
        }
        return history;
    }

    /// What the month before had by the same working day and time of day.
    private record Fair(int day, Map<Metric, BigDecimal> amounts) {}

    private Fair fair(
            Days days,
            Ledger ledger,
            WorkingMonth working,
            YearMonth month,
            @Nullable Currency currency) {
        int number = working.upTo(days.today());
        var before = measures.month(days.agent().unit(), month.minusMonths(1));
        var same = before.day(number);
        var amounts = new HashMap<Metric, BigDecimal>();
        if (same == null) {
            for (var metric : Metric.values()) {
                amounts.put(metric, BigDecimal.ZERO);
            }
            return new Fair(number, amounts);
        }
        // On a day off the whole of that day is behind both.
        boolean workingToday = working.days().contains(days.today());
        return new Fair(
                number,
                upTo(
                        days,
                        ledger,
                        before.month().atDay(1),
                        same,
                        workingToday ? days.time() : null,
                        currency));
    }

    /// What there was from a day on up to a time of another.
    ///
    /// @param time null: all of the last day
    private Map<Metric, BigDecimal> upTo(
            Days days,
            Ledger ledger,
            LocalDate from,
            LocalDate last,
            @Nullable LocalTime time,
            @Nullable Currency currency) {
        var part =
                time == null
                        ? null
                        : new Ledger(
                                kpis.upTo(
                                        last,
                                        last.atTime(time).atZone(days.agent().zone()).toInstant()));
        var amounts = new HashMap<Metric, BigDecimal>();
        for (var metric : Metric.values()) {
            var unit = metric.isMoney() ? currency : null;
            var whole = ledger.sum(metric, unit, from, part == null ? last : last.minusDays(1));
            amounts.put(metric, part == null ? whole : whole.add(part.sum(metric, unit, last)));
        }
        return amounts;
    }

    // ------------------------------------------------------------------ the week

    private Week week(Days days, Ledger ledger, LocalDate monday, @Nullable Currency currency) {
        var working =
                measures.workingDays(days.agent().unit(), monday.minusDays(14), monday.plusDays(6));
        var sunday = monday.plusDays(6);
        boolean running = !days.today().isAfter(sunday);
        var before =
                upTo(
                        days,
                        ledger,
                        monday.minusDays(7),
                        running ? days.today().minusDays(7) : sunday.minusDays(7),
                        running ? days.time() : null,
                        currency);
        return Week.of(monday, working, ledger, currency, days.today(), before::get);
    }

    // ------------------------------------------------------------------ alerts

    private static List<Alert> alerts(List<MetricCard> cards) {
        var alerts = new ArrayList<Alert>();
        for (var card : cards) {
            var pace = card.pace();
            if (pace == null) {
                continue;
            }
            if (pace.standing() == Pace.Standing.REACHED) {
                alerts.add(
                        new Alert(
                                card.metric(),
                                Alert.Kind.GOAL_REACHED,
                                BigDecimal.ZERO,
                                card.amount().currency()));
            } else if (pace.standing() == Pace.Standing.BEHIND && card.metric().moreIsBetter()) {
                alerts.add(
                        new Alert(
                                card.metric(),
                                Alert.Kind.BEHIND_PACE,
                                pace.gap(),
                                card.amount().currency()));
            }
        }
        return alerts;
    }

    // ------------------------------------------------------------------ goals of one's own

    /// Sets oneself a goal for a month and those after it, or takes it back. Nobody else sees it,
    /// and it is in no log of changes.
    ///
    /// @param goal null: none
    /// @throws InvalidInput when it is no sensible goal
    @Requires(Permission.KPI_OWN)
    @Transactional
    public void aim(Metric metric, YearMonth from, @Nullable BigDecimal goal) {
        var agent = self().orElseThrow(() -> new AccessDeniedException("Only agents have goals"));
        check(goal);
        var currency =
                metric.isMoney()
                        ? page(agent, from, null).cards().stream()
                                .filter(card -> card.metric() == metric)
                                .findFirst()
                                .map(card -> card.amount().currency())
                                .orElse(null)
                        : null;
        if (goal != null && metric.isMoney() && currency == null) {
            throw InvalidInput.of(
                    "/goal",
                    new Sentence(
                            "performance.goal.noCurrency",
                            "Nobody has settled yet in which currency payments are measured here.",
                            List.of()));
        }
        goals.set(
                new Goal(Subject.own(agent.id()), metric, from, goal, currency),
                clock.instant(),
                access.viewer().actor());
    }

    static void check(@Nullable BigDecimal goal) {
        if (goal != null
                && (goal.signum() <= 0
                        || goal.compareTo(LARGEST_GOAL) > 0
                        || goal.stripTrailingZeros().scale() > 2)) {
            throw InvalidInput.of(
                    "/goal",
                    new Sentence(
                            "performance.goal.positive",
                            "A goal is a number above zero with up to two digits after the point.",
                            List.of()));
        }
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }
}
