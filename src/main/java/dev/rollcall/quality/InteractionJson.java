package dev.rollcall.quality;

import dev.rollcall.shared.InvalidInput;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads interactions from JSON. All that is wrong with one is told at once.
public final class InteractionJson {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_SHORT = 100;
    private static final int LONGEST_LINK = 1_000;
    private static final int MOST_TRANSFERS = 50;
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Instant EARLIEST = Instant.parse("1970-01-03T00:00:00Z");

    private final JsonNode json;
    private final InvalidInput.Collector problems = new InvalidInput.Collector();

    private InteractionJson(JsonNode json) {
        this.json = json;
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
        var source = line("/source", LONGEST_NAME, true);
        var id = line("/id", LONGEST_NAME, true);
        long version = version();
        var agent = line("/agent", LONGEST_NAME, true);
        var channel = channel();
        var startedAt = startedAt();
        var zone = zone();
        var length = seconds("/durationSeconds");
        var answer = seconds("/answerSeconds");
        var transferred = transferredTo();
        var customer = line("/customer", LONGEST_SHORT, false);
        var link = link();
        var reason = line("/reason", LONGEST_NAME, false);
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

    private @Nullable JsonNode value(String pointer) {
        var value = json.at(pointer);
        return value.isMissingNode() || value.isNull() ? null : value;
    }

    private static String field(String pointer) {
        return pointer.substring(1);
    }

    private @Nullable String line(String pointer, int longest, boolean required) {
        var value = value(pointer);
        if (value == null || (value.isString() && value.stringValue().isBlank())) {
            problems.check(!required, pointer, field(pointer) + " is required.");
            return null;
        }
        if (!value.isString() || !isLine(value.stringValue(), longest)) {
            problems.add(
                    pointer,
                    "%s is a text of up to %d characters without line breaks."
                            .formatted(field(pointer), longest));
            return null;
        }
        return value.stringValue().strip();
    }

    private static boolean isLine(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private long version() {
        var value = value("/version");
        if (value == null) {
            return 1;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            problems.add("/version", "version is a whole number from 0 on.");
            return 1;
        }
        return value.longValue();
    }

    private @Nullable Medium channel() {
        var text = line("/channel", LONGEST_SHORT, true);
        if (text == null) {
            return null;
        }
        var found =
                Arrays.stream(Medium.values()).filter(each -> each.name().equals(text)).findFirst();
        problems.check(
                found.isPresent(),
                "/channel",
                "channel is one of %s, not \"%s\"."
                        .formatted(
                                Arrays.stream(Medium.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")),
                                text));
        return found.orElse(null);
    }

    private @Nullable Instant startedAt() {
        var text = line("/startedAt", LONGEST_SHORT, true);
        if (text == null) {
            return null;
        }
        try {
            var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            problems.check(instant.isAfter(EARLIEST), "/startedAt", "startedAt is after 1970.");
            return instant;
        } catch (DateTimeException e) {
            problems.add(
                    "/startedAt",
                    "startedAt is an RFC 3339 instant with an offset, like"
                            + " 2026-03-02T06:58:11.250Z.");
            return null;
        }
    }

    private @Nullable ZoneId zone() {
        var text = line("/zone", LONGEST_SHORT, false);
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
        var value = value(pointer);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > LONGEST.toSeconds()) {
            problems.add(
                    pointer,
                    field(pointer) + " is a whole number of seconds, from 0 to seven days.");
            return null;
        }
        return Duration.ofSeconds(value.longValue());
    }

    private List<String> transferredTo() {
        var value = value("/transferredTo");
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
            var name = line("/transferredTo/" + i, LONGEST_SHORT, true);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private @Nullable String link() {
        var text = line("/link", LONGEST_LINK, false);
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
