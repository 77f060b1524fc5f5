package dev.rollcall.adherence.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is obvious, and what an admin has to think about.
class SuggestionTests {

    private static final List<MappingRule> RULES = rules();

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WORK        | UNAVAILABLE/OTHER       | OUT LIKE_OTHER_REASONS
                    WORK        | AVAILABLE/OUTBOUND      | IN LIKE_BASE
                    LUNCH       | AVAILABLE/OUTBOUND      | OUT LIKE_BASE
                    STOCKTAKING | UNAVAILABLE/stock-taking | IN SAME_NAME
                    LUNCH       | UNAVAILABLE/OTHER       | nothing
                    STOCKTAKING | AVAILABLE               | nothing
                    WORK        | UNAVAILABLE/BREAK       | nothing
                    TIME_OFF    | AVAILABLE               | NEUTRAL LIKE_EVERYTHING_ELSE
                    """)
    void suggestsWhatIsObvious(String activity, String presence, String expected) {
        var found =
                Suggestion.of(new Pair(activity, presence), RULES)
                        .map(each -> each.verdict() + " " + each.why())
                        .orElse("nothing");

        assertThat(found).isEqualTo(expected);
    }

    private static List<MappingRule> rules() {
        var rules = new ArrayList<MappingRule>();
        add(rules, "WORK", Verdict.IN, "AVAILABLE", "ACTIVE");
        add(rules, "WORK", Verdict.OUT, "AWAY", "UNAVAILABLE/BREAK", "UNAVAILABLE/LUNCH");
        add(rules, "WORK", Verdict.OUT, "UNAVAILABLE/MEETING");
        add(rules, "LUNCH", Verdict.IN, "UNAVAILABLE/BREAK", "UNAVAILABLE/LUNCH");
        add(rules, "LUNCH", Verdict.OUT, "AVAILABLE", "ACTIVE", "UNAVAILABLE/MEETING");
        add(rules, "TIME_OFF", Verdict.NEUTRAL, "ACTIVE", "AWAY", "UNAVAILABLE/LUNCH");
        return rules;
    }

    private static void add(
            List<MappingRule> rules, String activity, Verdict verdict, String... presences) {
        for (var presence : presences) {
            rules.add(new MappingRule(activity, presence, verdict));
        }
    }
}
