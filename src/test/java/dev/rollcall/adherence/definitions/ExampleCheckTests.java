package dev.rollcall.adherence.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.adherence.definitions.CheckedExample.Check;
import dev.rollcall.shared.InvalidInput;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleCheckTests {

    private static final String DAY =
            """
            {"period": {"from": "2026-03-02T08:00:00Z", "to": "2026-03-02T09:00:00Z"},
             "schedule": [{"activity": "WORK",
                           "start": "2026-03-02T08:00:00Z", "end": "2026-03-02T09:00:00Z"}],
             "events": [{"at": "2026-03-02T08:15:00Z", "presence": "AVAILABLE"}],
             "mapping": [{"activity": "WORK", "presence": "AVAILABLE", "verdict": "IN"},
                         {"activity": "WORK", "presence": "*", "verdict": "OUT"}]}
            """;

    static Stream<Example> shipped() {
        return ShippedExamples.read().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedExampleComesOutAsPublished(Example example) {
        var checked = ExampleCheck.check(example);
        assertThat(checked.parts())
                .flatMap(CheckedExample.CheckedPart::checks)
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.found()).satisfies(_ -> agrees(check)));
        assertThat(checked.team()).allSatisfy(ExampleCheckTests::agrees);
        assertThat(checked.passes()).isTrue();
    }

    private static void agrees(Check check) {
        assertThat(check.agrees())
                .as("%s: expected %s, found %s", check.figure(), check.expected(), check.found())
                .isTrue();
    }

    @Test
    void saysWhatDiffersFromWhatWasExpected() {
        var checked = check(DAY, "{\"scorePercent\": 80, \"rawOutSeconds\": 900}");
        assertThat(checked.passes()).isFalse();
        assertThat(checked.parts().getFirst().checks())
                .containsExactly(
                        new Check(ExpectedFigure.RAW_OUT_SECONDS, "900", "900"),
                        new Check(ExpectedFigure.SCORE_PERCENT, "80", "75.00"));
    }

    @Test
    void namesAFigureThatDoesNotExist() {
        assertThatThrownBy(() -> check(DAY, "{\"score\": 80}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There is no figure \"score\"");
    }

    @Test
    void namesTheLineThatCannotBeRead() {
        assertThatThrownBy(
                        () -> check(DAY.replace("\"events\":", "events:"), "{\"edge\": \"LATE\"}"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .singleElement()
                                        .satisfies(problem -> {
                                            assertThat(problem.pointer()).isEqualTo("/calculation");
                                            assertThat(problem.detail()).contains("line 4");
                                        }));
    }

    @Test
    void namesEveryFieldOfACalculationThatIsWrong() {
        assertThatThrownBy(() -> check("{\"events\": [], \"mapping\": []}", "{\"edge\": \"LATE\"}"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .containsExactlyInAnyOrder("/period", "/schedule"));
    }

    @Test
    void wantsANameAndAtLeastOneFigure() {
        assertThatThrownBy(() -> new ExampleForm(" ", DAY, "{}").read())
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(InvalidInput.Problem::pointer)
                                        .isEqualTo(List.of("/name", "/expected")));
    }

    private static CheckedExample check(String calculation, String expected) {
        return ExampleCheck.check(new ExampleForm("A day", calculation, expected).read());
    }
}
