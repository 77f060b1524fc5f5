package dev.rollcall.quality;

import static dev.rollcall.quality.Cards.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.mydata.OwnData;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.quality.InteractionResult.Outcome;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Dana handled calls; Ann and Ben evaluate. It is Monday, 2 March 2026, 8 o'clock.
@ModuleTest
class EvaluationsTests {

    private static final Actor PBX = new Actor(Actor.Kind.TOKEN, "pbx", "Telephony");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Autowired private Scorecards scorecards;
    @Autowired private Interactions interactions;
    @Autowired private InteractionImport imports;
    @Autowired private Evaluations evaluations;
    @Autowired private OwnEvaluations own;
    @Autowired private EvaluationsOf evaluationsOf;
    @Autowired private Sampling sampling;
    @Autowired private Calibrations calibrations;
    @Autowired private QualityFigures figures;
    @Autowired private OwnData ownData;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private Agent dana;
    private UserId danaHerself;
    private UserId ann;
    private UserId ben;
    private UserId admin;

    @BeforeEach
    void people() {
        dana = floor.agent("dana").agent();
        danaHerself = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        ann = signIns.user(Assignment.everywhere(Role.QUALITY_ANALYST)).id();
        ben = signIns.user(Assignment.everywhere(Role.QUALITY_ANALYST)).id();
        admin = signIns.user(Assignment.everywhere(Role.ADMIN)).id();
        var draft = as(admin, () -> scorecards.save("calls", Cards.SHEET, 0L));
        as(admin, () -> scorecards.publish("calls", draft.edits()));
    }

    private static <T extends @Nullable Object> T as(UserId user, Supplier<T> work) {
        return SignIns.as(user, work);
    }

    private static void doAs(UserId user, Runnable work) {
        SignIns.<@Nullable Object>as(
                user,
                () -> {
                    work.run();
                    return null;
                });
    }

    private ToldInteraction told(String id, long version, String agent, Instant at) {
        return new ToldInteraction(
                "/pbx",
                id,
                version,
                agent,
                Medium.CALL,
                at,
                null,
                Duration.ofSeconds(200),
                Duration.ofSeconds(9),
                List.of("second-level"),
                "C-1",
                "https://recordings.example.com/" + id,
                "Bill");
    }

    private List<InteractionResult> take(ToldInteraction... told) {
        return access.asSystem(
                "test", () -> interactions.take(List.of(told), PBX, Scope.everyone()));
    }

    private long interaction(String id) {
        return interaction(id, "dana");
    }

    private long interaction(String id, String agent) {
        take(told(id, 1, agent, clock.instant().minusSeconds(3600)));
        return access.asSystem(
                "test",
                () ->
                        interactions
                                .page(InteractionFilter.ALL, Long.MAX_VALUE, 1, Scope.everyone())
                                .getFirst()
                                .number());
    }

    private static EvaluationDraft draft(Map<String, Answer> answers) {
        return new EvaluationDraft(answers, "Well done", "Watch out for the tone", true);
    }

    /// Ann publishes an evaluation.
    private long published(String interaction, Map<String, Answer> answers) {
        long number = as(ann, () -> evaluations.begin(interaction(interaction), "calls"));
        doAs(ann, () -> evaluations.publish(number, 1, draft(answers)));
        return number;
    }

    private Evaluation known(long number) {
        return as(ann, () -> evaluations.open(number, Scope.everyone()).orElseThrow()).evaluation();
    }

    private OwnEvaluation seenByDana(long number) {
        return as(danaHerself, () -> own.open(number)).orElseThrow();
    }

    // ------------------------------------------------------------------ scorecards

