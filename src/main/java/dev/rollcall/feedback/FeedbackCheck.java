package dev.rollcall.feedback;

import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.util.List;
import java.util.Set;

/// What can be said to somebody.
final class FeedbackCheck {

    static final int LONGEST_SAID = 1000;
    static final int LONGEST_NEXT = 500;
    static final int MOST_TAGS = 3;

    private FeedbackCheck() {}

    /// The draft as it is kept.
    ///
    /// @param offered codes of the tags there are
    /// @throws InvalidInput naming every bad field
    static FeedbackDraft clean(FeedbackDraft draft, Set<String> offered) {
        var said = draft.said().strip();
        var next = draft.next().strip();
        var problems = new InvalidInput.Collector();
        check(said, "/said", true, LONGEST_SAID, problems);
        check(next, "/next", false, LONGEST_NEXT, problems);
        problems.check(
                offered.containsAll(draft.tags()),
                "/tags",
                sentence("tag", "Choose among the tags that are offered."));
        problems.check(
                draft.tags().size() <= MOST_TAGS,
                "/tags",
                sentence("tags", "Choose %d tags at most.".formatted(MOST_TAGS), MOST_TAGS));
        problems.throwIfAny();
        return new FeedbackDraft(draft.to(), draft.kind(), said, next, draft.tags(), draft.about());
    }

    /// A text somebody typed, without blanks around it.
    ///
    /// @throws InvalidInput when it is empty or too long
    static String text(String typed, String pointer, int longest) {
        var text = typed.strip();
        var problems = new InvalidInput.Collector();
        check(text, pointer, true, longest, problems);
        problems.throwIfAny();
        return text;
    }

    static void check(
            String text,
            String pointer,
            boolean needed,
            int longest,
            InvalidInput.Collector problems) {
        problems.check(!needed || !text.isEmpty(), pointer, sentence("empty", "Say something."));
        problems.check(
                text.codePointCount(0, text.length()) <= longest,
                pointer,
                sentence("long", "Use at most %d characters.".formatted(longest), longest));
    }

    static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("feedback.problem." + key, english, List.of(values));
    }
}
