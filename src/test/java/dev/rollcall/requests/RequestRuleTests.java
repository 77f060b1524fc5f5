package dev.rollcall.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.requests.Finding.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A unit approves what is asked for 14 days ahead, keeps required heads, and of a group three may
/// be away.
class RequestRuleTests {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 24);
    private static final RequestRule RULE =
            new RequestRule(new UnitId(1), true, 14, true, 3, false, 1);
    private static final AbsenceType LEAVE =
            new AbsenceType(
                    "ANNUAL_LEAVE",
                    "Annual leave",
                    "TIME_OFF",
                    Measure.DAYS,
                    AbsenceType.Limit.REFUSED,
                    true,
                    1);

    private static Outlook outlook(int away, double left, @Nullable Integer required) {
        var others = LongStream.range(0, away).mapToObj(AgentId::new).toList();
        return new Outlook(
                List.of(
                        new Outlook.Day(
                                TUESDAY,
                                true,
                                others,
                                List.of(new Outlook.Heads(LocalTime.of(9, 0), left, required)))),
                List.of(left("10")));
    }

    private static Outlook.Left left(String before) {
        return new Outlook.Left(LEAVE, 2026, true, new BigDecimal(before), BigDecimal.ONE);
    }

    private static List<Kind> against(RequestRule rule, Outlook outlook, int notice) {
        return rule.findings(outlook, notice).stream()
                .map(Finding::kind)
                .filter(Kind::isAgainst)
                .toList();
    }

    @Test
    void approvesWhatNothingSpeaksAgainstAndSaysWhy() {
        assertThat(RULE.findings(outlook(1, 6, 5), 20))
                .containsExactly(
                        Finding.of(Kind.ENOUGH_NOTICE, 20, 14),
                        Finding.of(Kind.HEADS_STAY, 1),
                        Finding.of(Kind.FEW_AWAY, 1, 3));
    }

    @Test
    void leavesToAPersonWhatIsAskedForTooLate() {
        assertThat(against(RULE, outlook(0, 6, 5), 14)).isEmpty();
        assertThat(against(RULE, outlook(0, 6, 5), 13)).containsExactly(Kind.SHORT_NOTICE);
    }

    @Test
    void leavesToAPersonWhatWouldLeaveTooFew() {
        assertThat(against(RULE, outlook(0, 5, 5), 20)).isEmpty();
        assertThat(RULE.findings(outlook(0, 4.5, 5), 20))
                .startsWith(Finding.of(Kind.TOO_FEW_HEADS, TUESDAY, "09:00", 4, 5));
    }

    @Test
    void leavesToAPersonWhatNobodyKnowsTheDemandOf() {
        assertThat(against(RULE, outlook(0, 4, null), 20)).containsExactly(Kind.NO_DEMAND);
    }

    @Test
    void countsThePersonAmongThoseAway() {
        assertThat(against(RULE, outlook(2, 6, 5), 20)).isEmpty();
        assertThat(against(RULE, outlook(3, 6, 5), 20)).containsExactly(Kind.TOO_MANY_AWAY);
    }

    @Test
    void asksForNothingOfAWeekThatIsNotPlanned() {
        var unplanned =
                new Outlook(
                        List.of(new Outlook.Day(TUESDAY, false, List.of(), List.of())),
                        List.of(left("10")));

        assertThat(against(RULE, unplanned, 20)).isEmpty();
    }

    @Test
    void approvesNothingBeyondAnAllowanceOrWithoutOne() {
        var over = new Outlook(List.of(), List.of(left("0.5")));
        var unset =
                new Outlook(
                        List.of(),
                        List.of(
                                new Outlook.Left(
                                        LEAVE, 2026, false, BigDecimal.ZERO, BigDecimal.ONE)));

        assertThat(against(RULE, over, 20)).containsExactly(Kind.OVER_ALLOWANCE);
        assertThat(against(RULE, unset, 20)).containsExactly(Kind.NO_ALLOWANCE);
    }

    @Test
    void approvesNothingWhereThereIsNoRule() {
        assertThat(against(RequestRule.none(new UnitId(1)), outlook(0, 9, 1), 99))
                .containsExactly(Kind.NO_RULE);
    }

    @Test
    void readsWhatItWrote() {
        var findings = RULE.findings(outlook(3, 4, 5), 2);

        assertThat(Finding.read(Finding.written(findings))).isEqualTo(findings);
        assertThat(Finding.read("")).isEmpty();
    }
}
