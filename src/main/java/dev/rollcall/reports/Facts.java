package dev.rollcall.reports;

import dev.rollcall.adherence.JudgedDay;
import dev.rollcall.adherence.JudgedDays;
import dev.rollcall.database.Precedence;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.UnitId;
import dev.rollcall.reports.DayFacts.ActivityFacts;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// What reports add up of everybody's days: kept for days that are over, judged when asked for the
/// others. What is kept is dropped in the transaction that changes what it stands on, and made
/// again in the background.
@Component
class Facts {

    /// So long after its end a day is kept. What is told as it happens therefore never touches what
    /// is kept, and whoever writes it down need not look.
    static final Duration REST = Duration.ofHours(1);

    /// What begins within this time before now concerns nothing that is kept. As long as no
    /// transaction takes the half hour between the two.
    private static final Duration FRESH = Duration.ofMinutes(30);

    private static final int PEOPLE_A_STEP = 100;

    /// So many days of people are judged while somebody waits; where more are missing the report
    /// says so and goes without them until they were added up.
    static final int JUDGED_AT_ONCE = 3_000;

    private final FactsTable table;
    private final JudgedDays judged;
    private final Directory directory;
    private final Retries retries;
    private final ApplicationClock clock;
    private final Set<LocalDate> wanted = ConcurrentHashMap.newKeySet();
    private final Precedence precedence = new Precedence();

