package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.shared.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A mapping rule as it is written down.
///
/// @param activity an activity's code, or `*`
/// @param presence `BASE` or `BASE/CODE`, or `*`
/// @param verdict `IN`, `OUT` or `NEUTRAL`
public record MappingForm(
        @Nullable String activity, @Nullable String presence, @Nullable String verdict) {

    static MappingForm of(MappingRule rule) {
        return new MappingForm(rule.activity(), rule.presence(), rule.verdict().name());
    }

    /// All the rules of a list that can be read, in their order.
    static List<MappingRule> readAll(
            List<? extends @Nullable MappingForm> forms,
            String pointer,
            List<InvalidInput.Problem> problems) {
        var rules = new ArrayList<MappingRule>();
        int i = 0;
        for (var form : forms) {
            var at = pointer + "/" + i++;
            if (form == null) {
                problems.add(new InvalidInput.Problem(at, "A rule is missing."));
            } else {
                form.read(at, problems).ifPresent(rules::add);
            }
        }
        return rules;
    }

    /// The rule this describes; empty when something is wrong, which `problems` takes.
    Optional<MappingRule> read(String pointer, List<InvalidInput.Problem> problems) {
        int before = problems.size();
        var activityCode =
                Forms.text(activity, pointer + "/activity", "an activity or *", problems);
        var presenceText = Forms.text(presence, pointer + "/presence", "a presence or *", problems);
        if (!presenceText.isEmpty() && !presenceText.equals(MappingRule.ANY)) {
            try {
                PresenceState.parse(presenceText);
            } catch (IllegalArgumentException e) {
                problems.add(new InvalidInput.Problem(pointer + "/presence", e.getMessage() + "."));
            }
        }
        var decided =
                switch (verdict == null ? "" : verdict) {
                    case "IN" -> Verdict.IN;
                    case "OUT" -> Verdict.OUT;
                    case "NEUTRAL" -> Verdict.NEUTRAL;
                    default -> {
                        problems.add(
                                new InvalidInput.Problem(
                                        pointer + "/verdict",
                                        "The verdict is IN, OUT or NEUTRAL"
                                                + (verdict == null
                                                        ? "."
                                                        : ", not \"" + verdict + "\".")));
                        yield Verdict.NEUTRAL;
                    }
                };
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new MappingRule(activityCode, presenceText, decided));
    }
}
