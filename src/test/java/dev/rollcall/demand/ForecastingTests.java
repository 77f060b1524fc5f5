package dev.rollcall.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.demand.Volumes.Kind;
import dev.rollcall.demand.Volumes.Origin;
import dev.rollcall.people.Group;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.ModuleTest;
import dev.rollcall.work.ChatTeam;
import dev.rollcall.work.WorkHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A week of demand, with what came of work items and of imported volumes, and taking the forecast.
/// It is Monday, 2 March 2026, 8 o'clock.
@ModuleTest
class ForecastingTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired private Forecasting forecasting;
    @Autowired private Volumes volumes;
    @Autowired private WorkHistory work;
    @Autowired private ChatTeam team;
    @Autowired private SignIns signIns;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationClock clock;

    private Group chats;
    private UserId planner;

    @BeforeEach
    void aGroupHandlesChats() {
        chats = team.byHand("chats");
        planner = signIns.user(Assignment.inUnit(Role.SUPERVISOR, chats.unit())).id();
    }

    private <T> T plan(Supplier<T> deed) {
        return SignIns.as(planner, deed);
    }

    private void came(int weeksAgo, double contacts) {
        var start = NINE.minus(WEEK.multipliedBy(weeksAgo));
        plan(() ->
                volumes.replace(
                        chats.id(),
                        Kind.ARRIVED,
                        TimeSpan.of(start, start.plus(HalfHours.LENGTH)),
                        List.of(new Volume(start, contacts, Duration.ofMinutes(10))),
                        null));
    }

    private DemandWeek.HalfHour nine(LocalDate day) {
        return plan(() -> forecasting.week(chats.id(), day)).halfHours().stream()
                .filter(halfHour ->
                        halfHour.start()
                                .equals(
                                        NINE.plus(
                                                Duration.ofDays(
                                                        day.toEpochDay() - MONDAY.toEpochDay()))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksForNoHeadsUntilSomebodyTakesTheForecast() {
        came(1, 30);
        came(2, 30);
        assertThat(nine(MONDAY).forecast()).isNotNull();
        assertThat(nine(MONDAY).required()).isNull();

        int taken = plan(() -> forecasting.take(chats.id(), MONDAY, null));

        assertThat(taken).isEqualTo(336);
        assertThat(nine(MONDAY).expected())
                .isEqualTo(
                        new Volumes.Line(
                                new Volume(NINE, 30, Duration.ofMinutes(10)), Origin.FORECAST));
        assertThat(nine(MONDAY).required()).isNotNull();
    }

    @Test
    void leavesWhatSomebodyGave() {
        came(1, 30);
        came(2, 30);
        var given = new Volume(NINE, 55, Duration.ofMinutes(8));
        plan(() ->
                volumes.replace(
                        chats.id(),
                        Kind.EXPECTED,
                        TimeSpan.of(NINE, NINE.plus(HalfHours.LENGTH)),
                        List.of(given),
                        null));

        assertThat(plan(() -> forecasting.take(chats.id(), MONDAY, null))).isEqualTo(335);
        assertThat(nine(MONDAY).expected()).isEqualTo(new Volumes.Line(given, Origin.GIVEN));
    }

    @Test
    void saysSoWhenThereIsTooLittleHistory() {
        came(1, 30);

        assertThatThrownBy(() -> plan(() -> forecasting.take(chats.id(), MONDAY, null)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("too little history");
    }

    @Test
    void takesNoForecastOfAWeekThatIsOver() {
        came(1, 30);
        came(2, 30);

        assertThatThrownBy(
                        () -> plan(() -> forecasting.take(chats.id(), MONDAY.minusWeeks(1), null)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is over");
    }

    @Test
    void countsWorkItemsByGroupAndHalfHour() {
        team.arrives(chats, "one", "Question");
        clock.advance(Duration.ofMinutes(20));
        team.arrives(chats, "two", "Question");
        clock.advance(Duration.ofMinutes(15));
        team.arrives(chats, "three", "Question");

        var eight = Instant.parse("2026-03-02T08:00:00Z");
        assertThat(plan(() -> work.arrivals(chats.id(), TimeSpan.of(eight, NINE))))
                .containsExactly(
                        new WorkHistory.HalfHour(eight, 2, null),
                        new WorkHistory.HalfHour(eight.plus(HalfHours.LENGTH), 1, null));
    }

    @Test
    void believesTheOtherSystemOnDaysItCounts() {
        team.arrives(chats, "one", "Question");
        clock.advance(Duration.ofHours(2));
        var eight = Instant.parse("2026-03-02T08:00:00Z");
        assertThat(halfHour(eight).came()).isNotNull();

        came(0, 12);

        assertThat(halfHour(eight).came()).isNull();
        assertThat(halfHour(NINE).came()).isEqualTo(new Volume(NINE, 12, Duration.ofMinutes(10)));
    }

    private DemandWeek.HalfHour halfHour(Instant start) {
        return plan(() -> forecasting.week(chats.id(), MONDAY)).halfHours().stream()
                .filter(each -> each.start().equals(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsWhatCameByAnIndex() {
        var plan =
                jdbc.sql(
                                """
                                explain select id from work_item
                                where group_id = 1 and arrived_at >= '2026-01-01' and arrived_at < '2026-03-01'
                                """)
                        .query((row, _) -> row.getString("possible_keys"))
                        .single();

        assertThat(plan).contains("work_item_arrived");
    }
}
