package dev.rollcall.demo;

import dev.rollcall.kpi.FactKind;
import dev.rollcall.kpi.FactResult.Outcome;
import dev.rollcall.kpi.KpiFact;
import dev.rollcall.kpi.KpiFact.Progress;
import dev.rollcall.kpi.KpiLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.performance.Goals;
import dev.rollcall.performance.Measures;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.Subject;
import dev.rollcall.performance.TeamMonths;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What the demo's people achieve, as a billing and a service system would report it: months of it
/// for who signs in, weeks for the others, and now and then something new while they work. The past
/// is told in small steps, the newest day first; told again it counts once.
@Component
@Profile("demo")
class DemoKpis {

    private static final String SOURCE = "/demo/billing";
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final int DAYS_OF_THE_SIGNED_IN = 420;
    private static final int DAYS_OF_OTHERS = 35;
    private static final int DAYS_A_STEP = 5;
    private static final List<String> SERVICES =
            List.of("Move of address", "New connection", "Meter exchange", "Tariff change");
    private static final List<String> COMPLAINTS =
            List.of("Bill too high", "Outage", "Late technician", "Wrong address");
    private static final List<String> CALLS =
            List.of("Billing", "Contract", "Technical", "Payment");

    private final KpiLog log;
    private final Goals goals;
    private final TeamMonths months;
    private final Directory directory;
    private final LivePresence presence;
    private final Access access;
    private final ApplicationClock clock;
    private final Random chance = new Random(7);
    private long counter;
    private boolean settled;
    private boolean counted;
    private @Nullable LocalDate next;

    DemoKpis(
            KpiLog log,
            Goals goals,
            TeamMonths months,
            Directory directory,
            LivePresence presence,
            Access access,
            ApplicationClock clock) {
        this.log = log;
        this.goals = goals;
        this.months = months;
        this.directory = directory;
        this.presence = presence;
        this.access = access;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 12_000, fixedDelay = 1_500, timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        access.asSystem(
                "demo",
                () -> {
                    if (!settled) {
                        settle();
                        settled = true;
                    }
                    tellOfThePast();
                    tellOfNow();
                });
    }

    // ------------------------------------------------------------------ goals

    /// Once: what a manager settles later stays.
    private void settle() {
        for (var code : List.of(Roster.NORTH, Roster.ALPINE, Roster.PACIFIC)) {
            var unit = directory.unit(code).orElseThrow();
            if (goals.measures(unit.id()).version() > 0) {
                return;
            }
            var currency = code.equals(Roster.PACIFIC) ? DOLLAR : EURO;
            goals.measure(unit.id(), new Measures(Month.APRIL, currency, true), 0);
            var sheet = goals.sheet(Subject.of(unit.id()), null);
            Map<Metric, Map<YearMonth, BigDecimal>> values = new EnumMap<>(Metric.class);
            values.put(Metric.PAYMENTS_COLLECTED, everyMonth(sheet.months(), 24_000));
            values.put(Metric.SERVICES_RAISED, everyMonth(sheet.months(), 130));
            values.put(Metric.TOTAL_CALLS, everyMonth(sheet.months(), 380));
            goals.save(sheet, values);
        }
    }

    private static Map<YearMonth, BigDecimal> everyMonth(List<YearMonth> months, int goal) {
        var values = new TreeMap<YearMonth, BigDecimal>();
        months.forEach(month -> values.put(month, BigDecimal.valueOf(goal)));
        return values;
    }

    // ------------------------------------------------------------------ the past

    private void tellOfThePast() {
        var today = LocalDate.ofInstant(clock.instant(), Roster.BERLIN);
        // Two days back everybody’s day is over, in whichever zone.
        var day = next == null ? today.minusDays(2) : next;
        for (int step = 0; step < DAYS_A_STEP; step++) {
            if (day.isBefore(today.minusDays(DAYS_OF_THE_SIGNED_IN))) {
                return;
            }
            boolean everybody = day.isAfter(today.minusDays(DAYS_OF_OTHERS));
            if (!everybody && !counted) {
                months.countDue();
                counted = true;
            }
            var facts = new ArrayList<KpiFact>();
            for (var person : Roster.PEOPLE) {
                if ((everybody || person.externalId().equals(Roster.DEMO_AGENT))
                        && person.works(day)) {
                    facts.addAll(day(person, day));
                }
            }
            for (int from = 0; from < facts.size(); from += 500) {
                var results =
                        log.take(
                                facts.subList(from, Math.min(facts.size(), from + 500)),
                                DemoPlans.DEMO,
                                Scope.everyone());
                if (results.stream().allMatch(it -> it.outcome() == Outcome.DUPLICATE)) {
                    // Told before the demo was started again; so is everything before it.
                    next = LocalDate.EPOCH;
                    months.countDue();
                    return;
                }
            }
            day = day.minusDays(1);
            next = day;
        }
    }

