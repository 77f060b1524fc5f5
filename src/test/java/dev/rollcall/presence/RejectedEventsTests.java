package dev.rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.RejectedEvents.Filter;
import dev.rollcall.presence.RejectedEvents.Line;
import dev.rollcall.presence.RejectedEvents.State;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ModuleTest
class RejectedEventsTests {

    private static final Filter ANY = new Filter(null, null, null);
    private static final long START = Long.MAX_VALUE;

    @Autowired private RejectedEvents inbox;
    @Autowired private PresenceLog log;
    @Autowired private LivePresence live;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Access access;
    @Autowired private JdbcClient database;

    private UserId admin = new UserId(0);

    @BeforeEach
    void anAdmin() {
        admin = signIns.user(Assignment.everywhere(Role.ADMIN)).id();
    }

    @Test
    void listsTheNewestFirstAndPageByPage() {
        reject("/pbx", "one");
        reject("/pbx", "two");
        reject("/chat", "three");

        var first = asAdmin(() -> inbox.page(ANY, START, 2));
        var second = asAdmin(() -> inbox.page(ANY, first.getLast().number(), 2));

        assertThat(first).extracting(Line::subject).containsExactly("three", "two");
        assertThat(second).extracting(Line::subject).containsExactly("one");
        assertThat(asAdmin(() -> inbox.sources())).containsExactly("/chat", "/pbx");
        assertThat(asAdmin(() -> inbox.count(ANY, 2))).isEqualTo(2);
    }

    @Test
    void narrowsTheListToASourceAReasonAndAState() {
        reject("/pbx", "one");
        reject("/chat", "two");
        var one = asAdmin(() -> inbox.page(ANY, START, 10)).getLast().number();
        asAdmin(() -> inbox.discard(List.of(one), "A test call"));

        assertThat(subjects(new Filter(State.OPEN, null, null))).containsExactly("two");
        assertThat(subjects(new Filter(State.DISCARDED, null, null))).containsExactly("one");
        assertThat(subjects(new Filter(null, "/pbx", null))).containsExactly("one");
        assertThat(subjects(new Filter(null, null, "clock-skew"))).isEmpty();
        assertThat(subjects(new Filter(State.OPEN, "/chat", "unknown-agent")))
                .containsExactly("two");
    }

    @Test
    void saysWhatBecameOfEachOfMany() {
        reject("/pbx", "dana");
        reject("/pbx", "kim");
        var dana = floor.agent("dana").agent();
        var numbers = asAdmin(() -> inbox.waiting(ANY, 0, 10));

        var results = asAdmin(() -> inbox.replay(numbers));

        assertThat(results.values())
                .extracting(EventResult::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.REJECTED);
        assertThat(live.of(dana.id())).isPresent();
        assertThat(subjects(new Filter(State.OPEN, null, null))).containsExactly("kim");
    }

    @Test
    void countsAnEventOnceHoweverOftenItIsReplayed() {
        reject("/pbx", "dana");
        floor.agent("dana");
        var number = asAdmin(() -> inbox.waiting(ANY, 0, 10)).getFirst();
        asAdmin(() -> inbox.replay(number));

        assertThat(asAdmin(() -> inbox.replay(number)))
                .extracting(EventResult::outcome)
                .isEqualTo(Outcome.DUPLICATE);
        assertThat(count("select count(*) from presence_event")).isEqualTo(1);
        assertThat(notes()).containsExactly("waiting > accepted");
    }

    @Test
    void writesDownWhoReplayedAndWhoDiscarded() {
        reject("/pbx", "dana");
        var number = asAdmin(() -> inbox.waiting(ANY, 0, 10)).getFirst();
        asAdmin(() -> inbox.replay(number));
        asAdmin(() -> inbox.discard(List.of(number), " Nobody of ours "));

        assertThat(notes())
                .containsExactly(
                        "waiting > replayed, still rejected: unknown-agent",
                        "waiting > discarded: Nobody of ours");
        var entry = asAdmin(() -> inbox.read(number)).orElseThrow();
        assertThat(entry.state()).isEqualTo(State.DISCARDED);
        assertThat(entry.discardReason()).isEqualTo("Nobody of ours");
        assertThat(entry.resolvedBy()).startsWith("User ");
    }

