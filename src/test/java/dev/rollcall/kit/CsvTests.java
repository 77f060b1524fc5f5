package dev.rollcall.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+49 30 1", "-2", "@SUM(A1)", " =1", "\t=1", "\r=1", "\uff1dA1"})
    void letsNoFormulaThrough(String value) {
        assertThat(Csv.cell(value).replace("\"", "")).startsWith("'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Kim Sommer    | Kim Sommer",
                "O'Connor      | O'Connor",
                "Sommer, Kim   | \"Sommer, Kim\"",
                "a \"b\" c     | \"a \"\"b\"\" c\"",
                "a;b           | \"a;b\"",
                "5-2           | 5-2",
            })
    void quotesWhatMustBe(String value, String cell) {
        assertThat(Csv.cell(value)).isEqualTo(cell);
    }

    @Test
    void quotesLineBreaks() {
        assertThat(Csv.cell("a\nb")).isEqualTo("\"a\nb\"");
    }
}
