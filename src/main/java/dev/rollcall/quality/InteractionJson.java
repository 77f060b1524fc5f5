package dev.rollcall.quality;

import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.JsonFields;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads interactions from JSON. All that is wrong with one is told at once.
public final class InteractionJson {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_SHORT = 100;
    private static final int LONGEST_LINK = 1_000;
    private static final int MOST_TRANSFERS = 50;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final JsonFields fields;
    private final InvalidInput.Collector problems;

    private InteractionJson(JsonNode json) {
        fields = new JsonFields(json);
        problems = fields.problems();
    }

    /// Reads one interaction.
    ///
    /// @throws InvalidInput with a sentence for each bad field
    public static ToldInteraction read(JsonNode json) {
        if (!json.isObject()) {
            throw InvalidInput.of("", "An interaction is a JSON object.");
        }
        return new InteractionJson(json).read();
    }

    private ToldInteraction read() {
        var source = fields.line("/source", LONGEST_NAME, true);
        var id = fields.line("/id", LONGEST_NAME, true);
        long version = fields.version();
        var agent = fields.line("/agent", LONGEST_NAME, true);
        var channel = fields.choice("/channel", Medium.class);
        var startedAt = fields.instant("/startedAt");
        var zone = zone();
        var length = seconds("/durationSeconds");
        var answer = seconds("/answerSeconds");
        var transferred = transferredTo();
        var customer = fields.line("/customer", LONGEST_SHORT, false);
        var link = link();
        var reason = fields.line("/reason", LONGEST_NAME, false);
        problems.throwIfAny();
        return new ToldInteraction(
                Objects.requireNonNull(source),
                Objects.requireNonNull(id),
                version,
                Objects.requireNonNull(agent),
                Objects.requireNonNull(channel),
                Objects.requireNonNull(startedAt),
                zone,
                length,
                answer,
                transferred,
                customer,
                link,
                reason);
    }

    private @Nullable ZoneId zone() {
        var text = fields.line("/zone", LONGEST_SHORT, false);
        if (text == null) {
            return null;
        }
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            problems.add("/zone", "zone is the name of a time zone, like Europe/Berlin.");
            return null;
        }
        return ZoneId.of(text);
    }

    private @Nullable Duration seconds(String pointer) {
        var value = fields.value(pointer);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > LONGEST.toSeconds()) {
            problems.add(
                    pointer,
                    JsonFields.name(pointer)
                            + " is a whole number of seconds, from 0 to seven days.");
            return null;
        }
        return Duration.ofSeconds(value.longValue());
    }

    private List<String> transferredTo() {
        var value = fields.value("/transferredTo");
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST_TRANSFERS) {
            problems.add(
                    "/transferredTo",
                    "transferredTo is a list of up to " + MOST_TRANSFERS + " names.");
            return List.of();
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < value.size(); i++) {
            var name = fields.line("/transferredTo/" + i, LONGEST_SHORT, true);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private @Nullable String link() {
        var text = fields.line("/link", LONGEST_LINK, false);
        if (text != null && !isSafe(text)) {
            problems.add(
                    "/link",
                    "link is an https address of the recording or transcript, without a user or"
                            + " password in it.");
            return null;
        }
        return text;
    }

    /// Nothing but https leads out of a page, and no secrets are kept in addresses.
    static boolean isSafe(String link) {
        try {
            var address = URI.create(link);
            return link.startsWith("https://")
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