    /// The same whenever it is told.
    private static List<KpiFact> day(Person person, LocalDate day) {
        var dice = new Random(person.number() * 1_000_003L + day.toEpochDay());
        var facts = new ArrayList<KpiFact>();
        var begin = day.atTime(person.shiftStart()).atZone(person.zone()).toInstant();
        // A little better month by month, with a wave in it.
        double form =
                1
                        + Math.sin(day.toEpochDay() / 17.0 + person.number()) * 0.18
                        + day.getDayOfWeek().getValue() * 0.01;
        int calls = (int) Math.round((18 + dice.nextInt(8)) * form);
        for (int i = 0; i < calls; i++) {
            var at = begin.plusSeconds(i * (27_000L / calls) + dice.nextInt(300));
            facts.add(fact(person, day, "call-" + i, FactKind.CALL, at, dice));
            if (dice.nextInt(10) < 4) {
                facts.add(
                        fact(person, day, "pay-" + i, FactKind.PAYMENT, at.plusSeconds(120), dice));
            }
            if (dice.nextInt(10) < 3) {
                facts.add(
                        fact(
                                person,
                                day,
                                "service-" + i,
                                FactKind.SERVICE,
                                at.plusSeconds(90),
                                dice));
            }
            if (dice.nextInt(10) < 1) {
                facts.add(
                        fact(
                                person,
                                day,
                                "complaint-" + i,
                                FactKind.COMPLAINT,
                                at.plusSeconds(60),
                                dice));
            }
        }
        return facts;
    }

    private static KpiFact fact(
            Person person, LocalDate day, String what, FactKind kind, Instant at, Random dice) {
        return fact(person, person.zone(), day + "-" + what, kind, at, dice);
    }

    private static KpiFact fact(
            Person person, ZoneId zone, String id, FactKind kind, Instant at, Random dice) {
        var due = BigDecimal.valueOf(4_000 + dice.nextInt(22_000), 2);
        boolean pays = kind == FactKind.PAYMENT;
        boolean done = dice.nextInt(10) < 8;
        var name = person.externalId() + "-" + id;
        return new KpiFact(
                SOURCE,
                name,
                1,
                person.externalId(),
                at,
                kind,
                pays ? (done ? due : due.multiply(new BigDecimal("0.6"))) : null,
                pays ? due : null,
                pays ? (zone.equals(Roster.LOS_ANGELES) ? DOLLAR : EURO) : null,
                category(kind, dice),
                kind == FactKind.CALL ? Duration.ofSeconds(120 + dice.nextInt(420)) : null,
                switch (kind) {
                    case SERVICE -> done ? Progress.COMPLETED : Progress.OPEN;
                    case COMPLAINT -> done ? Progress.RESOLVED : Progress.OPEN;
                    default -> null;
                },
                done && (kind == FactKind.SERVICE || kind == FactKind.COMPLAINT)
                        ? at.plusSeconds(600 + dice.nextInt(3_000))
                        : null);
    }

    private static @Nullable String category(FactKind kind, Random dice) {
        var categories =
                switch (kind) {
                    case SERVICE -> SERVICES;
                    case COMPLAINT -> COMPLAINTS;
                    case CALL -> CALLS;
                    case PAYMENT, SALE -> List.<String>of();
                };
        return categories.isEmpty() ? null : categories.get(dice.nextInt(categories.size()));
    }

    // ------------------------------------------------------------------ now

    /// Who works has something to show for it now and then; resolved a while ago or not yet.
    private void tellOfNow() {
        var facts = new ArrayList<KpiFact>();
        var now = clock.instant();
        for (var person : Roster.PEOPLE) {
            var agent = directory.agent(person.externalId());
            if (agent.filter(this::isWorking).isPresent() && chance.nextInt(60) == 0) {
                var kind =
                        switch (chance.nextInt(6)) {
                            case 0, 1 -> FactKind.PAYMENT;
                            case 2 -> FactKind.SERVICE;
                            default -> FactKind.CALL;
                        };
                var fact =
                        fact(
                                person,
                                person.zone(),
                                "now-" + now.toEpochMilli() + "-" + counter++,
                                kind,
                                now,
                                chance);
                facts.add(
                        new KpiFact(
                                fact.source(),
                                fact.id(),
                                1,
                                fact.agent(),
                                fact.at(),
                                kind,
                                fact.amount(),
                                fact.due(),
                                fact.currency(),
                                fact.category(),
                                fact.duration(),
                                kind == FactKind.SERVICE ? Progress.OPEN : null,
                                null));
            }
        }
        if (!facts.isEmpty()) {
            log.take(facts, DemoPlans.DEMO, Scope.everyone());
        }
    }

    private boolean isWorking(Agent agent) {
        return presence.of(agent.id())
                .filter(now -> now.state().base() == PresenceState.Base.ACTIVE)
                .isPresent();
    }
}