    Facts(
            FactsTable table,
            JudgedDays judged,
            Directory directory,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.judged = judged;
        this.directory = directory;
        this.retries = retries;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ reading

    /// How some people's days of a period can be answered.
    ///
    /// @param sums of people all of whose days are kept
    /// @param whole those people
    /// @param others the days of everybody else, and days that are not over for long enough
    /// @param waiting how many days are still to be added up and therefore not in it
    record Read(
            List<FactsTable.Sum> sums, List<AgentId> whole, List<DayFacts> others, int waiting) {}

    /// @param from the first day, included, in each person's own zone
    /// @param to the last day, included; days to come are left out
    Read read(List<Agent> people, LocalDate from, LocalDate to) {
        var found = new HashMap<AgentId, List<FactsTable.Sum>>();
        for (var sum : table.sums(ids(people), from, to)) {
            found.computeIfAbsent(sum.agent(), _ -> new ArrayList<>()).add(sum);
        }
        var sums = new ArrayList<FactsTable.Sum>();
        var whole = new ArrayList<AgentId>();
        var broken = new ArrayList<Agent>();
        for (var agent : people) {
            var own = found.getOrDefault(agent.id(), List.of());
            if (isWhole(agent, own, from, to)) {
                sums.addAll(own);
                whole.add(agent.id());
            } else {
                broken.add(agent);
            }
        }
        var others = new ArrayList<DayFacts>();
        int waiting = complete(broken, from, to, others, true);
        var recent = recent(people, whole, from, to);
        recent.forEach((date, agents) -> others.addAll(judge(agents, date, date)));
        return new Read(sums, whole, others, waiting);
    }

    private boolean isWhole(Agent agent, List<FactsTable.Sum> sums, LocalDate from, LocalDate to) {
        var last = earlier(to, lastOver(agent.zone()));
        long expected = last.isBefore(from) ? 0 : last.toEpochDay() - from.toEpochDay() + 1;
        long kept = sums.stream().mapToLong(FactsTable.Sum::count).sum();
        // Rules hold from one day to another: what both ends were judged by, all between was.
        return kept == expected
                && sums.stream()
                        .allMatch(sum ->
                                sum.basis().equals(basis(sum.unit(), sum.first()))
                                        && sum.basis().equals(basis(sum.unit(), sum.last())));
    }

    /// Dates that are not over for long enough, for those of whom everything else is kept.
    private Map<LocalDate, List<Agent>> recent(
            List<Agent> people, List<AgentId> whole, LocalDate from, LocalDate to) {
        var wholeOnes = new HashSet<>(whole);
        var dates = new TreeMap<LocalDate, List<Agent>>();
        for (var agent : people) {
            if (wholeOnes.contains(agent.id())) {
                var last = earlier(to, today(agent.zone()));
                var first = later(from, lastOver(agent.zone()).plusDays(1));
                for (var date = first; !date.isAfter(last); date = date.plusDays(1)) {
                    dates.computeIfAbsent(date, _ -> new ArrayList<>()).add(agent);
                }
            }
        }
        return dates;
    }

    /// Every day of some people, one by one: for lists of days and what recurs in them.
    ///
    /// @return empty days included; those still to be added up are left out
    List<DayFacts> days(List<Agent> people, LocalDate from, LocalDate to) {
        var days = new ArrayList<DayFacts>();
        complete(people, from, to, days, true);
        return days;
    }

    private int complete(
            List<Agent> people, LocalDate from, LocalDate to, List<DayFacts> found, boolean deep) {
        if (people.isEmpty()) {
            return 0;
        }
        var known = new HashMap<AgentId, Set<LocalDate>>();
        for (var day : table.days(ids(people), from, to, deep)) {
            if (day.basis().equals(basis(day.unit(), day.date()))) {
                found.add(day);
                known.computeIfAbsent(day.agent(), _ -> new HashSet<>()).add(day.date());
            }
        }
        var missing = new TreeMap<LocalDate, List<Agent>>();
        int count = 0;
        for (var agent : people) {
            var own = known.getOrDefault(agent.id(), Set.of());
            var last = earlier(to, today(agent.zone()));
            for (var date = from; !date.isAfter(last); date = date.plusDays(1)) {
                if (!own.contains(date)) {
                    missing.computeIfAbsent(date, _ -> new ArrayList<>()).add(agent);
                    count++;
                }
            }
        }
        var newest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(2);
        missing.keySet().stream().filter(date -> date.isBefore(newest)).forEach(wanted::add);
        if (count <= JUDGED_AT_ONCE) {
            gaps(missing).forEach(gap -> found.addAll(judge(gap.people(), gap.from(), gap.to())));
            return 0;
        }
        return count;
    }

    private record Gap(List<Agent> people, LocalDate from, LocalDate to) {}

    /// Neighbouring dates of the same people are judged in one go.
    private static List<Gap> gaps(TreeMap<LocalDate, List<Agent>> missing) {
        var gaps = new ArrayList<Gap>();
        missing.forEach((date, people) -> {
            if (!gaps.isEmpty()
                    && gaps.getLast().to().plusDays(1).equals(date)
                    && gaps.getLast().people().equals(people)) {
                gaps.set(gaps.size() - 1, new Gap(people, gaps.getLast().from(), date));
            } else {
                gaps.add(new Gap(people, date, date));
            }
        });
        return gaps;
    }

    private List<DayFacts> judge(Collection<Agent> people, LocalDate from, LocalDate to) {
        return judged.of(people, from, to).stream().map(this::facts).toList();
    }

    private DayFacts facts(JudgedDay day) {
        return DayFacts.of(day, basis(day.agent().unit(), day.date()));
    }

    /// Sums of people all of whose days are kept, by date.
    Map<LocalDate, Totals> byDate(Read read, LocalDate from, LocalDate to) {
        var dates = new TreeMap<>(table.byDate(read.whole(), from, to));
        read.others().forEach(day -> dates.merge(day.date(), day.totals(), Totals::plus));
        return dates;
    }

    /// What belongs to each planned activity.
    Map<String, ActivityFacts> byActivity(Read read, LocalDate from, LocalDate to) {
        var activities = table.byActivity(read.whole(), from, to);
        read.others()
                .forEach(day -> day.activities().forEach(each -> DayFacts.added(activities, each)));
        return activities;
    }

    // ------------------------------------------------------------------ keeping

    /// The dates somebody missed since the last time this was asked.
    List<LocalDate> takeWanted() {
        var taken = wanted.stream().sorted().toList().reversed();
        taken.forEach(wanted::remove);
        return taken;
    }

    /// How long those who add days up should rest now, as somebody else is changing them.
    Duration rest() {
        return precedence.rest();
    }

    /// Adds up everybody's day of a date, as far as it is over and not yet kept.
    ///
    /// @param between runs between two steps, with nothing locked
    /// @return how many days were added up
    int make(LocalDate date, Runnable between) {
        var known = table.bases(date);
        var missing =
                directory.everybody().stream()
                        .filter(agent -> isOver(date, agent))
                        .filter(agent -> !isKnown(agent, date, known))
                        .toList();
        int made = 0;
        for (int from = 0; from < missing.size(); from += PEOPLE_A_STEP) {
            var some = missing.subList(from, Math.min(missing.size(), from + PEOPLE_A_STEP));
            made += make(some, date);
            between.run();
        }
        return made;
    }

    private boolean isKnown(Agent agent, LocalDate date, Map<AgentId, FactsTable.Basis> known) {
        var kept = known.get(agent.id());
        return kept != null && kept.basis().equals(basis(kept.unit(), date));
    }

    private int make(List<Agent> people, LocalDate date) {
        return retries.inTransactionOfItsOwn(() -> {
            // First the lock, then the look: whoever changes one of these days waits here, or was
            // here before.
            table.lock(ids(people));
            var rested = clock.instant().minus(REST);
            var days =
                    judged.of(people, date, date).stream()
                            .filter(day -> !day.period().end().isAfter(rested))
                            .map(this::facts)
                            .toList();
            table.keep(days);
            return days.size();
        });
    }

    // ------------------------------------------------------------------ dropping

    /// Whether something that begins at an instant can touch what is kept.
    boolean mayTouch(Instant from) {
        return from.isBefore(clock.instant().minus(FRESH));
    }

    /// Drops days of some people; takes part in the transaction that changes what they stand on.
    void drop(Collection<AgentId> people, LocalDate from, LocalDate to) {
        var last = earlier(to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var first = later(from, LocalDate.of(1970, 1, 1));
        if (people.isEmpty() || last.isBefore(first)) {
            return;
        }
        precedence.take();
        table.lock(people);
        table.drop(people, first, last);
        var newest = later(first, last.minusDays(AdherenceReports.MOST_DAYS));
        newest.datesUntil(last.plusDays(1)).forEach(wanted::add);
    }

    /// Whoever has moved to another unit keeps the days behind them as they were judged.
    private String basis(UnitId unit, LocalDate date) {
        return DayFacts.basis(judged.rulesOn(unit, date));
    }

    /// Whether a date is over for long enough where somebody is.
    boolean isOver(LocalDate date, Agent agent) {
        return !date.isAfter(lastOver(agent.zone()));
    }

    /// The last date that may be kept in a zone.
    private LocalDate lastOver(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant().minus(REST), zone).minusDays(1);
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static List<AgentId> ids(Collection<Agent> people) {
        return List.copyOf(new LinkedHashSet<>(people.stream().map(Agent::id).toList()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
