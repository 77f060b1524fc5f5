package dev.rollcall.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.kpi.FactResult.Outcome;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// Dana works in UTC, Noa in Auckland, half a day ahead. It is 2 March, 8 o'clock UTC.
@ModuleTest
class KpiLogTests {

    private static final Actor BILLING = new Actor(Actor.Kind.TOKEN, "billing", "Billing");
    private static final LocalDate DAY = Floor.TODAY;

    @Autowired private KpiLog log;
    @Autowired private KpiCounts counts;
    @Autowired private RejectedFacts rejected;
    @Autowired private FactTable table;
    @Autowired private OwnKpis own;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;

    private Agent dana;
    private Agent noa;
    private UserId danaSelf;

    @BeforeEach
    void twoPeople() {
        dana = floor.agent("dana").agent();
        floor.unit("south", "Pacific/Auckland");
        noa = floor.agent("noa", "south").agent();
        danaSelf = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
    }

    private List<FactResult> send(Scope scope, String... facts) {
        var read =
                List.of(facts).stream()
                        .map(json -> KpiFacts.parse(json.replace('\'', '"')))
                        .toList();
        return access.asSystem("test", () -> log.take(read, BILLING, scope));
    }

    private List<Outcome> sent(String... facts) {
        return send(Scope.everyone(), facts).stream().map(FactResult::outcome).toList();
    }

    private static String payment(String id, int version, String agent, String amount) {
        return "{'id': '%s', 'source': '/billing', 'version': %d, 'agent': '%s', 'at': '2026-03-02T07:00:00Z', 'kind': 'PAYMENT', 'amount': %s, 'currency': 'USD'}"
                .formatted(id, version, agent, amount);
    }

    private static String call(String id, String agent, String at) {
        return "{'id': '%s', 'source': '/pbx', 'agent': '%s', 'at': '%s', 'kind': 'CALL', 'durationSeconds': 60}"
                .formatted(id, agent, at);
    }

    private List<DayTally> danasDays() {
        return SignIns.as(danaSelf, () -> own.days(DAY.minusDays(30), DAY));
    }

    private SortedMap<Place, Tally> counted(Agent agent) {
        return table.counts(agent.id());
    }

    @Test
    void countsAFactOnceHoweverOftenItIsSent() {
        assertThat(sent(payment("p1", 1, "dana", "10.50"), payment("p2", 1, "dana", "4")))
                .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED);
        assertThat(sent(payment("p1", 1, "dana", "10.50"))).containsExactly(Outcome.DUPLICATE);

