package dev.rollcall.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.shared.InvalidInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiFactsTests {

    private static KpiFact read(String json) {
        return KpiFacts.parse(json.replace('\'', '"'));
    }

    private static String fact(String more) {
        return "{'id': 'f1', 'source': '/billing', 'version': 3, 'agent': 'a', 'at':"
                + " '2026-03-02T08:00:00+01:00'"
                + more
                + "}";
    }

    @Test
    void readsAPaymentToTheCent() {
        var payment =
                read(
                        fact(
                                ", 'kind': 'PAYMENT', 'amount': 152.40, 'due': '200.005', 'currency': 'USD'"));

        assertThat(payment.version()).isEqualTo(3);
        assertThat(payment.at()).isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
        assertThat(payment.amount()).isEqualByComparingTo("152.40");
        assertThat(payment.due()).isEqualByComparingTo("200.005");
        assertThat(payment.currency()).isEqualTo(Currency.getInstance("USD"));
        assertThat(payment.isDone()).isFalse();
    }

    @Test
    void losesNoDigitOfAnAmountThatIsLargerThanDoublesHold() {
        var payment =
                read(
                        fact(
                                ", 'kind': 'PAYMENT', 'amount': 123456789012345.6789, 'currency': 'JPY'"));

        assertThat(payment.amount()).isEqualTo(new BigDecimal("123456789012345.6789"));
    }

    @Test
    void readsServicesComplaintsAndCalls() {
        assertThat(
                        read(fact(
                                        ", 'kind': 'SERVICE', 'status': 'COMPLETED', 'category': ' Move '"))
                                .category())
                .isEqualTo("Move");
        var complaint =
                read(
                        fact(
                                ", 'kind': 'COMPLAINT', 'status': 'RESOLVED', 'resolvedAt': '2026-03-03T08:00:00Z'"));
        assertThat(complaint.isDone()).isTrue();
        assertThat(read(fact(", 'kind': 'CALL', 'durationSeconds': 240")).duration())
                .isEqualTo(Duration.ofMinutes(4));
        assertThat(read(fact(", 'kind': 'COMPLAINT', 'status': 'OPEN'")).isDone()).isFalse();
    }

    @Test
    void takesAFactWithoutAVersionAsItsFirst() {
        assertThat(read(fact(", 'kind': 'CALL'").replace("'version': 3,", "")).version())
                .isEqualTo(1);
    }

    @Test
    void writesWhatItReads() {
        var fact =
                read(
                        fact(
                                ", 'kind': 'SALE', 'amount': 10, 'due': 12, 'currency': 'EUR', 'category': 'Plan',"
                                        + " 'durationSeconds': 5, 'status': 'COMPLETED', 'resolvedAt': '2026-03-03T08:00:00Z'"));

        assertThat(KpiFacts.parse(KpiFacts.write(fact))).isEqualTo(fact);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    , 'kind': 'PAYMENT', 'currency': 'USD'                                   | /amount
                    , 'kind': 'PAYMENT', 'amount': 1                                         | /currency
                    , 'kind': 'PAYMENT', 'amount': 1, 'currency': 'ABC'                      | /currency
                    , 'kind': 'PAYMENT', 'amount': 1.23456, 'currency': 'USD'                | /amount
                    , 'kind': 'PAYMENT', 'amount': 1e20, 'currency': 'USD'                   | /amount
                    , 'kind': 'PAYMENT', 'amount': true, 'currency': 'USD'                   | /amount
                    , 'kind': 'PAYMENT', 'amount': 'much', 'currency': 'USD'                 | /amount
                    , 'kind': 'PAYMENT', 'amount': 1, 'due': -1, 'currency': 'USD'           | /due
                    , 'kind': 'GIFT'                                                         | /kind
                    , 'kind': 7                                                              | /kind
                    , 'category': 'x'                                                        | /kind
                    , 'kind': 'CALL', 'durationSeconds': 1.5                                 | /durationSeconds
                    , 'kind': 'CALL', 'durationSeconds': -1                                  | /durationSeconds
                    , 'kind': 'COMPLAINT', 'status': 'DONE'                                  | /status
                    , 'kind': 'COMPLAINT', 'status': 'OPEN', 'resolvedAt': '2026-03-03T08:00:00Z' | /resolvedAt
                    , 'kind': 'COMPLAINT', 'resolvedAt': '2026-03-01T08:00:00Z'              | /resolvedAt
                    , 'kind': 'COMPLAINT', 'resolvedAt': 'tomorrow'                          | /resolvedAt
                    , 'kind': 'CALL', 'category': 7                                          | /category
                    """)
    void namesTheFieldThatIsWrong(String more, String pointer) {
        assertThatThrownBy(() -> read(fact(more)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactly(pointer));
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        assertThatThrownBy(() -> read("{}"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactlyInAnyOrder(
                                                "/source", "/id", "/agent", "/at", "/kind"));
        assertThatThrownBy(() -> read("17")).hasMessageContaining("JSON object");
        assertThatThrownBy(() -> read("{")).hasMessageContaining("readable");
    }
}
