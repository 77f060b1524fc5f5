package dev.rollcall.coaching;

import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import dev.rollcall.shared.TimeSpan;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether what is written about sessions can be kept.
final class Checks {

    static final int TITLE = 120;
    static final int TEXT = 300;
    static final int AGENDA = 2_000;
    static final int NOTES = 4_000;
    static final int WORD = 1_000;
    static final int WHY = 200;
    static final int MOST_PEOPLE = 50;
    static final Duration LONGEST = Duration.ofHours(8);
    private static final int LINK = 1_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Checks() {}

    static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("coaching.problem." + key, english, List.of(values));
    }

    /// @throws InvalidInput naming every bad field
    static void draft(SessionDraft draft) {
        var problems = new InvalidInput.Collector();
        text(draft.title(), "/title", TITLE, true, problems);
        text(draft.agenda(), "/agenda", AGENDA, false, problems);
        int people = draft.people().size();
        problems.check(
                draft.kind() == SessionKind.ONE_ON_ONE
                        ? people == 1
                        : people >= 1 && people <= MOST_PEOPLE,
                "/people",
                draft.kind() == SessionKind.ONE_ON_ONE
                        ? sentence("onePerson", "A one-on-one is with one person.")
                        : sentence(
                                "people",
                                "Name between one and %d people.".formatted(MOST_PEOPLE),
                                MOST_PEOPLE));
        var span = draft.span();
        problems.check(
                span != null || draft.kind() == SessionKind.E_LEARNING,
                "/start",
                sentence("noStart", "Say when it begins."));
        length(span, problems);
        problems.check(
                draft.kind() != SessionKind.E_LEARNING || !draft.link().isBlank(),
                "/link",
                sentence("noLink", "Say where the material is."));
        if (!draft.link().isBlank()) {
            link(draft.link(), problems);
        }
        problems.throwIfAny();
    }

    private static void length(@Nullable TimeSpan span, InvalidInput.Collector problems) {
        problems.check(
                span == null || span.duration().compareTo(LONGEST) <= 0,
                "/length",
                sentence("length", "A session takes at most eight hours."));
    }

    static void link(String link, InvalidInput.Collector problems) {
        problems.check(
                link.strip().length() <= LINK && isHttps(link.strip()),
                "/link",
                sentence("link", "Give a whole address that begins with https://."));
    }

    private static boolean isHttps(String link) {
        try {
            var address = new URI(link);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// @throws InvalidInput naming every bad field
    static void goal(GoalDraft draft) {
        var problems = new InvalidInput.Collector();
        text(draft.text(), "/text", TEXT, true, problems);
        var target = draft.target();
        problems.check(
                target == null
                        || target.signum() >= 0
                                && target.compareTo(HUNDRED) <= 0
                                && target.stripTrailingZeros().scale() <= 2,
                "/target",
                sentence("target", "A target is between 0 and 100, with two decimals at most."));
        problems.check(
                target == null || draft.metric().isMeasured(),
                "/target",
                sentence("targetOfWords", "What is not measured has no target."));
        problems.throwIfAny();
    }

    static String text(String text, String pointer, int longest, boolean required) {
        var problems = new InvalidInput.Collector();
        var said = text(text, pointer, longest, required, problems);
        problems.throwIfAny();
        return said;
    }

    private static String text(
            String text,
            String pointer,
            int longest,
            boolean required,
            InvalidInput.Collector problems) {
        var said = text.strip();
        problems.check(
                !required || !said.isEmpty(), pointer, sentence("empty", "Say something here."));
        problems.check(
                said.length() <= longest,
                pointer,
                sentence("long", "Use at most %d characters.".formatted(longest), longest));
        return said;
    }
}
