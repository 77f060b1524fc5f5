package dev.rollcall.surveys;

import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.JsonFields;
import dev.rollcall.shared.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads answers of customers from JSON. All that is wrong with one is told at once.
public final class SurveyJson {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_COMMENT = 1000;
    private static final int LONGEST_TAG = 40;
    private static final int MOST_TAGS = 10;

    private SurveyJson() {}

    /// @throws InvalidInput with a sentence for each bad field
    public static ToldResponse read(JsonNode json) {
        if (!json.isObject()) {
            throw InvalidInput.of("", "An answer is a JSON object.");
        }
        var fields = new JsonFields(json);
        var source = fields.line("/source", LONGEST_NAME, true);
        var id = fields.line("/id", LONGEST_NAME, true);
        long version = fields.version();
        var agent = fields.line("/agent", LONGEST_NAME, true);
        var at = fields.instant("/answeredAt");
        var kind = fields.choice("/kind", SurveyKind.class);
        int score = score(fields, kind);
        var question = fields.line("/question", LONGEST_NAME, false);
        var comment = comment(fields);
        var interaction = fields.line("/interaction", LONGEST_NAME, false);
        var tags = tags(fields);
        fields.problems().throwIfAny();
        return new ToldResponse(
                Objects.requireNonNull(source),
                Objects.requireNonNull(id),
                version,
                Objects.requireNonNull(agent),
                Objects.requireNonNull(at),
                Objects.requireNonNull(kind),
                score,
                question,
                comment,
                interaction,
                tags);
    }

    private static int score(JsonFields fields, @Nullable SurveyKind kind) {
        var value = fields.value("/score");
        boolean whole = value != null && value.isIntegralNumber() && value.canConvertToInt();
        if (value == null || !whole || kind != null && !kind.holds(value.intValue())) {
            fields.problems()
                    .add(
                            "/score",
                            kind == null
                                    ? said("score", "score is a whole number.")
                                    : said(
                                            "scoreOf",
                                            "score of %s is a whole number from %d to %d."
                                                    .formatted(kind, kind.least(), kind.most()),
                                            kind.name(),
                                            kind.least(),
                                            kind.most()));
            return 0;
        }
        return value.intValue();
    }

    /// Customers write more than one line.
    private static @Nullable String comment(JsonFields fields) {
        var value = fields.value("/comment");
        if (value == null) {
            return null;
        }
        if (!value.isString() || value.stringValue().length() > LONGEST_COMMENT) {
            fields.problems()
                    .add(
                            "/comment",
                            said(
                                    "comment",
                                    "comment is a text of up to %d characters."
                                            .formatted(LONGEST_COMMENT),
                                    LONGEST_COMMENT));
            return null;
        }
        var text = value.stringValue().strip();
        return text.isEmpty() ? null : text;
    }

    private static List<String> tags(JsonFields fields) {
        var value = fields.value("/tags");
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST_TAGS) {
            fields.problems()
                    .add(
                            "/tags",
                            said(
                                    "tags",
                                    "tags is a list of up to %d words.".formatted(MOST_TAGS),
                                    MOST_TAGS));
            return List.of();
        }
        var tags = new ArrayList<String>();
        for (int i = 0; i < value.size(); i++) {
            var tag = fields.line("/tags/" + i, LONGEST_TAG, true);
            if (tag != null && !tags.contains(tag)) {
                tags.add(tag);
            }
        }
        return tags;
    }

    private static Sentence said(String key, String english, Object... values) {
        return new Sentence("surveys.problem." + key, english, List.of(values));
    }
}
