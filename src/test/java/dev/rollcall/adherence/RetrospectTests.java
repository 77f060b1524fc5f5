package dev.rollcall.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The board of a moment that is over.
@ModuleTest
class RetrospectTests {

    @Autowired private Retrospect retrospect;
    @Autowired private LiveBoard live;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private Floor.Worker dana;

    @BeforeEach
    void danaWorks() {
        clock.setTo(today("05:00"));
        dana = floor.agent("dana").onShift("WORK 06:00-14:00");
        clock.setTo(today("08:00"));
        dana.at("06:00", "AVAILABLE");
        live.settle();
    }

    private static Instant today(String time) {
        return Floor.TODAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private static TimeSpan hours(String from, String to) {
        return TimeSpan.of(today(from), today(to));
    }

    private BoardRow seenAt(String moment) {
        return rowsAt(moment, Scope.everyone()).stream()
                .filter(row -> row.agent().id().equals(id()))
                .findFirst()
                .orElseThrow();
    }

    private List<BoardRow> rowsAt(String moment, Scope scope) {
        return access.asSystem("test", () -> retrospect.board(today(moment), scope));
    }

    private AgentId id() {
        return dana.agent().id();
    }

    private Judgement judged(String at, String moment) {
        var explained =
                access.asSystem(
                                "test",
                                () ->
                                        retrospect.explain(
                                                id(), today(at), today(moment), Scope.everyone()))
                        .orElseThrow();
        return Objects.requireNonNull(explained.finding()).judgement();
    }

    @Test
    void isTheBoardThatWasLiveThen() {
        floor.agent("cleo").onShift("WORK 06:00-14:00");
        live.settle();
        var then = access.asSystem("test", () -> live.rows(Scope.everyone()));

        clock.setTo(today("11:00"));
        dana.at("10:00", "UNAVAILABLE/BREAK");
        floor.agent("cleo").at("10:30", "AVAILABLE");

        for (var row : then) {
            var again =
                    rowsAt("08:00", Scope.everyone()).stream()
                            .filter(each -> each.agent().id().equals(row.agent().id()))
                            .findFirst()
                            .orElseThrow();
            assertThat(again.looksLike(row)).as(row.agent().name()).isTrue();
            assertThat(again.toldLater()).isEmpty();
        }
        assertThat(seenAt("11:00").state().orElseThrow().state()).isEqualTo(State.SEVERE);
    }

    @Test
    void showsWhatWasKnownAndMarksWhatWasToldLater() {
        clock.setTo(today("09:00"));
        dana.at("07:30", "UNAVAILABLE/BREAK").at("07:50", "AVAILABLE");

        var row = seenAt("08:00");

        assertThat(row.state().orElseThrow().state()).isEqualTo(State.IN);
        assertThat(row.figures().score().out()).isZero();
        assertThat(row.toldLater()).containsExactly(hours("07:30", "07:50"));
        assertThat(judged("07:40", "08:00")).isEqualTo(Judgement.IN);
        assertThat(judged("07:40", "09:00")).isIn(Judgement.OUT, Judgement.SEVERE);
        var now = seenAt("09:00");
        assertThat(now.toldLater()).isEmpty();
        assertThat(now.figures().score().out()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void showsThePlanThatHeldThen() {
        clock.setTo(today("09:00"));
        dana.onShift("WORK 06:00-07:00");

        var row = seenAt("08:00");

        assertThat(row.schedule().getLast().end()).isEqualTo(today("14:00"));
        assertThat(row.state().orElseThrow().state()).isEqualTo(State.IN);
        assertThat(row.toldLater()).containsExactly(hours("07:00", "08:00"));
        var day =
                access.asSystem(
                                "test",
                                () ->
                                        retrospect.day(
                                                id(),
                                                today("08:00"),
                                                today("07:40"),
                                                Scope.everyone()))
                        .orElseThrow();
        assertThat(day.day().planVersion()).isEqualTo(1);
        assertThat(day.day().asOf()).isEqualTo(today("08:00"));
        assertThat(day.day().toldLater()).containsExactly(hours("07:00", "08:00"));
        var plan = Objects.requireNonNull(Objects.requireNonNull(day.explained()).plan());
        assertThat(plan.version()).isEqualTo(1);
    }

    @Test
    void aDayNobodyHadPlannedYetWasNotScheduled() {
        clock.setTo(today("09:00"));
        var kim = floor.agent("kim").onShift("WORK 06:00-14:00").agent().id();

        var row =
                rowsAt("08:00", Scope.everyone()).stream()
                        .filter(each -> each.agent().id().equals(kim))
                        .findFirst()
                        .orElseThrow();

        assertThat(row.state().orElseThrow().state()).isEqualTo(State.NOT_SCHEDULED);
        assertThat(row.toldLater()).containsExactly(hours("06:00", "08:00"));
    }

    @Test
    void showsNobodyOutOfScopeAndNothingThatIsYetToCome() {
        floor.unit("elsewhere", "UTC");
        var other = floor.agent("other", "elsewhere").agent().unit();

        assertThat(rowsAt("07:00", Scope.ofUnits(Set.of(other))))
                .extracting(row -> row.agent().externalId())
                .containsExactly("other");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> rowsAt("08:01", Scope.everyone()));
        assertThat(
                        access.asSystem(
                                "test",
                                () ->
                                        retrospect.day(
                                                id(),
                                                today("07:00"),
                                                null,
                                                Scope.ofUnits(Set.of(other)))))
                .isEmpty();
    }

    @Test
    void showsWhatWasBroughtAlongOfTheTimeBeforeAnythingWasRecorded() {
        clock.setTo(today("09:00"));
        dana.at("07:30", "UNAVAILABLE/BREAK").at("07:50", "AVAILABLE");

        var row = seenAt("07:40");

        assertThat(access.asSystem("test", () -> retrospect.since())).contains(today("08:00"));
        assertThat(row.state().orElseThrow().state()).isEqualTo(State.OUT);
        assertThat(row.toldLater()).isEmpty();
        assertThat(judged("07:35", "07:40")).isEqualTo(Judgement.OUT);
    }

    @Test
    void isALookThatIsWrittenDown() {
        judged("07:40", "08:00");

        assertThat(
                        database.sql("select screen from audit_entry where kind = 'LOOK'")
                                .query(String.class)
                                .list())
                .containsExactly("minute of 2026-03-02 as known at 2026-03-02T08:00:00Z");
    }
}