        assertThat(danasDays())
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.date()).isEqualTo(DAY);
                    assertThat(day.tally().facts()).isEqualTo(2);
                    assertThat(day.tally().amount()).isEqualByComparingTo("14.50");
                });
    }

    @Test
    void letsANewerVersionCorrectAnEarlierOneAndNeverTheOtherWayRound() {
        sent(payment("p1", 2, "dana", "10"));
        assertThat(sent(payment("p1", 1, "dana", "99"))).containsExactly(Outcome.DUPLICATE);
        assertThat(sent(payment("p1", 3, "dana", "7.25"))).containsExactly(Outcome.ACCEPTED);

        assertThat(danasDays())
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.tally().facts()).isEqualTo(1);
                    assertThat(day.tally().amount()).isEqualByComparingTo("7.25");
                });
    }

    @Test
    void movesAFactToWhomItBelongs() {
        sent(payment("p1", 1, "dana", "10"));
        sent(payment("p1", 2, "noa", "10"));

        assertThat(danasDays()).isEmpty();
        assertThat(counted(noa).values())
                .singleElement()
                .satisfies(tally -> assertThat(tally.facts()).isEqualTo(1));
    }

    @Test
    void takesTheNewestOfSeveralVersionsInOneRequest() {
        assertThat(
                        sent(
                                payment("p1", 1, "dana", "10"),
                                payment("p1", 3, "dana", "30"),
                                payment("p1", 2, "dana", "20")))
                .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.DUPLICATE);
        assertThat(danasDays().getFirst().tally().amount()).isEqualByComparingTo("30");
    }

    @Test
    void countsAFactOnTheDayItWasWhereThePersonIs() {
        sent(call("c1", "noa", "2026-03-01T12:30:00Z"));

        assertThat(counted(noa).firstKey().date()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void neverAddsCurrencies() {
        sent(payment("p1", 1, "dana", "10"), payment("p2", 1, "dana", "5").replace("USD", "EUR"));

        assertThat(danasDays())
                .extracting(day -> day.currency() + " " + day.tally().amount().toPlainString())
                .containsExactly("EUR 5", "USD 10");
    }

    @Test
    void rejectsWhatIsAboutNobodyOrLiesAheadAndKeepsItUntilItCanBeTaken() {
        var results =
                send(
                        Scope.everyone(),
                        payment("p1", 1, "newcomer", "10"),
                        call("c1", "dana", "2026-03-02T08:05:00Z"),
                        payment("p2", 1, "dana", "1"),
                        call("c2", "dana", "2026-03-02T07:00:00Z")
                                .replace("/pbx", "rollcall:work"));
        assertThat(results)
                .extracting(result -> result.problem() == null ? "" : result.problem().code())
                .containsExactly("unknown-agent", "clock-skew", "", "bad-event");

        floor.agent("newcomer");
        int accepted = access.asSystem("test", () -> rejected.replayAll());
        assertThat(accepted).isEqualTo(1);
        assertThat(access.asSystem("test", () -> rejected.open(0, 10)))
                .extracting(RejectedFacts.Entry::code)
                .containsExactly("clock-skew", "bad-event");
        access.asSystem(
                "test",
                () ->
                        rejected.discard(
                                rejected.open(0, 10).stream()
                                        .map(RejectedFacts.Entry::number)
                                        .toList(),
                                "a test"));
        assertThat(access.asSystem("test", () -> rejected.waiting(10))).isZero();
    }

    @Test
    void takesWhatWasRejectedAndIsSentAgainOutOfTheList() {
        sent(payment("p1", 1, "newcomer", "10"));
        floor.agent("newcomer");
        sent(payment("p1", 1, "newcomer", "10"));

        assertThat(access.asSystem("test", () -> rejected.waiting(10))).isZero();
    }

    @Test
    void knowsOnlyThePeopleTheSenderMaySpeakFor() {
        var south = Scope.ofUnits(Set.of(noa.unit()));
        assertThat(send(south, payment("p1", 1, "dana", "10")))
                .extracting(result -> result.problem() == null ? "" : result.problem().code())
                .containsExactly("unknown-agent");
        sent(payment("p1", 1, "dana", "10"));

        // Nor does a newer version take it away from somebody else's people.
        assertThat(send(south, payment("p1", 2, "noa", "10")).getFirst().outcome())
                .isEqualTo(Outcome.REJECTED);
        assertThat(danasDays()).hasSize(1);
    }

    @Test
    void addsUpWhatARecountFindsWhateverComesInWhateverOrder() throws Exception {
        var random = new Random(42);
        var facts = new ArrayList<String>();
        var kinds = List.of("PAYMENT", "SERVICE", "COMPLAINT", "CALL", "SALE");
        for (int i = 0; i < 600; i++) {
            var kind = kinds.get(random.nextInt(kinds.size()));
            var fact =
                    new StringBuilder(
                            "{'id': 'f%d', 'source': '/s%d', 'version': %d, 'agent': '%s', 'at': '2026-02-%02dT%02d:00:00Z', 'kind': '%s'"
                                    .formatted(
                                            random.nextInt(150),
                                            random.nextInt(2),
                                            random.nextInt(6),
                                            random.nextBoolean() ? "dana" : "noa",
                                            1 + random.nextInt(20),
                                            random.nextInt(24),
                                            kind));
            if (kind.equals("PAYMENT") || kind.equals("SALE")) {
                fact.append(
                        ", 'amount': %d.%02d, 'currency': '%s'"
                                .formatted(
                                        random.nextInt(-50, 500),
                                        random.nextInt(100),
                                        random.nextBoolean() ? "USD" : "EUR"));
                if (random.nextBoolean()) {
                    fact.append(", 'due': %d".formatted(random.nextInt(500)));
                }
            }
            if (random.nextBoolean()) {
                fact.append(", 'category': 'c%d'".formatted(random.nextInt(3)));
            }
            if (random.nextBoolean()) {
                fact.append(", 'durationSeconds': %d".formatted(random.nextInt(600)));
            }
            if (random.nextBoolean()) {
                fact.append(", 'status': 'COMPLETED'");
            }
            facts.add(fact.append('}').toString());
        }
        Collections.shuffle(facts, random);
        try (var senders = Executors.newFixedThreadPool(4)) {
            var parts = new ArrayList<Callable<Object>>();
            for (int from = 0; from < facts.size(); from += 30) {
                var part = facts.subList(from, from + 30).toArray(String[]::new);
                parts.add(() -> send(Scope.everyone(), part));
            }
            for (var done : senders.invokeAll(parts)) {
                done.get();
            }
        }

        for (var agent : List.of(dana, noa)) {
            assertThat(counted(agent)).isNotEmpty().isEqualTo(table.recount(agent.id()));
        }
        assertThat(access.asSystem("test", () -> counts.recount())).isZero();
    }

    @Test
    void mendsCountsThatAreNotWhatTheFactsAddUpTo() {
        sent(payment("p1", 1, "dana", "10"));
        table.replaceCounts(dana.id(), new java.util.TreeMap<>(Map.of()));

        assertThat(access.asSystem("test", () -> counts.recount())).isEqualTo(1);
        assertThat(danasDays()).hasSize(1);
    }

    @Test
    void showsEverybodyTheirOwnAndNothingElse() {
        sent(
                IntStream.range(0, 3)
                        .mapToObj(i -> payment("p" + i, 1, i == 0 ? "dana" : "noa", "10"))
                        .toArray(String[]::new));

        assertThat(danasDays().getFirst().tally().facts()).isEqualTo(1);
        var nobody = signIns.user(Assignment.everywhere(Role.SUPERVISOR)).id();
        assertThatThrownBy(() -> SignIns.as(nobody, () -> own.days(DAY, DAY)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(SignIns.as(danaSelf, () -> own.upTo(DAY, Instant.parse("2026-03-02T06:59:00Z"))))
                .isEmpty();
        assertThat(SignIns.as(danaSelf, () -> own.upTo(DAY, Instant.parse("2026-03-02T07:00:00Z"))))
                .hasSize(1);
    }
}
