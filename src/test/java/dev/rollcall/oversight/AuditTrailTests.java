package dev.rollcall.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditEntry;
import dev.rollcall.audit.AuditFilter;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class AuditTrailTests {

    private static final Actor KIM = new Actor(Actor.Kind.USER, "901", "Kim Meyer");
    private static final Actor FEED = new Actor(Actor.Kind.TOKEN, "rc_hr", "HR feed");
    private static final long START = Long.MAX_VALUE;

    @Autowired private AuditTrail trail;
    @Autowired private AuditLog log;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private ApplicationClock clock;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient database;

    private UserId admin = new UserId(0);

    @BeforeEach
    void anAdmin() {
        admin = signIns.user(Assignment.everywhere(Role.ADMIN)).id();
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void readsTheNewestFirstAndPageByPage() {
        changed(KIM, "unit", "one");
        changed(KIM, "unit", "two");
        changed(KIM, "unit", "three");
        var ofKim = by(KIM);

        var first = asAdmin(() -> trail.page(ofKim, START, 2));
        var second = asAdmin(() -> trail.page(ofKim, first.getLast().number(), 2));

        assertThat(first).extracting(AuditEntry::which).containsExactly("three", "two");
        assertThat(second).extracting(AuditEntry::which).containsExactly("one");
    }

    @Test
    void narrowsByPersonKindAndSubject() {
        changed(KIM, "agent", "dana");
        changed(FEED, "agent", "dana");
        changed(FEED, "unit", "dana");
        log.looked(KIM, "dana", "timeline 2026-03-02");

        assertThat(all(by(FEED))).hasSize(2);
        assertThat(all(new AuditFilter(null, null, null, "agent", "dana", null, null))).hasSize(3);
        assertThat(all(new AuditFilter(AuditEntry.Kind.LOOK, null, null, null, "dana", null, null)))
                .extracting(AuditEntry::screen)
                .containsExactly("timeline 2026-03-02");
    }

    @Test
    void narrowsToAPeriodThatExcludesItsEnd() {
        changed(KIM, "unit", "early");
        clock.advance(Duration.ofHours(1));
        changed(KIM, "unit", "in");
        clock.advance(Duration.ofHours(1));
        changed(KIM, "unit", "late");
        var from = FreshStart.NOW.plus(Duration.ofHours(2));

        assertThat(all(period(from, from.plus(Duration.ofHours(1)))))
                .extracting(AuditEntry::which)
                .containsExactly("in");
        assertThat(all(period(from.plus(Duration.ofDays(9)), null))).isEmpty();
    }

    @Test
    void namesEverybodyOnceByTheirLatestName() {
        changed(KIM, "unit", "one");
        changed(new Actor(Actor.Kind.USER, "901", "Kim Sommer"), "unit", "two");

        assertThat(asAdmin(() -> trail.actors()))
                .filteredOn(actor -> actor.id().equals("901"))
                .extracting(Actor::name)
                .containsExactly("Kim Sommer");
        assertThat(asAdmin(() -> trail.kindsOfThings())).contains("unit", "user");
    }

    @Test
    void writesDownWhoReadWhatWasChangedAboutAnAgent() {
        changed(KIM, "agent", "dana");
        changed(KIM, "unit", "north");
        var entries = all(by(KIM));

        entries.forEach(entry -> asAdmin(() -> trail.read(entry.number())));

        assertThat(all(new AuditFilter(AuditEntry.Kind.LOOK, null, null, null, null, null, null)))
                .extracting(AuditEntry::which)
                .containsExactly("dana");
    }

    @Test
    void exportsEverythingOfAFilterAndWritesThatDown() {
        for (int i = 0; i < 1_203; i++) {
            changed(KIM, "unit", "u" + i);
        }
        var taken = new ArrayList<String>();

        asAdmin(() -> {
            trail.export(by(KIM), "who USER-901", entry -> taken.add(entry.which()));
            return true;
        });

        assertThat(taken).hasSize(1_203).doesNotHaveDuplicates().startsWith("u1202");
        assertThat(all(new AuditFilter(null, null, null, "audit log", null, null, null)))
                .extracting(AuditEntry::after)
                .containsExactly("who USER-901");
    }

    @Test
    void isForThoseAloneWhoMayReadItForTheWholeOrganisation() {
        var north = floor.unit("north", "UTC");
        var partly = signIns.user(Assignment.inUnit(Role.ADMIN, north.id())).id();

        assertThatThrownBy(() -> SignIns.as(partly, () -> trail.page(AuditFilter.ALL, START, 1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> SignIns.as(partly, () -> trail.read(1)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void findsEveryPageByAnIndex() {
        for (var where :
                List.of(
                        "id < 900",
                        "actor_kind = 'USER' and actor_id = '901' and id < 900",
                        "what = 'agent' and id < 900",
                        "which = 'dana' and id < 900")) {
            assertThat(
                            database.sql(
                                            "explain select * from audit_entry where "
                                                    + where
                                                    + " order by id desc limit 100")
                                    .query((row, _) -> row.getString("key"))
                                    .list())
                    .as(where)
                    .doesNotContainNull();
        }
    }

    private static AuditFilter by(Actor actor) {
        return new AuditFilter(null, actor.kind(), actor.id(), null, null, null, null);
    }

    private static AuditFilter period(@Nullable Instant from, @Nullable Instant before) {
        return new AuditFilter(null, null, null, null, null, from, before);
    }

    private List<AuditEntry> all(AuditFilter filter) {
        return asAdmin(() -> trail.page(filter, START, 500));
    }

    private void changed(Actor by, String what, String which) {
        transaction.executeWithoutResult(_ -> log.changed(by, what, which, null, "{}"));
    }

    private <T extends @Nullable Object> T asAdmin(Supplier<T> work) {
        return SignIns.as(admin, work);
    }
}
