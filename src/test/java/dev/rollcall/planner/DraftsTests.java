package dev.rollcall.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.people.Agent;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two planners of the unit care draft and publish. It is Monday, 2 March 2026.
@ModuleTest
class DraftsTests {

    private static final LocalDate TUESDAY = Floor.TODAY.plusDays(1);

    @Autowired private Drafts drafts;
    @Autowired private Publishing publishing;
    @Autowired private Schedules schedules;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private JdbcClient jdbc;

    private Agent dana;
    private UserId kim;
    private UserId lee;

    @BeforeEach
    void danaIsPlannedByKimAndLee() {
        dana = floor.agent("dana").agent();
        kim = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit())).id();
        lee = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit())).id();
    }

    private static List<PlannedActivity> entries(LocalDate date, String... entries) {
        return Arrays.stream(entries)
                .map(entry -> entry.split("[ -]"))
                .map(parts ->
                        new PlannedActivity(
                                parts[0],
                                TimeSpan.of(
                                        date.atTime(LocalTime.parse(parts[1]))
                                                .toInstant(ZoneOffset.UTC),
                                        date.atTime(LocalTime.parse(parts[2]))
                                                .toInstant(ZoneOffset.UTC))))
                .toList();
    }

    private DayKey key() {
        return new DayKey(dana.id(), TUESDAY);
    }

    private RosterDay seenBy(UserId planner) {
        return SignIns.as(planner, () -> drafts.roster(dana.unit(), TUESDAY, TUESDAY)).day(key());
    }

    private RosterDay draft(UserId planner, Seen seen, String... entries) {
        return SignIns.as(
                        planner,
                        () ->
                                drafts.apply(
                                        List.of(
                                                new DayEdit(
                                                        key(), entries(TUESDAY, entries), seen))))
                .getFirst();
    }

    private Publication preview(UserId planner) {
        return SignIns.as(planner, () -> publishing.preview(dana.unit(), TUESDAY, TUESDAY));
    }

    private List<PlannedActivity> published() {
        return schedules.plan(dana.id(), TUESDAY).map(plan -> plan.activities()).orElse(List.of());
    }

    @Test
    void keepsADraftToThePlannersUntilItIsPublished() {
        draft(kim, Seen.NOTHING, "WORK 08:00-16:00");

        assertThat(published()).isEmpty();
        assertThat(seenBy(lee).entries()).isEqualTo(entries(TUESDAY, "WORK 08:00-16:00"));
        assertThat(seenBy(lee).isDraft()).isTrue();

        var after = SignIns.as(lee, () -> publishing.publish(preview(lee)));

        assertThat(published()).isEqualTo(entries(TUESDAY, "WORK 08:00-16:00"));
        assertThat(after).containsExactly(seenBy(kim));
        assertThat(seenBy(kim).isDraft()).isFalse();
    }

    @Test
    void refusesWhoeverPlansADaySomebodyElsePlannedMeanwhile() {
        draft(kim, Seen.NOTHING, "WORK 08:00-16:00");

        assertThatThrownBy(() -> draft(lee, Seen.NOTHING, "WORK 10:00-18:00"))
                .isInstanceOfSatisfying(
                        DraftConflict.class,
                        conflict ->
                                assertThat(conflict.days())
                                        .extracting(RosterDay::entries)
                                        .containsExactly(entries(TUESDAY, "WORK 08:00-16:00")));
        assertThat(seenBy(lee).entries()).isEqualTo(entries(TUESDAY, "WORK 08:00-16:00"));
    }

    @Test
    void changesAllDaysOrNone() {
        draft(kim, Seen.NOTHING, "WORK 08:00-16:00");
        var wednesday = new DayKey(dana.id(), TUESDAY.plusDays(1));

        assertThatThrownBy(() ->
                        SignIns.as(
                                lee,
                                () ->
                                        drafts.apply(
                                                List.of(
                                                        new DayEdit(
                                                                wednesday,
                                                                entries(
                                                                        TUESDAY.plusDays(1),
                                                                        "WORK 08:00-16:00"),
                                                                Seen.NOTHING),
                                                        new DayEdit(
                                                                key(), List.of(), Seen.NOTHING)))))
                .isInstanceOf(DraftConflict.class);
        assertThat(SignIns.as(lee, () -> drafts.days(List.of(wednesday))).getFirst().isDraft())
                .isFalse();
    }

    @Test
    void knowsThatADraftWhichSaysWhatIsPublishedIsNone() {
        floor.of(dana).onShift(TUESDAY, "WORK 08:00-16:00");
        var changed = draft(kim, seenBy(kim).seen(), "WORK 09:00-16:00");
        assertThat(changed.isDraft()).isTrue();

        var back = draft(kim, changed.seen(), "WORK 08:00-16:00");

        assertThat(back.isDraft()).isFalse();
        assertThat(preview(kim).days()).isEmpty();
        assertThat(seenBy(lee)).isEqualTo(back);
    }

    @Test
    void doesNotTakeADayForTheOneBeforeBecauseItLooksLikeIt() {
        var first = draft(kim, Seen.NOTHING, "WORK 08:00-16:00");
        var none = draft(kim, first.seen(), new String[0]);
        assertThat(none.isDraft()).isFalse();

        assertThatThrownBy(() -> draft(lee, first.seen(), "WORK 10:00-18:00"))
                .isInstanceOf(DraftConflict.class);
    }

    @Test
    void doesNotPublishOverAPlanThatCameFromElsewhere() {
        draft(kim, Seen.NOTHING, "WORK 08:00-16:00");
        floor.of(dana).onShift(TUESDAY, "WORK 06:00-14:00");

        assertThat(preview(kim).overtaken()).hasSize(1);
        assertThatThrownBy(() -> SignIns.as(kim, () -> publishing.publish(preview(kim))))
                .isInstanceOf(DraftConflict.class);
        assertThat(published()).isEqualTo(entries(TUESDAY, "WORK 06:00-14:00"));

        SignIns.as(kim, () -> drafts.keep(preview(kim).seen()));
        SignIns.as(kim, () -> publishing.publish(preview(kim)));
        assertThat(published()).isEqualTo(entries(TUESDAY, "WORK 08:00-16:00"));
    }

    @Test
    void forgetsADraftForWhatIsPublished() {
        draft(kim, Seen.NOTHING, "WORK 08:00-16:00");
        floor.of(dana).onShift(TUESDAY, "WORK 06:00-14:00");

        SignIns.as(lee, () -> drafts.discard(Map.of(key(), seenBy(lee).seen())));

        assertThat(seenBy(kim).entries()).isEqualTo(entries(TUESDAY, "WORK 06:00-14:00"));
        assertThat(seenBy(kim).isDraft()).isFalse();
    }

    @Test
    void publishesExactlyWhatWasLookedAt() {
        draft(kim, Seen.NOTHING, "WORK 08:00-16:00");
        var looked = preview(kim);
        draft(lee, seenBy(lee).seen(), "WORK 09:00-16:00");

        assertThatThrownBy(() -> SignIns.as(kim, () -> publishing.publish(looked)))
                .isInstanceOf(DraftConflict.class);
        assertThat(published()).isEmpty();
    }

    @Test
    void publishesADayOffAsADayOff() {
        floor.of(dana).onShift(TUESDAY, "WORK 08:00-16:00");
        draft(kim, seenBy(kim).seen());

        SignIns.as(kim, () -> publishing.publish(preview(kim)));

        assertThat(published()).isEmpty();
        assertThat(seenBy(kim).seen().version()).isEqualTo(2);
        assertThat(draft(lee, seenBy(lee).seen(), "WORK 10:00-18:00").isDraft()).isTrue();
    }

    @Test
    void namesTheEntryThatCannotBe() {
        assertThatThrownBy(() -> draft(kim, Seen.NOTHING, "SKIING 08:00-16:00"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid ->
                                assertThat(invalid.problems().getFirst().pointer())
                                        .isEqualTo("/0/0/activity"));
    }

    @Test
    void hidesThePeopleOfOtherUnits() {
        floor.unit("south", "UTC");
        var joe = floor.agent("joe", "south").agent();
        var day = new DayKey(joe.id(), TUESDAY);

        assertThatThrownBy(() ->
                        SignIns.as(
                                kim,
                                () ->
                                        drafts.apply(
                                                List.of(
                                                        new DayEdit(
                                                                day, List.of(), Seen.NOTHING)))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SignIns.as(kim, () -> drafts.roster(joe.unit(), TUESDAY, TUESDAY)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SignIns.as(kim, () -> drafts.days(List.of(day))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void letsOneOfManyPlanADayWhoAllSawTheSame() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var tries =
                    pool.invokeAll(
                            IntStream.range(0, 24)
                                    .<Callable<RosterDay>>mapToObj(i ->
                                            () ->
                                                    draft(
                                                            i % 2 == 0 ? kim : lee,
                                                            Seen.NOTHING,
                                                            "WORK %02d:00-23:00".formatted(i % 20)))
                                    .toList());
            int won = 0;
            for (var each : tries) {
                try {
                    each.get();
                    won++;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(DraftConflict.class);
                }
            }
            assertThat(won).isEqualTo(1);
            assertThat(seenBy(kim).seen().revision()).isEqualTo(1);
        }
    }

    @Test
    void neverCountsARevisionBackwards() {
        draft(kim, Seen.NOTHING, "WORK 08:00-16:00");

        assertThatThrownBy(() -> jdbc.sql("update draft_day set revision = revision").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("counts its revision up");
    }
}
