package dev.rollcall.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import dev.rollcall.surveys.SurveyResult.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Customers answered about Dana and Erik. It is Monday, 2 March 2026, 8 o'clock.
@ModuleTest
class SurveysTests {

    private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired private Surveys surveys;
    @Autowired private OwnSurveys own;
    @Autowired private SurveyImport imports;
    @Autowired private SurveyRetention retention;
    @Autowired private Floor floor;
    @Autowired private Access access;
    @Autowired private SignIns signIns;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;

    private Agent dana;
    private UserId danaHerself;
    private UserId mona;

    @BeforeEach
    void people() {
        dana = floor.agent("dana").agent();
        floor.agent("erik");
        danaHerself = signIns.user(dana.id(), Assignment.everywhere(Role.AGENT)).id();
        mona = signIns.user(Assignment.everywhere(Role.UNIT_MANAGER)).id();
    }

    private static <T extends @Nullable Object> T as(UserId user, Supplier<T> work) {
        return SignIns.as(user, work);
    }

    private static ToldResponse told(
            String id, long version, String agent, int score, @Nullable String comment) {
        return new ToldResponse(
                "/survey",
                id,
                version,
                agent,
                MORNING,
                SurveyKind.NPS,
                score,
                "Would you recommend us?",
                comment,
                null,
                List.of("waiting"));
    }

    private SurveyResult tell(ToldResponse told) {
        return access.asSystem(
                        "test",
                        () -> surveys.take(List.of(told), Actor.system("test"), Scope.everyone()))
                .getFirst();
    }

    private SurveyReport report(UserId user) {
        return as(
                user,
                () ->
                        surveys.report(
                                SurveyKind.NPS,
                                FROM,
                                clock.instant(),
                                ZoneOffset.UTC,
                                Scope.everyone()));
    }

    @Test
    void anAnswerCountsOnceAndANewerVersionCorrectsIt() {
        assertThat(tell(told("s1", 1, "dana", 3, null)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(tell(told("s1", 1, "dana", 10, null)).outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(report(mona).total().figure()).contains(new BigDecimal("-100.0"));
        assertThat(tell(told("s1", 2, "erik", 10, null)).outcome()).isEqualTo(Outcome.ACCEPTED);
        var report = report(mona);
        assertThat(report.total().figure()).contains(new BigDecimal("100.0"));
        assertThat(report.agents()).extracting(SurveyReport.Line::name).containsExactly("erik");
        assertThat(report.tags()).extracting(SurveyReport.Line::name).containsExactly("waiting");
        assertThat(report.months()).extracting(SurveyReport.Line::name).containsExactly("2026-03");
    }

    @Test
    void whatIsAboutNobodyOrFromTheFutureIsRefused() {
        assertThat(tell(told("s1", 1, "nobody", 3, null)).code())
                .isEqualTo(SurveyResult.UNKNOWN_AGENT);
        clock.setTo(MORNING.minus(Duration.ofMinutes(3)));
        assertThat(tell(told("s1", 1, "dana", 3, null)).code()).isEqualTo(SurveyResult.CLOCK_SKEW);
    }

    @Test
    void peopleReadWhatWasSaidOfTheirOwnWork() {
        tell(told("s1", 1, "dana", 9, "She listened"));
        tell(told("s2", 1, "erik", 2, "Rude"));
        var mine = as(danaHerself, () -> own.month(null)).orElseThrow();
        assertThat(mine.said())
                .as("of her own work only")
                .extracting(SurveyResponse::comment)
                .containsExactly("She listened");
        assertThat(mine.tallies().getFirst().figure()).contains(new BigDecimal("100.0"));
    }

    @Test
    void whoReadsWhatCustomersWroteIsWrittenDown() {
        tell(told("s1", 1, "dana", 2, "It took three calls"));
        var bad =
                as(
                        mona,
                        () ->
                                surveys.answers(
                                        SurveyKind.NPS,
                                        FROM,
                                        clock.instant(),
                                        Scope.everyone(),
                                        true));
        assertThat(bad).extracting(SurveyResponse::comment).containsExactly("It took three calls");
        assertThat(
                        database.sql(
                                        "select count(*) from audit_entry where kind = 'LOOK' and which = 'dana'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        assertThat(as(danaHerself, () -> surveys.of(dana.id(), FROM, clock.instant()))).hasSize(1);
    }

    @Test
    void aFileIsTriedFirstAndBadLinesAreNamed() {
        var file =
                """
                id;agent;answeredAt;kind;score;tags
                s1;dana;2026-03-02 07:00;nps;9;
                s2;dana;2026-03-02 07:00;nps;11;
                s3;nobody;2026-03-02 07:00;csat;5;
                """;
        var tried = as(mona, () -> imports.take(file, "/file", false, true));
        assertThat(tried.written()).isFalse();
        assertThat(tried.good()).isEqualTo(1);
        assertThat(tried.bad()).extracting(SurveyImport.BadLine::number).containsExactly(3, 4);
        assertThat(tried.bad().getFirst().problems())
                .extracting(InvalidInput.Problem::pointer)
                .containsExactly("/score");
        assertThat(as(mona, () -> imports.take(file, "/file", true, false)).fresh()).isEqualTo(1);
        assertThat(as(mona, () -> imports.take(file, "/file", true, false)).fresh()).isZero();
    }

    @Test
    void commentsAreForgottenBeforeAnswers() {
        tell(told("s1", 1, "dana", 9, "She listened"));
        clock.setTo(MORNING.plus(Duration.ofDays(181)));
        retention.forget();
        assertThat(as(mona, () -> surveys.of(dana.id(), FROM, clock.instant())))
                .extracting(SurveyResponse::comment)
                .containsExactly((String) null);
        clock.setTo(MORNING.plus(Duration.ofDays(801)));
        retention.forget();
        assertThat(as(mona, () -> surveys.of(dana.id(), FROM, clock.instant()))).isEmpty();
    }
}
