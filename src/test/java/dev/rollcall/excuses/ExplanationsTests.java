package dev.rollcall.excuses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.FiguresQuery;
import dev.rollcall.adherence.FiguresQuery.GroupBy;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.excuses.Explanation.Progress;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// What Dana explains of the half hour she has been out, and what Sam makes of it.
@ModuleTest
class ExplanationsTests {

    @Autowired private Explanations explanations;
    @Autowired private Excuses excuses;
    @Autowired private Deeds deeds;
    @Autowired private Adherence adherence;
    @Autowired private JdbcClient database;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Access access;

    private AgentId agent;
    private User dana;
    private User sam;

    @BeforeEach
    void danaIsOut() {
        agent =
                floor.agent("dana")
                        .onShift("WORK 06:00-14:00")
                        .at("06:00", "AVAILABLE")
                        .at("07:30", "UNAVAILABLE/BREAK")
                        .agent()
                        .id();
        dana = signIns.user(agent, Assignment.everywhere(Role.AGENT));
        sam = signIns.user(Assignment.everywhere(Role.SUPERVISOR));
    }

    private static Instant today(String time) {
        return Floor.TODAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private <T extends @Nullable Object> T asDana(Supplier<T> work) {
        return SignIns.as(dana.id(), work);
    }

    private <T extends @Nullable Object> T asSam(Supplier<T> work) {
        return SignIns.as(sam.id(), work);
    }

    private Explanation explain(@Nullable Instant until, String text) {
        return asDana(() ->
                explanations.explain(
                        new ExplanationDraft(today("07:30"), until, "CALL_OVERRAN", text)));
    }

    private Explanations.Done approve(Explanation asked) {
        return asSam(() ->
                explanations.approve(
                        asked.number(),
                        asked.version(),
                        TimeSpan.of(today("07:30"), today("08:00")),
                        "Fine"));
    }

    private Duration out() {
        var query = new FiguresQuery(Floor.TODAY, Floor.TODAY, null, agent, GroupBy.AGENT);
        return access.asSystem("test", () -> adherence.figures(query, Scope.everyone()))
                .getFirst()
                .figures()
                .score()
                .out();
    }

    private int told() {
        return database.sql("select count(*) from notice where kind = 'explanation.decided'")
                .query(Integer.class)
                .single();
    }

    @Test
    void becomesAnExcuseOnceSomebodyElseApproves() {
        var asked = explain(null, "The customer would not let go");
        assertThat(out()).isEqualTo(Duration.ofMinutes(30));
        assertThat(asSam(() -> explanations.waiting(Scope.everyone()))).isEqualTo(1);

        var approved = approve(asked);

        assertThat(approved.explanation().progress()).isEqualTo(Progress.APPROVED);
        assertThat(out()).isZero();
        assertThat(told()).isEqualTo(1);
        assertThat(asSam(() -> explanations.waiting(Scope.everyone()))).isZero();
    }

    @Test
    void waitsAgainWhenTheDecisionIsUndone() {
        var approved = approve(explain(null, ""));

        asSam(() -> {
            deeds.undo(approved.deed().orElseThrow());
            return true;
        });

        assertThat(out()).isEqualTo(Duration.ofMinutes(30));
        var again =
                asSam(() -> explanations.find(approved.explanation().number(), Scope.everyone()))
                        .orElseThrow();
        assertThat(again.isWaiting()).isTrue();
        assertThat(told()).as("approved, and taken back").isEqualTo(2);
        var rejected =
                asSam(() -> explanations.reject(again.number(), again.version(), "Not heard"));
        assertThat(rejected.explanation().note()).isEqualTo("Not heard");
        asSam(() -> {
            deeds.undo(rejected.deed().orElseThrow());
            return true;
        });
        assertThat(asSam(() -> explanations.waiting(Scope.everyone()))).isEqualTo(1);
    }

    @Test
    void waitsAgainWhenWhatItWasGrantedIsTakenBack() {
        var approved = approve(explain(null, "")).explanation();
        long excuse = Objects.requireNonNull(approved.excuse());
        var granted = asSam(() -> excuses.find(excuse, Scope.everyone())).orElseThrow();

        var back = asSam(() -> excuses.takeBack(excuse, granted.version()));

        assertThat(find(approved).isWaiting()).isTrue();
        assertThat(told()).as("approved, and taken back").isEqualTo(2);
        asSam(() -> {
            deeds.undo(back.deed().orElseThrow());
            return true;
        });
        assertThat(find(approved).progress()).isEqualTo(Progress.APPROVED);
        assertThat(out()).isZero();
        assertThat(told()).isEqualTo(3);
    }

    private Explanation find(Explanation known) {
        return asSam(() -> explanations.find(known.number(), Scope.everyone())).orElseThrow();
    }

    @Test
    void saysMoreInTheSameExplanationWhileItWaits() {
        var first = explain(null, "Still talking");

        var second = explain(today("08:00"), "Now done");

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.text()).isEqualTo("Now done");
        assertThat(asSam(() -> explanations.waiting(Scope.everyone()))).isEqualTo(1);
        assertThatExceptionOfType(EditConflict.class).isThrownBy(() -> approve(first));
    }