    @Test
    void aPublishedVersionNeverChangesAndEvaluationsKeepToTheirs() {
        long number = as(ann, () -> evaluations.begin(interaction("c1"), "calls"));
        var other = new Sheet("Calls 2", "", Cards.SHEET.categories());
        var next = as(admin, () -> scorecards.save("calls", other, 0L));
        assertThat(next.number()).isEqualTo(2);
        as(admin, () -> scorecards.publish("calls", next.edits()));

        doAs(ann, () -> evaluations.publish(number, 1, draft(answers(true, 2))));
        var file = as(ann, () -> evaluations.open(number, Scope.everyone())).orElseThrow();
        assertThat(file.scorecard().number()).isEqualTo(1);
        assertThat(file.scorecard().sheet()).isEqualTo(Cards.SHEET);
        assertThat(as(ann, () -> evaluations.begin(interaction("c2"), "calls")))
                .satisfies(begun -> assertThat(known(begun).cardVersion()).isEqualTo(2));
        assertThatThrownBy(() ->
                        database.sql(
                                        "update quality_scorecard_version set edits = 9 where number = 1")
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> as(admin, () -> scorecards.save("calls", other, 7L)))
                .isInstanceOf(EditConflict.class);
        assertThatThrownBy(() -> as(ann, () -> scorecards.save("mine", other, 0L)))
                .isInstanceOf(AccessDeniedException.class);
    }

    // ------------------------------------------------------------------ interactions

