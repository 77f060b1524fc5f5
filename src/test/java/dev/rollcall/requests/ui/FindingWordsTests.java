package dev.rollcall.requests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.requests.Finding.Kind;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One is not many, in both languages.
class FindingWordsTests {

    private static String say(String language, String key, Object... values) {
        var bundle =
                ResourceBundle.getBundle(
                        "vaadin-i18n.translations",
                        language.equals("en") ? Locale.ROOT : Locale.of(language));
        return new MessageFormat(bundle.getString(key), Locale.of(language)).format(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | ENOUGH_NOTICE | 1 1             | Asked for 1 day ahead; 1 day is enough.
                    en | ENOUGH_NOTICE | 20 14           | Asked for 20 days ahead; 14 days are enough.
                    en | SHORT_NOTICE  | -3 7            | Asked for afterwards; the rule approves from 7 days on.
                    en | SHORT_NOTICE  | 0 1             | Asked for on its first day; the rule approves from 1 day on.
                    en | TOO_MANY_AWAY | Monday 1 1      | On Monday 1 other of the group is off; 1 may be in all.
                    en | TOO_MANY_AWAY | Monday 3 2      | On Monday 3 others of the group are off; 2 may be in all.
                    de | ENOUGH_NOTICE | 1 1             | 1 Tag im Voraus beantragt; 1 Tag genügt.
                    de | SHORT_NOTICE  | -3 7            | Nachträglich beantragt; die Regel genehmigt ab 7 Tagen.
                    de | TOO_MANY_AWAY | Montag 1 1      | Am Montag hat 1 andere Person der Gruppe frei; insgesamt darf es 1 Person sein.
                    de | TOO_MANY_AWAY | Montag 3 2      | Am Montag haben 3 andere der Gruppe frei; insgesamt dürfen es 2 sein.
                    """)
    void countsInWords(String language, Kind kind, String values, String sentence) {
        var numbers =
                Arrays.stream(values.split(" "))
                        .map(each ->
                                each.matches("-?[0-9]+") ? (Object) new BigDecimal(each) : each)
                        .toArray();

        assertThat(say(language, "requests.finding." + kind, numbers)).isEqualTo(sentence);
    }
}