    @Test
    void anotherTimeIsExplainedBesideTheOneThatGoesOn() {
        var first = explain(null, "Still talking");

        var second =
                asDana(() ->
                        explanations.explain(
                                new ExplanationDraft(
                                        today("07:50"), null, "HELPED_COLLEAGUE", "Helped Kim")));

        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(asSam(() -> explanations.find(first.number(), Scope.everyone())))
                .hasValueSatisfying(each -> assertThat(each.text()).isEqualTo("Still talking"));
        assertThat(asSam(() -> explanations.waiting(Scope.everyone()))).isEqualTo(2);
    }

    @Test
    void whatSomebodySaidStaysWhenAnotherSaysMoreForThem() {
        var own = explain(today("08:00"), "In my words");

        var forHer =
                asSam(() ->
                        explanations.explainFor(
                                agent,
                                new ExplanationDraft(
                                        today("07:30"), today("08:00"), "OTHER", "In theirs")));

        assertThat(forHer.number()).isNotEqualTo(own.number());
        assertThat(asSam(() -> explanations.mayDecide(forHer))).isFalse();
        assertThat(asSam(() -> explanations.find(own.number(), Scope.everyone())))
                .hasValueSatisfying(each -> assertThat(each.text()).isEqualTo("In my words"));
    }

    @Test
    void isGrantedUntilTheDeviationWasOverWhereItWentOn() {
        var asked = explain(null, "Still talking");
        assertThat(asSam(() -> explanations.suggestedEnd(asked))).isEqualTo(today("08:00"));

        floor.agent("dana").at("07:45", "AVAILABLE");

        assertThat(asSam(() -> explanations.suggestedEnd(asked))).isEqualTo(today("07:45"));
    }

    @Test
    void isReadWithTheDayItBeganIn() {
        approve(explain(null, "Still talking"));
        var tomorrow =
                TimeSpan.of(
                        today("06:00").plus(Duration.ofDays(1)),
                        today("14:00").plus(Duration.ofDays(1)));
        var today = TimeSpan.of(today("06:00"), today("14:00"));

        assertThat(
                        asSam(() ->
                                explanations.page(
                                        null, today, Long.MAX_VALUE, 10, Scope.everyone())))
                .hasSize(1);
        assertThat(
                        asSam(() ->
                                explanations.page(
                                        null, tomorrow, Long.MAX_VALUE, 10, Scope.everyone())))
                .isEmpty();
        assertThat(asSam(() -> explanations.decided(Long.MAX_VALUE, 10, Scope.everyone())))
                .hasSize(1);
    }

    @Test
    void isRejectedWithANoteOnly() {
        var asked = explain(null, "");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        asSam(() -> explanations.reject(asked.number(), asked.version(), " ")));
        assertThat(out()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void nobodyDecidesAboutTheirOwnOrOutOfScope() {
        var asked = explain(null, "");
        var boss =
                signIns.user(
                        floor.agent("boss").agent().id(), Assignment.everywhere(Role.SUPERVISOR));
        var own =
                SignIns.as(
                        boss.id(),
                        () ->
                                explanations.explain(
                                        new ExplanationDraft(
                                                today("07:30"), null, "CALL_OVERRAN", "")));
        floor.unit("elsewhere", "UTC");
        var stranger = floor.agent("stranger", "elsewhere").agent();
        var other = signIns.user(Assignment.inUnit(Role.SUPERVISOR, stranger.unit()));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        SignIns.as(
                                boss.id(),
                                () -> explanations.reject(own.number(), own.version(), "No")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        SignIns.as(
                                other.id(),
                                () -> explanations.reject(asked.number(), asked.version(), "No")));
        var scope = Scope.ofUnits(Set.of(stranger.unit()));
        assertThat(SignIns.as(other.id(), () -> explanations.find(asked.number(), scope)))
                .isEmpty();
    }

    @Test
    void isWithdrawnByWhoeverGaveIt() {
        var asked = explain(null, "");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> {
                    var kim =
                            signIns.user(
                                    floor.agent("kim").agent().id(),
                                    Assignment.everywhere(Role.AGENT));
                    SignIns.as(
                            kim.id(),
                            () -> {
                                explanations.withdraw(asked.number(), asked.version());
                                return true;
                            });
                });

        asDana(() -> {
            explanations.withdraw(asked.number(), asked.version());
            return true;
        });

        assertThat(asSam(() -> explanations.waiting(Scope.everyone()))).isZero();
    }
}