    @Test
    void bringsBackWhatWasDiscardedByMistake() {
        reject("/pbx", "dana");
        var number = asAdmin(() -> inbox.waiting(ANY, 0, 10)).getFirst();
        asAdmin(() -> inbox.discard(List.of(number), "By mistake"));
        floor.agent("dana");

        asAdmin(() -> inbox.replay(number));

        var entry = asAdmin(() -> inbox.read(number)).orElseThrow();
        assertThat(entry.state()).isEqualTo(State.ACCEPTED);
        assertThat(entry.discardReason()).isNull();
    }

    @Test
    void discardsNothingWithoutAReason() {
        reject("/pbx", "dana");
        var numbers = asAdmin(() -> inbox.waiting(ANY, 0, 10));

        assertThatThrownBy(() -> asAdmin(() -> inbox.discard(numbers, "  ")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> asAdmin(() -> inbox.discard(numbers, "x".repeat(501))))
                .isInstanceOf(InvalidInput.class);
        assertThat(asAdmin(() -> inbox.waiting(ANY, 0, 10))).hasSize(1);
    }

    @Test
    void keepsFreeTextFromThoseWhoMayNotSeePresence() {
        reject("/pbx", "dana", "At the doctor");
        var number = asAdmin(() -> inbox.waiting(ANY, 0, 10)).getFirst();

        assertThat(asAdmin(() -> inbox.read(number)).orElseThrow().payload())
                .contains("dana")
                .doesNotContain("doctor");
        assertThat(asAdmin(() -> inbox.open(0, 10)).getFirst().payload()).doesNotContain("doctor");
        assertThat(access.asSystem("test", () -> inbox.read(number)).orElseThrow().payload())
                .contains("doctor");
    }

    @Test
    void writesDownALookAtWhatSomebodyDid() {
        reject("/pbx", "dana");
        floor.agent("dana");
        var number = asAdmin(() -> inbox.waiting(ANY, 0, 10)).getFirst();

        asAdmin(() -> inbox.read(number));

        assertThat(
                        database.sql(
                                        "select concat(which, ', ', screen) from audit_entry where kind = 'LOOK'")
                                .query(String.class)
                                .list())
                .containsExactly("dana, rejected event " + number);
    }

    @Test
    void isForThoseAloneWhoLookAfterTheWholeOrganisation() {
        var north = floor.unit("north", "UTC");
        var partly = signIns.user(Assignment.inUnit(Role.ADMIN, north.id())).id();

        assertThatThrownBy(() -> SignIns.as(partly, () -> inbox.page(ANY, START, 10)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> SignIns.as(partly, () -> inbox.read(1)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void findsAPageByAnIndex() {
        var plan =
                database.sql(
                                """
                                explain select id from rejected_event where state = 'OPEN'
                                and source = '/pbx' and id < 1000 order by id desc limit 100
                                """)
                        .query((row, _) -> row.getString("key"))
                        .single();
        assertThat(plan).isNotNull();
    }

    private void reject(String source, String subject) {
        reject(source, subject, null);
    }

    private void reject(String source, String subject, @Nullable String note) {
        var event =
                new StatusChanged(
                        source,
                        "e-" + subject,
                        subject,
                        FreshStart.NOW.minusSeconds(60),
                        null,
                        PresenceState.parse("UNAVAILABLE/OTHER"),
                        note);
        access.asSystem(
                "test",
                () ->
                        log.append(
                                List.of(event),
                                new Actor(Actor.Kind.TOKEN, "rc_test", "Telephony"),
                                Scope.everyone()));
    }

    private List<@Nullable String> subjects(Filter filter) {
        return asAdmin(() -> inbox.page(filter, START, 10)).stream()
                .<@Nullable String>map(Line::subject)
                .toList();
    }

    private List<String> notes() {
        return database.sql(
                        """
                        select concat(before_state, ' > ', after_state) from audit_entry
                        where what = 'rejected event' order by id
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private <T extends @Nullable Object> T asAdmin(Supplier<T> work) {
        return SignIns.as(admin, work);
    }
}
