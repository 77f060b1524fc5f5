package dev.rollcall.adherence.settings;

import dev.rollcall.adherence.engine.Mapping;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.presence.PresenceState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an undecided pair should obviously count as, and why.
public record Suggestion(Verdict verdict, Why why) {

    /// What makes it obvious.
    public enum Why {
        /// The reason has the name of the activity.
        SAME_NAME,
        /// A custom code counts as its plain status does.
        LIKE_BASE,
        /// Every other reason to be unavailable counts the same during this activity.
        LIKE_OTHER_REASONS,
        /// Everything else counts the same during this activity.
        LIKE_EVERYTHING_ELSE
    }

    /// One witness is no custom.
    private static final int ENOUGH = 3;

    /// The suggestion for a pair; empty where it is decided, or nothing is obvious.
    public static Optional<Suggestion> of(Pair pair, List<MappingRule> rules) {
        var mapping = new Mapping(rules);
        if (mapping.verdict(pair.activity(), pair.presence()) != Verdict.UNMAPPED) {
            return Optional.empty();
        }
        var presence = PresenceState.parse(pair.presence());
        var code = presence.code();
        if (code != null && plain(code).equals(plain(pair.activity()))) {
            return Optional.of(new Suggestion(Verdict.IN, Why.SAME_NAME));
        }
        if (code != null && presence.base() != PresenceState.Base.UNAVAILABLE) {
            var asBase = mapping.verdict(pair.activity(), presence.base().name());
            if (asBase != Verdict.UNMAPPED) {
                return Optional.of(new Suggestion(asBase, Why.LIKE_BASE));
            }
        }
        var during =
                rules.stream().filter(rule -> rule.activity().equals(pair.activity())).toList();
        if (presence.base() == PresenceState.Base.UNAVAILABLE) {
            var others =
                    during.stream()
                            .filter(rule -> rule.presence().startsWith("UNAVAILABLE/"))
                            .toList();
            var unanimous = unanimous(others);
            if (unanimous.isPresent()) {
                return unanimous.map(each -> new Suggestion(each, Why.LIKE_OTHER_REASONS));
            }
        }
        return unanimous(during).map(each -> new Suggestion(each, Why.LIKE_EVERYTHING_ELSE));
    }

    private static Optional<Verdict> unanimous(List<MappingRule> rules) {
        Set<Verdict> said = rules.stream().map(MappingRule::verdict).collect(Collectors.toSet());
        return rules.size() >= ENOUGH && said.size() == 1
                ? Optional.of(said.iterator().next())
                : Optional.empty();
    }

    private static String plain(String code) {
        return code.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
