package dev.rollcall.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rollcall.notifications.OwnNotices;
import dev.rollcall.people.Agent;
import dev.rollcall.planner.PlanWarning;
import dev.rollcall.requests.Swap.Progress;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Dana works on Tuesday and Erin on Wednesday; both are planned by Kim, and so is Lou. It is
/// Monday, 2 March 2026.
@ModuleTest
class SwapsTests {

    private static final LocalDate TUESDAY = Floor.TODAY.plusDays(1);
    private static final LocalDate WEDNESDAY = Floor.TODAY.plusDays(2);

    @Autowired private Swaps swaps;
    @Autowired private OpenShifts openShifts;
    @Autowired private TimeOffs timeOffs;
    @Autowired private RequestRules rules;
    @Autowired private Schedules schedules;
    @Autowired private OwnNotices notices;
    @Autowired private JdbcClient database;
    @Autowired private ApplicationClock clock;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;

    private Agent dana;
    private Agent erin;
    private Agent lou;
    private UserId danaSelf;
    private UserId erinSelf;
    private UserId louSelf;
    private UserId kim;

    @BeforeEach
    void danaAndErinWork() {
        dana = floor.agent("dana").onShift(TUESDAY, "WORK 08:00-16:00").agent();
        erin = floor.agent("erin").onShift(WEDNESDAY, "WORK 10:00-18:00").agent();
        lou = floor.agent("lou").agent();
        danaSelf = self(dana);
        erinSelf = self(erin);
        louSelf = self(lou);
        kim = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit())).id();
    }

    private UserId self(Agent agent) {
        return signIns.user(agent.id(), Assignment.everywhere(Role.AGENT)).id();
    }

    private void rule() {
        SignIns.as(
                kim,
                () -> rules.save(new RequestRule(dana.unit(), false, 14, true, null, true, 0)));
    }

    private Swap offer() {
        return SignIns.as(danaSelf, () -> swaps.offer(TUESDAY, null));
    }

    private List<PlannedActivity> plan(Agent agent, LocalDate date) {
        return schedules.plan(agent.id(), date).map(DayPlan::activities).orElse(List.of());
    }

    private static List<PlannedActivity> work(LocalDate date, int from, int to) {
        return List.of(
                new PlannedActivity(
                        "WORK",
                        TimeSpan.of(
                                date.atTime(LocalTime.of(from, 0)).toInstant(ZoneOffset.UTC),
                                date.atTime(LocalTime.of(to, 0)).toInstant(ZoneOffset.UTC))));
    }

    // ------------------------------------------------------------------ swaps

    @Test
    void changesBothPlansAtOnceWhereNothingSpeaksAgainstIt() {
        rule();
        var offer = offer();
        assertThat(SignIns.as(erinSelf, swaps::offered))
                .containsExactly(new Swaps.Offer(offer, work(TUESDAY, 8, 16)));

        var taken = SignIns.as(louSelf, () -> swaps.take(offer.number(), offer.version(), null));

        assertThat(taken.progress()).isEqualTo(Progress.APPROVED);
        assertThat(plan(dana, TUESDAY)).isEmpty();
        assertThat(plan(lou, TUESDAY)).isEqualTo(work(TUESDAY, 8, 16));
        assertThat(told(danaSelf)).containsExactly("SWAP_APPROVED");
    }

    @Test
    void givesNobodyAShiftInReturnWithoutTheirYes() {
        rule();
        var offer = offer();
        assertThat(SignIns.as(erinSelf, () -> swaps.preview(offer.number(), WEDNESDAY)).atOnce())
                .isFalse();

        var taken =
                SignIns.as(erinSelf, () -> swaps.take(offer.number(), offer.version(), WEDNESDAY));

        assertThat(taken.progress()).isEqualTo(Progress.PROPOSED);
        assertThat(plan(dana, TUESDAY)).isEqualTo(work(TUESDAY, 8, 16));
        assertThat(told(danaSelf)).containsExactly("SWAP_PROPOSED");
        assertThat(SignIns.as(danaSelf, swaps::own))
                .containsExactly(
                        new Swaps.Own(taken, work(TUESDAY, 8, 16), work(WEDNESDAY, 10, 18), false));
        assertThat(SignIns.as(louSelf, swaps::offered)).isEmpty();
        assertThat(SignIns.as(kim, swaps::waiting)).isEmpty();
        assertThatThrownBy(() -> SignIns.as(kim, () -> approve(taken)))
                .isInstanceOf(EditConflict.class);
        assertThatThrownBy(() -> SignIns.as(erinSelf, () -> agree(taken)))
                .isInstanceOf(NotFound.class);

        assertThat(SignIns.as(danaSelf, () -> agree(taken)).progress())
                .isEqualTo(Progress.APPROVED);

        assertThat(told(erinSelf)).containsExactly("SWAP_TO_YOU");
        assertThat(plan(dana, TUESDAY)).isEmpty();
        assertThat(plan(erin, TUESDAY)).isEqualTo(work(TUESDAY, 8, 16));
        assertThat(plan(dana, WEDNESDAY)).isEqualTo(work(WEDNESDAY, 10, 18));
        assertThat(plan(erin, WEDNESDAY)).isEmpty();
    }

    @Test
    void isOfferedAgainWhenOneOfThemDoesNotWantTheShiftInReturn() {
        var offer = offer();
        var taken =
                SignIns.as(erinSelf, () -> swaps.take(offer.number(), offer.version(), WEDNESDAY));
        assertThatThrownBy(() -> SignIns.as(louSelf, () -> refuse(taken)))
                .isInstanceOf(NotFound.class);

        var again = SignIns.as(danaSelf, () -> refuse(taken));

        assertThat(again.progress()).isEqualTo(Progress.OFFERED);
        assertThat(again.taker()).isNull();
        assertThat(again.inReturn()).isNull();
        assertThat(told(erinSelf)).containsExactly("SWAP_REFUSED");
        var second =
                SignIns.as(erinSelf, () -> swaps.take(again.number(), again.version(), WEDNESDAY));
        SignIns.as(erinSelf, () -> refuse(second));
        assertThat(SignIns.as(louSelf, swaps::offered)).hasSize(1);
        assertThat(told(danaSelf)).contains("SWAP_NOT_TAKEN");
    }

    @Test
    void isAlsoOverWhenTheDayInReturnIsPlannedAnew() {
        var offer = offer();
        var taken =
                SignIns.as(erinSelf, () -> swaps.take(offer.number(), offer.version(), WEDNESDAY));
        var agreed = SignIns.as(danaSelf, () -> agree(taken));
        assertThat(agreed.progress()).isEqualTo(Progress.TAKEN);
        floor.of(erin).onShift(WEDNESDAY, "WORK 14:00-22:00");

        assertThatThrownBy(() -> SignIns.as(kim, () -> approve(agreed)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("planned anew");
        assertThat(plan(erin, WEDNESDAY)).isEqualTo(work(WEDNESDAY, 14, 22));
        assertThat(SignIns.as(danaSelf, swaps::own).getFirst().isOver()).isTrue();
    }

    @Test
    void isReadAgainWhereThereIsSomethingElseToSayByNow() {
        var offer = offer();
        var taken = SignIns.as(louSelf, () -> swaps.take(offer.number(), offer.version(), null));
        floor.of(lou).onShift(Floor.TODAY, "WORK 15:00-23:00");

        assertThatThrownBy(() -> SignIns.as(kim, () -> approve(taken)))
                .isInstanceOf(EditConflict.class);
        var now = SignIns.as(kim, swaps::waiting).getFirst().swap();
        assertThat(now.findings())
                .containsExactly(
                        Finding.of(
                                Finding.Kind.PLAN_WARNING,
                                "TAKER",
                                PlanWarning.Kind.SHORT_REST,
                                TUESDAY));
        assertThat(plan(lou, TUESDAY)).isEmpty();

        SignIns.as(kim, () -> approve(now));
        assertThat(plan(lou, TUESDAY)).isEqualTo(work(TUESDAY, 8, 16));
    }

    @Test
    void leavesDaysAsTheyAreThatHaveCome() {
        var offer = offer();
        var wednesday = SignIns.as(erinSelf, () -> swaps.offer(WEDNESDAY, null));
        var shift = post(false);
        SignIns.as(erinSelf, () -> openShifts.claim(shift.number()));
        var taken = SignIns.as(louSelf, () -> swaps.take(offer.number(), offer.version(), null));
        clock.advance(Duration.ofDays(1));

        tooLate(() -> SignIns.as(kim, () -> approve(taken)));
        tooLate(() -> SignIns.as(kim, () -> openShifts.give(shift.number(), erin.id())));
        assertThat(plan(dana, TUESDAY)).isEqualTo(work(TUESDAY, 8, 16));
        assertThat(SignIns.as(danaSelf, swaps::own).getFirst().isOver()).isTrue();
        clock.advance(Duration.ofDays(1));
        tooLate(() ->
                SignIns.as(
                        louSelf, () -> swaps.take(wednesday.number(), wednesday.version(), null)));
    }

    private static void tooLate(ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("from tomorrow on");
    }

    private Swap approve(Swap known) {
        return swaps.approve(known.number(), known.version());
    }

    private Swap agree(Swap known) {
        return swaps.agree(known.number(), known.version());
    }

    private Swap refuse(Swap known) {
        return swaps.refuse(known.number(), known.version());
    }

    /// What somebody was told of shifts, the newest first.
    private List<String> told(UserId whom) {
        return SignIns.as(whom, () -> notices.list(false, null)).stream()
                .map(each -> each.told().facts())
                .filter(RequestNews.ShiftFacts.class::isInstance)
                .map(each -> ((RequestNews.ShiftFacts) each).about())
                .toList();
    }

    @Test
    void waitsForWhoeverPlansThemWhereTheRulesHaveSomethingToSay() {
        rule();
        floor.of(lou).onShift(Floor.TODAY, "WORK 15:00-23:00");
        var offer = offer();
        assertThat(SignIns.as(louSelf, () -> swaps.preview(offer.number(), null)).own())
                .extracting(PlanWarning::kind)
                .containsExactly(PlanWarning.Kind.SHORT_REST);

        var taken = SignIns.as(louSelf, () -> swaps.take(offer.number(), offer.version(), null));

        assertThat(taken.progress()).isEqualTo(Progress.TAKEN);
        assertThat(plan(dana, TUESDAY)).isNotEmpty();
        assertThatThrownBy(() -> SignIns.as(erinSelf, () -> swaps.approve(taken.number(), 2)))
                .isInstanceOf(AccessDeniedException.class);

        SignIns.as(kim, () -> swaps.approve(taken.number(), taken.version()));

        assertThat(plan(lou, TUESDAY)).isEqualTo(work(TUESDAY, 8, 16));
        assertThat(plan(dana, TUESDAY)).isEmpty();
    }

    @Test
    void staysAsItIsWhenItIsDeclinedOrTakenBack() {
        var offer = offer();
        var taken = SignIns.as(louSelf, () -> swaps.take(offer.number(), offer.version(), null));
        var declined =
                SignIns.as(
                        kim, () -> swaps.decline(taken.number(), taken.version(), "Not this week"));

        assertThat(declined.answer()).isEqualTo("Not this week");
        assertThat(plan(dana, TUESDAY)).isEqualTo(work(TUESDAY, 8, 16));

        var again = offer();
        SignIns.as(danaSelf, () -> swaps.withdraw(again.number(), again.version()));
        assertThat(SignIns.as(louSelf, swaps::offered)).isEmpty();

        var third = offer();
        var waits = SignIns.as(louSelf, () -> swaps.take(third.number(), third.version(), null));
        SignIns.as(danaSelf, () -> swaps.withdraw(waits.number(), waits.version()));
        assertThat(told(louSelf)).first().isEqualTo("SWAP_WITHDRAWN");
    }

    @Test
    void endsWithThePlanItWasOfferedFrom() {
        var offer = offer();
        floor.of(dana).onShift(TUESDAY, "WORK 09:00-17:00");

        assertThat(SignIns.as(louSelf, swaps::offered)).isEmpty();
        assertThatThrownBy(() ->
                        SignIns.as(
                                louSelf, () -> swaps.take(offer.number(), offer.version(), null)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("planned anew");
        assertThat(SignIns.as(danaSelf, swaps::own).getFirst().isOver()).isTrue();

        var again = offer();

        assertThat(SignIns.as(louSelf, swaps::offered))
                .containsExactly(new Swaps.Offer(again, work(TUESDAY, 9, 17)));
        assertThat(SignIns.as(danaSelf, swaps::own))
                .extracting(each -> each.swap().progress())
                .containsExactly(Progress.OFFERED, Progress.WITHDRAWN);
        assertThatThrownBy(this::offer)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("already");
    }

    @Test
    void isSeenByColleaguesHoweverManyOthersAreOffered() {
        for (int i = 0; i < 250; i++) {
            database.sql(
                            """
                            insert into shift_swap (agent_id, day, plan_version, offered_at, findings)
                            values (?, ?, 1, utc_timestamp(), '')
                            """)
                    .param(900_000 + i)
                    .param(TUESDAY)
                    .update();
        }
        var offer = offer();

        assertThat(SignIns.as(louSelf, swaps::offered))
                .extracting(Swaps.Offer::swap)
                .containsExactly(offer);
    }

    @Test
    void isNothingForStrangersNorForWhoeverWorksThen() {
        floor.unit("elsewhere", "UTC");
        var stranger = self(floor.agent("stranger", "elsewhere").agent());
        floor.of(lou).onShift(TUESDAY, "WORK 20:00-23:00");
        var offer = offer();

        assertThat(SignIns.as(stranger, swaps::offered)).isEmpty();
        assertThatThrownBy(() ->
                        SignIns.as(
                                stranger, () -> swaps.take(offer.number(), offer.version(), null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        SignIns.as(
                                louSelf, () -> swaps.take(offer.number(), offer.version(), null)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not free");
    }

    @Test
    void goesToOneOfTwoWhoTakeItAtOnce() throws Exception {
        rule();
        var offer = offer();

        assertThat(
                        together(
                                () ->
                                        SignIns.as(
                                                louSelf,
                                                () ->
                                                        swaps.take(
                                                                offer.number(),
                                                                offer.version(),
                                                                null)),
                                () ->
                                        SignIns.as(
                                                erinSelf,
                                                () ->
                                                        swaps.take(
                                                                offer.number(),
                                                                offer.version(),
                                                                null))))
                .isEqualTo(1);
        assertThat(Stream.of(lou, erin).filter(each -> !plan(each, TUESDAY).isEmpty())).hasSize(1);
    }

    /// @return how many came through; the others were refused
    private static long together(Callable<?> one, Callable<?> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var done = List.of(threads.submit(one), threads.submit(other));
            long through = 0;
            for (var each : done) {
                try {
                    each.get();
                    through++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause())
                            .isInstanceOfAny(EditConflict.class, InvalidInput.class);
                }
            }
            return through;
        }
    }

    // ------------------------------------------------------------------ open shifts

    private OpenShift post(boolean firstCome) {
        return SignIns.as(
                kim,
                () ->
                        openShifts.post(
                                new OpenShiftDraft(
                                        dana.unit(),
                                        null,
                                        TUESDAY,
                                        work(TUESDAY, 12, 20),
                                        1,
                                        firstCome)));
    }

    @Test
    void givesAnOpenShiftToWhoeverComesFirst() {
        var shift = post(true);
        assertThat(SignIns.as(danaSelf, openShifts::offered)).isEmpty();
        assertThat(SignIns.as(louSelf, openShifts::offered)).hasSize(1);

        var claimed = SignIns.as(louSelf, () -> openShifts.claim(shift.number()));

        assertThat(claimed.taken()).isEqualTo(1);
        assertThat(plan(lou, TUESDAY)).isEqualTo(work(TUESDAY, 12, 20));
        assertThatThrownBy(() -> SignIns.as(erinSelf, () -> openShifts.claim(shift.number())))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("place");
    }

    @Test
    void givesTheLastPlaceToOneOfTwoWhoClaimItAtOnce() throws Exception {
        var shift = post(true);

        assertThat(
                        together(
                                () -> SignIns.as(louSelf, () -> openShifts.claim(shift.number())),
                                () -> SignIns.as(erinSelf, () -> openShifts.claim(shift.number()))))
                .isEqualTo(1);
        assertThat(Stream.of(lou, erin).filter(each -> !plan(each, TUESDAY).isEmpty())).hasSize(1);
    }

    @Test
    void letsWhoeverPlansChoose() {
        var shift = post(false);
        SignIns.as(louSelf, () -> openShifts.claim(shift.number()));
        SignIns.as(erinSelf, () -> openShifts.claim(shift.number()));
        assertThat(plan(lou, TUESDAY)).isEmpty();

        SignIns.as(kim, () -> openShifts.decline(shift.number(), lou.id(), "Lou rests"));
        var given = SignIns.as(kim, () -> openShifts.give(shift.number(), erin.id()));

        assertThat(given.isFree()).isFalse();
        assertThat(plan(erin, TUESDAY)).isEqualTo(work(TUESDAY, 12, 20));
        assertThat(plan(lou, TUESDAY)).isEmpty();
        assertThatThrownBy(() -> SignIns.as(kim, () -> openShifts.give(shift.number(), lou.id())))
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void tellsThoseWhoClaimedInVainWhenTheLastPlaceIsGivenOrItIsClosed() {
        var shift = post(false);
        SignIns.as(louSelf, () -> openShifts.claim(shift.number()));
        SignIns.as(erinSelf, () -> openShifts.claim(shift.number()));
        var given = SignIns.as(kim, () -> openShifts.give(shift.number(), erin.id()));

        assertThat(given.claimOf(lou.id()).orElseThrow().progress())
                .isEqualTo(OpenShift.Progress.DECLINED);
        assertThat(told(louSelf)).containsExactly("CLAIM_DECLINED", "POSTED");
        assertThat(told(erinSelf)).containsExactly("CLAIM_GIVEN", "POSTED");

        var other = post(false);
        SignIns.as(louSelf, () -> openShifts.claim(other.number()));
        SignIns.as(
                kim,
                () -> {
                    openShifts.close(other.number());
                    return null;
                });
        assertThat(SignIns.as(louSelf, openShifts::offered))
                .flatExtracting(each -> each.shift().claims())
                .extracting(OpenShift.Claim::progress)
                .doesNotContain(OpenShift.Progress.ASKED);
        assertThat(told(louSelf)).first().isEqualTo("CLAIM_DECLINED");
    }

    /// Looked at by what this thread asks the database.
    @Test
    void isPostedWithAsManyQueriesForManyPeopleAsForFew() {
        post(false);
        long few = queriesOf(() -> post(false));
        for (int i = 0; i < 10; i++) {
            floor.agent("extra" + i);
        }

        assertThat(queriesOf(() -> post(false))).isEqualTo(few);
    }

    private static long queriesOf(Runnable work) {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = log.getLevel();
        var asked = new ListAppender<ILoggingEvent>();
        var self = Thread.currentThread().getName();
        asked.start();
        log.addAppender(asked);
        log.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            log.setLevel(before);
            log.detachAppender(asked);
        }
        return List.copyOf(asked.list).stream()
                .filter(each -> each.getThreadName().equals(self))
                .filter(each -> each.getFormattedMessage().contains("select"))
                .count();
    }

    @Test
    void offersNothingThatIsClosed() {
        var shift = post(true);
        SignIns.as(
                kim,
                () -> {
                    openShifts.close(shift.number());
                    return null;
                });

        assertThat(SignIns.as(louSelf, openShifts::offered)).isEmpty();
        assertThatThrownBy(() -> SignIns.as(louSelf, () -> openShifts.claim(shift.number())))
                .isInstanceOf(InvalidInput.class);
    }

    // ------------------------------------------------------------------ whoever decides

    @Test
    void tellsWhoeverDecidesOnceUntilTheyHaveLooked() {
        var other = signIns.user(Assignment.inUnit(Role.SUPERVISOR, dana.unit())).id();
        var elsewhere =
                signIns.user(Assignment.inUnit(Role.SUPERVISOR, floor.unit("night", "UTC").id()))
                        .id();
        var shift = post(false);
        SignIns.as(louSelf, () -> openShifts.claim(shift.number()));
        SignIns.as(erinSelf, () -> openShifts.claim(shift.number()));
        var offer = offer();
        SignIns.as(louSelf, () -> swaps.take(offer.number(), offer.version(), null));
        assertThat(waitingTold(kim)).containsExactly("CLAIM");
        assertThat(waitingTold(other)).containsExactly("CLAIM");
        assertThat(waitingTold(elsewhere)).isEmpty();
        assertThat(waitingTold(louSelf)).isEmpty();

        seen(kim);
        var second = post(false);
        SignIns.as(louSelf, () -> openShifts.claim(second.number()));

        assertThat(waitingTold(kim)).containsExactly("CLAIM", "CLAIM");
        assertThat(waitingTold(other)).containsExactly("CLAIM");
    }

    @Test
    void tellsNobodyToDecideAboutThemselves() {
        var max = floor.agent("max").agent();
        var planner =
                signIns.user(
                                max.id(),
                                Assignment.everywhere(Role.AGENT),
                                Assignment.inUnit(Role.SUPERVISOR, dana.unit()))
                        .id();
        var shift = post(false);

        SignIns.as(planner, () -> openShifts.claim(shift.number()));

        assertThat(waitingTold(kim)).hasSize(1);
        assertThat(waitingTold(planner)).isEmpty();
    }

    @Test
    void aPlannerWhoIsAskedAboutThemselvesIsToldOfNothing() {
        var max = floor.agent("max").onShift(TUESDAY, "WORK 08:00-16:00").agent();
        var planner =
                signIns.user(
                                max.id(),
                                Assignment.everywhere(Role.AGENT),
                                Assignment.inUnit(Role.SUPERVISOR, dana.unit()))
                        .id();
        var offer = SignIns.as(planner, () -> swaps.offer(TUESDAY, null));

        SignIns.as(louSelf, () -> swaps.take(offer.number(), offer.version(), null));

        assertThat(waitingTold(kim)).containsExactly("SWAP");
        assertThat(waitingTold(planner)).isEmpty();
    }

    @Test
    void whoeverMadeAnOfferHearsThatSomebodyElseTookItBack() {
        var offer = offer();

        SignIns.as(kim, () -> swaps.withdrawFor(offer.number(), offer.version()));
        assertThat(told(danaSelf)).containsExactly("OFFER_TAKEN_BACK");

        var again = offer();
        SignIns.as(danaSelf, () -> swaps.withdraw(again.number(), again.version()));
        assertThat(told(danaSelf)).hasSize(1);
    }

    private void seen(UserId user) {
        SignIns.as(
                user,
                () -> {
                    timeOffs.seen();
                    return null;
                });
    }

    private List<String> waitingTold(UserId user) {
        return SignIns.as(user, () -> notices.list(false, null)).stream()
                .filter(each -> each.told().kind().code().equals("requests.waiting"))
                .map(each -> ((RequestNews.WaitingFacts) each.told().facts()).what().name())
                .toList();
    }

    @Test
    void listsWhatWasDecidedTheNewestDecisionFirst() {
        var offer = offer();
        var taken = SignIns.as(louSelf, () -> swaps.take(offer.number(), offer.version(), null));
        SignIns.as(kim, () -> approve(taken));
        var withdrawn = SignIns.as(erinSelf, () -> swaps.offer(WEDNESDAY, null));
        SignIns.as(erinSelf, () -> swaps.withdraw(withdrawn.number(), withdrawn.version()));
        var shift = post(false);
        SignIns.as(erinSelf, () -> openShifts.claim(shift.number()));
        var nobodys = SignIns.as(kim, () -> openShifts.decided(10));
        SignIns.as(kim, () -> openShifts.decline(shift.number(), erin.id(), ""));

        assertThat(nobodys).isEmpty();
        assertThat(SignIns.as(kim, () -> swaps.decided(10)))
                .extracting(Swap::number)
                .containsExactly(offer.number());
        assertThat(SignIns.as(kim, () -> openShifts.decided(10)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.claim().agent()).isEqualTo(erin.id());
                    assertThat(each.claim().settledAt()).isNotNull();
                });
        var elsewhere =
                signIns.user(Assignment.inUnit(Role.SUPERVISOR, floor.unit("night", "UTC").id()))
                        .id();
        assertThat(SignIns.as(elsewhere, () -> swaps.decided(10))).isEmpty();
        assertThat(SignIns.as(elsewhere, () -> openShifts.decided(10))).isEmpty();
    }
}
