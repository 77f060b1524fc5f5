package dev.rollcall.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.kit.Reader;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.quality.Cards;
import dev.rollcall.quality.EvaluationDraft;
import dev.rollcall.quality.Evaluations;
import dev.rollcall.quality.InteractionFilter;
import dev.rollcall.quality.Interactions;
import dev.rollcall.quality.Medium;
import dev.rollcall.quality.Scorecards;
import dev.rollcall.quality.ToldInteraction;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The line of what happened, and the pack for a talk.
@ModuleTest
class ReviewsTests {

    private static final LocalDate TODAY = Floor.TODAY;
    private static final Period DAYS = new Period(TODAY, TODAY);
    private static final Reader READER = new Reader((key, _) -> key, Locale.UK, ZoneOffset.UTC);

    @Autowired private Reviews reviews;
    @Autowired private Story story;
    @Autowired private Scorecards scorecards;
    @Autowired private Interactions interactions;
    @Autowired private Evaluations evaluations;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private JdbcClient database;

    private Agent dana;
    private User herself;
    private User boss;

    @BeforeEach
    void people() {
        floor.agent("kim");
        dana = floor.agent("dana").onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE").agent();
        herself = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT));
        boss = signIns.user(Assignment.everywhere(Role.UNIT_MANAGER));
    }

    private void evaluate(boolean asksSelf) {
        long interaction =
                access.asSystem(
                        "test",
                        () -> {
                            scorecards.publish(
                                    "calls", scorecards.save("calls", Cards.SHEET, 0L).edits());
                            interactions.take(
                                    List.of(
                                            new ToldInteraction(
                                                    "/pbx",
                                                    "c1",
                                                    1,
                                                    "dana",
                                                    Medium.CALL,
                                                    clock.instant().minusSeconds(600),
                                                    null,
                                                    null,
                                                    null,
                                                    List.of(),
                                                    null,
                                                    null,
                                                    "Bill")),
                                    Actor.system("test"),
                                    Scope.everyone());
                            return interactions
                                    .page(
                                            InteractionFilter.ALL,
                                            Long.MAX_VALUE,
                                            1,
                                            Scope.everyone())
                                    .getFirst()
                                    .number();
                        });
        SignIns.as(
                boss.id(),
                () -> {
                    long number = evaluations.begin(interaction, "calls");
                    evaluations.publish(
                            number,
                            1,
                            new EvaluationDraft(
                                    Cards.answers(true, 2), "Well done", "Secret", asksSelf));
                    return "";
                });
    }

    private List<Told> ownStory() {
        return SignIns.as(
                herself.id(),
                () ->
                        story.own(
                                TODAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                                TODAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                                READER));
    }

    private List<String> chaptersFor(User user) {
        return SignIns.as(user.id(), () -> reviews.pack("dana", DAYS, READER)).stream()
                .flatMap(pack -> pack.parts().stream())
                .map(Pack.Part::words)
                .toList();
    }

    private List<@Nullable String> looks() {
        return database.sql("select screen from audit_entry where kind = 'LOOK' and which = 'dana'")
                .query(String.class)
                .list();
    }

    @Test
    void whoLooksAfterSomebodyPreparesATalkFromWhatTheyMaySee() {
        evaluate(true);

        var pack = SignIns.as(boss.id(), () -> reviews.pack("dana", DAYS, READER)).orElseThrow();

        assertThat(pack.parts())
                .extracting(Pack.Part::words)
                .contains(
                        "reports.title",
                        "attendance.report.title",
                        "quality.title",
                        "performance.chapter");
        assertThat(pack.parts().toString()).contains("quality.chapter.score", "100.00");
        assertThat(pack.moments()).extracting(Told::kind).contains("quality.moment");
        assertThat(looks()).contains("review pack " + TODAY + " to " + TODAY);
    }

    @Test
    void thePersonsOwnPackTellsNothingTheirOwnPagesKeepClosedAndIsNoLook() {
        evaluate(true);

        assertThat(chaptersFor(herself)).contains("reports.title").doesNotContain("kpi");
        assertThat(SignIns.as(herself.id(), () -> reviews.pack("dana", DAYS, READER)).toString())
                .doesNotContain("100.00")
                .doesNotContain("Secret");
        assertThat(ownStory()).isEmpty();
        assertThat(looks()).isEmpty();
    }

    @Test
    void anOpenResultIsOnThePersonsOwnLine() {
        evaluate(false);

        assertThat(ownStory())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.kind()).isEqualTo("quality.moment");
                    assertThat(told.moment().address()).startsWith("my-evaluations/");
                });
    }

    @Test
    void nobodyPreparesATalkWithWhomTheyDoNotLookAfter() {
        var kim = floor.agent("kim").agent();
        var elsewhere = signIns.user(kim.id(), Assignment.everywhere(Role.AGENT));
        var analyst = signIns.user(Assignment.everywhere(Role.QUALITY_ANALYST));

        assertThat(chaptersFor(elsewhere)).isEmpty();
        assertThat(chaptersFor(analyst)).contains("quality.title").doesNotContain("reports.title");
        assertThat(SignIns.as(boss.id(), () -> reviews.people("DAN")))
                .extracting(Agent::externalId)
                .containsExactly("dana");
        assertThat(SignIns.as(boss.id(), () -> reviews.pack("nobody", DAYS, READER))).isEmpty();
    }

    @Test
    void aPeriodIsAWeekOrAMonthThatIsOverOrNinetyTwoDaysAtMost() {
        assertThat(Period.lastWeek(LocalDate.of(2026, 3, 2)))
                .isEqualTo(new Period(LocalDate.of(2026, 2, 23), LocalDate.of(2026, 3, 1)));
        assertThat(Period.lastMonth(LocalDate.of(2026, 3, 31)))
                .isEqualTo(new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)));
        assertThatThrownBy(() -> new Period(TODAY, TODAY.minusDays(1)))
                .isInstanceOf(InvalidInput.class);
        assertThat(new Period(TODAY, TODAY.plusDays(91)).to()).isEqualTo(TODAY.plusDays(91));
        assertThatThrownBy(() -> new Period(TODAY, TODAY.plusDays(92)))
                .isInstanceOf(InvalidInput.class);
    }
}
