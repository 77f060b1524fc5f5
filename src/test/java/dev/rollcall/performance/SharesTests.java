package dev.rollcall.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.kpi.FactKind;
import dev.rollcall.kpi.KpiFact;
import dev.rollcall.kpi.KpiLog;
import dev.rollcall.kpi.KpiSums;
import dev.rollcall.mydata.Look;
import dev.rollcall.mydata.OwnData;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// Dana shares February with her manager. It is Monday, 2 March 2026.
@ModuleTest
class SharesTests {

    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final LocalDate UNTIL = LocalDate.of(2026, 4, 1);

    @Autowired private OwnShares own;
    @Autowired private SharedPerformance shared;
    @Autowired private OwnData data;
    @Autowired private KpiSums sums;
    @Autowired private KpiLog log;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;

    private Agent dana;
    private User self;
    private User manager;
    private User other;

    @BeforeEach
    void people() {
        dana = floor.agent("dana").agent();
        self = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT));
        manager = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, dana.unit()));
        other = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, dana.unit()));
        var facts = new ArrayList<KpiFact>();
        for (int i = 0; i < 3; i++) {
            facts.add(
                    new KpiFact(
                            "/test",
                            "f" + i,
                            1,
                            "dana",
                            Instant.parse("2026-02-1" + i + "T09:00:00Z"),
                            i == 2 ? FactKind.SERVICE : FactKind.CALL,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null));
        }
        access.asSystem("test", () -> log.take(facts, Actor.system("test"), Scope.everyone()));
    }

    private ShareDraft draft(Set<Metric> metrics, boolean days, LocalDate until, User... readers) {
        return new ShareDraft(
                FEBRUARY,
                metrics,
                days,
                List.of(readers).stream().map(User::id).collect(Collectors.toSet()),
                until);
    }

    private ShareId share(boolean days) {
        return SignIns.as(
                self.id(),
                () -> own.share(draft(Set.of(Metric.TOTAL_CALLS), days, UNTIL, manager)));
    }

    private SharedMonth look(User who, ShareId id) {
        return SignIns.as(who.id(), () -> shared.look(id));
    }

    private List<Share> withMe(User who) {
        return SignIns.as(who.id(), shared::withMe);
    }

    @Test
    void showsWhatWasChosenToWhoWasChosenAndNothingElse() {
        assertThat(withMe(manager)).isEmpty();
        var id = share(false);

        assertThat(withMe(manager)).extracting(Share::id).containsExactly(id);
        var month = look(manager, id);
        assertThat(month.figures()).hasSize(1);
        assertThat(month.figures().getFirst().metric()).isEqualTo(Metric.TOTAL_CALLS);
        assertThat(month.figures().getFirst().amount().value()).isEqualByComparingTo("2");
        assertThat(month.figures().getFirst().days()).isEmpty();
        assertThat(look(manager, share(true)).figures().getFirst().days())
                .extracting(SharedMonth.Day::date)
                .containsExactly(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 11));

        assertThat(withMe(other)).isEmpty();
        assertThatThrownBy(() -> look(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> look(self, id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        SignIns.as(
                                manager.id(), () -> sums.days(dana.id(), FEBRUARY.atDay(1), UNTIL)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void endsAtOnceWhenItIsTakenBackAndByItselfInTheEnd() {
        var taken = share(false);
        var left = share(false);
        SignIns.as(
                self.id(),
                () -> {
                    own.takeBack(taken);
                    return true;
                });
        assertThatThrownBy(() -> look(manager, taken)).isInstanceOf(NotFound.class);
        assertThat(SignIns.as(self.id(), own::running)).extracting(Share::id).containsExactly(left);

        clock.advance(Duration.ofDays(30));
        look(manager, left);
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> look(manager, left)).isInstanceOf(NotFound.class);
        assertThat(withMe(manager)).isEmpty();
        assertThat(SignIns.as(self.id(), own::running)).isEmpty();
    }

    @Test
    void writesEachLookDownForThePerson() {
        var id = share(false);
        withMe(manager);
        look(manager, id);

        var looks = SignIns.as(self.id(), () -> data.looks(Long.MAX_VALUE, 10));

        assertThat(looks).extracting(Look::screen).containsExactly("shared performance 2026-02");
        assertThat(looks.getFirst().by().name()).isEqualTo(manager.name());
    }

    @Test
    void takesNobodyWhoDoesNotLookAfterThemAndNoEmptyChoice() {
        floor.unit("elsewhere", "UTC");
        var stranger =
                signIns.user(
                        Assignment.inUnit(
                                Role.UNIT_MANAGER, floor.agent("kim", "elsewhere").agent().unit()));
        assertThat(SignIns.as(self.id(), own::readers))
                .extracting(ShareReader::user)
                .contains(manager.id(), other.id())
                .doesNotContain(stranger.id(), self.id());

        assertThatThrownBy(() ->
                        SignIns.as(
                                self.id(),
                                () ->
                                        own.share(
                                                draft(
                                                        Set.of(),
                                                        false,
                                                        UNTIL.plusYears(1),
                                                        stranger))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly("/metrics", "/readers", "/until"));
        assertThatThrownBy(() ->
                        SignIns.as(
                                self.id(),
                                () -> {
                                    own.takeBack(new ShareId(4711));
                                    return true;
                                }))
                .isInstanceOf(NotFound.class);
    }
}