    @Test
    void anInteractionCountsOnceAndIsCorrectedByANewerVersionOnly() {
        var at = clock.instant().minusSeconds(60);
        assertThat(
                        take(
                                told("c1", 1, "dana", at),
                                told("c1", 1, "dana", at),
                                told("c1", 3, "dana", at.minusSeconds(9)),
                                told("c1", 2, "dana", at),
                                told("c2", 1, "nobody", at),
                                told("c3", 1, "dana", at.plusSeconds(7200))))
                .extracting(InteractionResult::outcome)
                .containsExactly(
                        Outcome.ACCEPTED,
                        Outcome.DUPLICATE,
                        Outcome.ACCEPTED,
                        Outcome.DUPLICATE,
                        Outcome.REJECTED,
                        Outcome.REJECTED);
        var kept =
                as(
                        ann,
                        () ->
                                interactions.page(
                                        InteractionFilter.ALL,
                                        Long.MAX_VALUE,
                                        10,
                                        Scope.everyone()));
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().startedAt()).isEqualTo(at.minusSeconds(9));
        assertThat(kept.getFirst().transferredTo()).containsExactly("second-level");
        assertThat(
                        database.sql("select count(*) from quality_interaction_past")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void aFileSaysFirstWhatItWouldBringAndWritesNothingWithABadLine() {
        var file =
                """
                id,agent,channel,startedAt,durationSeconds,transferredTo,link
                c1,dana,call,2026-03-01T09:00,120,one;two,https://recordings.example.com/1
                c2,nobody,CALL,2026-03-01T09:00,,,
                c3,dana,CALL,yesterday,,,http://unsafe.example.com
                """;
        var report = as(ann, () -> imports.take(file, "/file", false, true));
        assertThat(report.written()).isFalse();
        assertThat(report.good()).isEqualTo(1);
        assertThat(report.bad())
                .extracting(InteractionImport.BadLine::number)
                .containsExactly(3, 4);
        assertThat(report.bad().getLast().detail()).contains("startedAt", "link");
        assertThat(as(ann, () -> imports.take(file, "/file", false, false)).written()).isFalse();
        assertThat(as(ann, () -> imports.take(file, "/file", true, false)).fresh()).isEqualTo(1);
        assertThat(as(ann, () -> imports.take(file, "/file", true, false)).fresh()).isZero();
        assertThatThrownBy(() -> as(ann, () -> imports.take("id,agent\n", "/file", true, true)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("channel");
    }

    // ------------------------------------------------------------------ evaluating

    @Test
    void aDraftIsItsEvaluatorsAloneAndNeedsEveryAnswerToBePublished() {
        long interaction = interaction("c1");
        long number = as(ann, () -> evaluations.begin(interaction, "calls"));
        assertThat(as(ann, () -> evaluations.begin(interaction, "calls"))).isEqualTo(number);
        assertThatThrownBy(() -> as(ben, () -> evaluations.begin(interaction, "calls")))
                .isInstanceOf(InvalidInput.class);
        assertThat(as(ben, () -> evaluations.open(number, Scope.everyone()))).isEmpty();
        assertThat(as(danaHerself, () -> own.open(number))).isEmpty();

        var half = new EvaluationDraft(Map.of("tone", Answer.of(1)), "", "", true);
        assertThatThrownBy(() -> doAs(ann, () -> evaluations.publish(number, 1, half)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly("/answers/identity"));
        assertThat(as(ann, () -> evaluations.save(number, 1, half))).isEqualTo(2);
        assertThatThrownBy(() -> as(ann, () -> evaluations.save(number, 1, half)))
                .isInstanceOf(EditConflict.class);
        doAs(ann, () -> evaluations.publish(number, 2, draft(answers(true, 1))));
        assertThat(known(number).percent()).hasToString("Optional[75.00]");
        assertThatThrownBy(() -> doAs(ann, () -> evaluations.discard(number, 3)))
                .isInstanceOf(EditConflict.class);
        assertThatThrownBy(() -> database.sql("update quality_revision set score = 100").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nobodyEvaluatesThemselvesNorMeetsTheirOwnEvaluationAsAnEvaluator() {
        var lead =
                signIns.user(
                                floor.agent("lea").agent().id(),
                                Assignment.everywhere(Role.SUPERVISOR))
                        .id();
        long mine = interaction("c1", "lea");
        assertThatThrownBy(() -> as(lead, () -> evaluations.begin(mine, "calls")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(lead, () -> calibrations.open("x", mine, "calls")))
                .isInstanceOf(AccessDeniedException.class);
        long number = as(ann, () -> evaluations.begin(mine, "calls"));
        doAs(ann, () -> evaluations.publish(number, 1, draft(answers(true, 0))));
        assertThat(as(lead, () -> evaluations.open(number, Scope.everyone()))).isEmpty();
        assertThat(
                        as(
                                lead,
                                () ->
                                        evaluations.page(
                                                EvaluationFilter.ALL,
                                                Long.MAX_VALUE,
                                                10,
                                                Scope.everyone())))
                .isEmpty();
    }

    // ------------------------------------------------------------------ the person

    @Test
    void aResultStaysClosedUntilThePersonSaidHowTheySeeItThemselves() {
        long number = published("c1", answers(false, 2));
        var closed = seenByDana(number);
        assertThat(closed.result()).isNull();
        assertThat(closed.line().percent()).isNull();
        assertThat(closed.line().failed()).isFalse();
        assertThat(as(danaHerself, own::list).getFirst().percent()).isNull();
        assertThat(month().count()).isZero();
        assertThat(month().waiting()).isEqualTo(1);
        assertThat(taken()).doesNotContain("Well done").doesNotContain("Watch out");
        assertThatThrownBy(() -> doAs(danaHerself, () -> own.dispute(number, 2, "No")))
                .isInstanceOf(EditConflict.class);

        doAs(danaHerself, () -> own.assess(number, 2, answers(true, 2), "I did check"));
        var open = seenByDana(number);
        assertThat(open.result()).isNotNull();
        assertThat(open.line().percent()).isEqualByComparingTo("0");
        assertThat(open.line().failed()).isTrue();
        assertThat(open.selfAssessment()).isNotNull();
        assertThat(open.toString()).doesNotContain("Watch out");
        assertThatThrownBy(
                        () -> doAs(danaHerself, () -> own.decline(number, open.line().version())))
                .isInstanceOf(EditConflict.class);
        assertThat(taken()).contains("Well done", "I did check").doesNotContain("Watch out");
        assertThat(known(number).seenAt()).isNotNull();
    }

    private OwnEvaluations.Month month() {
        return as(danaHerself, () -> own.month(MARCH, ZoneOffset.UTC)).orElseThrow();
    }

    private String taken() {
        return as(
                danaHerself,
                () -> {
                    try {
                        var out = new ByteArrayOutputStream();
                        ownData.export(out);
                        var text = new StringBuilder();
                        try (var zip =
                                new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
                            while (zip.getNextEntry() != null) {
                                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                            }
                        }
                        return text.toString();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Test
    void aDisputeIsAnsweredBySomebodyElseAndBothRevisionsStay() {
        long number = published("c1", answers(true, 0));
        doAs(danaHerself, () -> own.decline(number, 2));
        assertThat(month().score().orElseThrow().percent(2)).isEqualByComparingTo("50");
        long seen = seenByDana(number).line().version();
        doAs(danaHerself, () -> own.acknowledge(number, seen));
        doAs(danaHerself, () -> own.dispute(number, seen + 1, "The tone was fair"));
        assertThat(month().score()).isEmpty();
        assertThat(month().disputed()).isEqualTo(1);
        assertThat(report().total().count()).isZero();

        long version = known(number).version();
        assertThatThrownBy(() -> doAs(ann, () -> evaluations.keep(number, version, "No")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> doAs(ben, () -> evaluations.keep(number, version, " ")))
                .isInstanceOf(InvalidInput.class);
        doAs(ben, () -> evaluations.change(number, version, answers(true, 1), "You are right"));

        assertThat(month().score().orElseThrow().percent(2)).isEqualByComparingTo("75");
        var result = Objects.requireNonNull(seenByDana(number).result());
        assertThat(result.revisions()).hasSize(2);
        assertThat(result.revisions().getFirst().answers()).isEqualTo(answers(true, 0));
        assertThat(result.disputes().getFirst().outcome()).isEqualTo(Dispute.Outcome.CHANGED);
        // The new one may be disputed once more, and then no more.
        doAs(danaHerself, () -> own.dispute(number, seenByDana(number).line().version(), "Still"));
        doAs(ben, () -> evaluations.keep(number, known(number).version(), "It stays"));
        assertThatThrownBy(() ->
                        doAs(
                                danaHerself,
                                () ->
                                        own.dispute(
                                                number,
                                                seenByDana(number).line().version(),
                                                "Again")))
                .isInstanceOf(InvalidInput.class);
    }

    // ------------------------------------------------------------------ whose

    @Test
    void managersMeetTheEvaluationsOfTheirUnitsOnly() {
        var elsewhere = floor.unit("elsewhere", "UTC");
        long number = published("c1", answers(true, 2));
        var manager = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, elsewhere.id())).id();
        as(
                manager,
                () -> {
                    var scope = access.scope(Permission.QUALITY_VIEW);
                    assertThat(evaluations.open(number, scope)).isEmpty();
                    assertThat(evaluations.page(EvaluationFilter.ALL, Long.MAX_VALUE, 9, scope))
                            .isEmpty();
                    assertThat(
                                    figures.report(
                                                    Instant.EPOCH,
                                                    clock.instant().plusSeconds(9),
                                                    scope)
                                            .total()
                                            .count())
                            .isZero();
                    assertThat(
                                    evaluationsOf.published(
                                            dana.id(),
                                            Instant.EPOCH,
                                            clock.instant().plusSeconds(9)))
                            .isEmpty();
                    assertThatThrownBy(() -> evaluations.begin(1, "calls"))
                            .isInstanceOf(NotFound.class);
                    return "";
                });
        assertThat(
                        as(
                                ben,
                                () ->
                                        evaluationsOf.published(
                                                dana.id(),
                                                Instant.EPOCH,
                                                clock.instant().plusSeconds(9))))
                .hasSize(1);
        assertThat(
                        as(
                                danaHerself,
                                () ->
                                        evaluationsOf.published(
                                                dana.id(),
                                                Instant.EPOCH,
                                                clock.instant().plusSeconds(9))))
                .isEmpty();
    }

    private QualityReport report() {
        return as(
                ben,
                () ->
                        figures.report(
                                Instant.EPOCH, clock.instant().plusSeconds(60), Scope.everyone()));
    }

    @Test
    void reportsByEvaluatorAndQuestionAndComplianceApart() {
        published("c1", answers(true, 2));
        published("c2", answers(false, 2));
        var report = report();
        assertThat(report.total().count()).isEqualTo(2);
        assertThat(report.total().mean()).isEqualByComparingTo("50");
        assertThat(report.total().failed()).isEqualTo(1);
        assertThat(report.evaluators()).hasSize(1);
        assertThat(report.questions()).hasSize(2);
        assertThat(report.compliance()).hasSize(1);
        assertThat(report.compliance().getFirst().full()).isEqualTo(1);
        assertThat(report.compliance().getFirst().answered()).isEqualTo(2);
    }

    // ------------------------------------------------------------------ sampling

    @Test
    void aDrawIsWrittenDownAndCanBeShownAgain() {
        var monday = LocalDate.of(2026, 2, 23);
        IntStream.range(0, 9)
                .forEach(i ->
                        take(
                                told(
                                        "s" + i,
                                        1,
                                        "dana",
                                        monday.plusDays(i)
                                                .atTime(9, 0)
                                                .toInstant(ZoneOffset.UTC))));
        var plan =
                as(
                        ann,
                        () ->
                                sampling.save(
                                        new SamplingPlan(
                                                0,
                                                "Two a week",
                                                "calls",
                                                dana.unit(),
                                                null,
                                                Medium.CALL,
                                                Duration.ofSeconds(100),
                                                null,
                                                2,
                                                true,
                                                0)));
        access.asSystem("test", sampling::drawWhatIsOver);
        access.asSystem("test", sampling::drawWhatIsOver);
        var draws = as(ann, () -> sampling.draws(9));
        assertThat(draws).hasSize(1);
        var draw = draws.getFirst();
        assertThat(draw.week()).isEqualTo(monday);
        assertThat(draw.offered()).isEqualTo(7);
        assertThat(draw.drawn()).hasSize(2);
        assertThat(draw.again()).isTrue();
        assertThatThrownBy(() -> as(ann, () -> sampling.draw(plan.number(), monday)))
                .isInstanceOf(InvalidInput.class);

        var waiting = as(ann, () -> sampling.waiting(9));
        assertThat(waiting).hasSize(2);
        var first = waiting.getFirst();
        long number = as(ann, () -> evaluations.begin(first.interaction().number(), first.card()));
        doAs(ann, () -> evaluations.publish(number, 1, draft(answers(true, 2))));
        var second = as(ben, () -> sampling.waiting(9)).getFirst();
        doAs(ben, () -> sampling.pass(second.number(), "The recording is gone"));
        assertThat(as(ann, sampling::countWaiting)).isZero();
        assertThat(as(ann, () -> sampling.draws(9)).getFirst().again()).isTrue();
    }

    // ------------------------------------------------------------------ calibration

    @Test
    void evaluatorsScoreBlindAndSeeHowFarTheyAgree() {
        long session = as(ann, () -> calibrations.open("March", interaction("c1"), "calls"));
        doAs(ann, () -> calibrations.score(session, answers(true, 2)));
        assertThatThrownBy(() -> doAs(ann, () -> calibrations.close(session)))
                .isInstanceOf(InvalidInput.class);
        doAs(ben, () -> calibrations.score(session, answers(true, 0)));
        var open = as(ben, () -> calibrations.find(session)).orElseThrow();
        assertThat(open.result()).isNull();
        assertThat(open.own()).isEqualTo(answers(true, 0));
        assertThatThrownBy(() -> doAs(ben, () -> calibrations.close(session)))
                .isInstanceOf(AccessDeniedException.class);
        doAs(ann, () -> calibrations.close(session));
        var result =
                Objects.requireNonNull(
                        as(ben, () -> calibrations.find(session)).orElseThrow().result());
        assertThat(result.hasReference()).isTrue();
        assertThat(result.questions().getLast().spread()).isEqualByComparingTo("100");
        assertThat(result.off(1)).hasToString("Optional[-50.00]");
        assertThatThrownBy(() -> doAs(ben, () -> calibrations.score(session, answers(true, 1))))
                .isInstanceOf(EditConflict.class);
        assertThat(month().count()).isZero();
    }
}
