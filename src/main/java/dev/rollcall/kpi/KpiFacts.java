package dev.rollcall.kpi;

import dev.rollcall.kpi.KpiFact.Progress;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Currency;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// KPI facts as JSON.
public final class KpiFacts {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_CATEGORY = 100;
    private static final int MOST_DIGITS = 15;

    /// Digits after the point that are kept, more than any currency has.
    private static final int MOST_DECIMALS = 4;

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Instant EARLIEST = Instant.parse("1970-01-03T00:00:00Z");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private KpiFacts() {}

    /// Reads one fact.
    ///
    /// @throws InvalidInput with a sentence for each bad field
    public static KpiFact read(JsonNode json) {
        if (!json.isObject()) {
            throw InvalidInput.of("", "A fact is a JSON object.");
        }
        var fields = new Fields(json);
        var source = fields.name("/source");
        var id = fields.name("/id");
        long version = fields.version();
        var agent = fields.name("/agent");
        var at = fields.instant("/at", true);
        var kind = fields.choice("/kind", FactKind.class, true);
        var amount = fields.decimal("/amount");
        var due = fields.decimal("/due");
        var currency = fields.currency();
        var category = fields.category();
        var duration = fields.duration();
        var progress = fields.choice("/status", Progress.class, false);
        var resolvedAt = fields.instant("/resolvedAt", false);
        if (kind != null && kind.needsAmount() && amount == null) {
            fields.missing("/amount", FactComplaint.NO_AMOUNT.with(kind.name()));
        }
        fields.check(due == null || due.signum() >= 0, "/due", FactComplaint.NEGATIVE_DUE.with());
        fields.check(
                currency != null || (amount == null && due == null),
                "/currency",
                FactComplaint.NO_CURRENCY.with());
        fields.check(
                resolvedAt == null || progress != Progress.OPEN,
                "/resolvedAt",
                FactComplaint.OPEN_AND_RESOLVED.with());
        fields.check(
                resolvedAt == null || at == null || !resolvedAt.isBefore(at),
                "/resolvedAt",
                FactComplaint.RESOLVED_BEFORE.with());
        fields.throwIfAny();
        return new KpiFact(
                source,
                id,
                version,
                agent,
                Objects.requireNonNull(at),
                Objects.requireNonNull(kind),
                amount,
                due,
                amount == null && due == null ? null : currency,
                category,
                duration,
                progress,
                resolvedAt);
    }

    /// Reads one fact from text.
    ///
    /// @throws InvalidInput also when it is no JSON
    static KpiFact parse(String payload) {
        try {
            return read(JSON.readTree(payload));
        } catch (tools.jackson.core.JacksonException e) {
            throw InvalidInput.of("", "The fact is no readable JSON.");
        }
    }

    static String write(KpiFact fact) {
        var json = JSON.createObjectNode();
        json.put("id", fact.id());
        json.put("source", fact.source());
        json.put("version", fact.version());
        json.put("agent", fact.agent());
        json.put("at", fact.at().toString());
        json.put("kind", fact.kind().name());
        if (fact.amount() != null) {
            json.put("amount", fact.amount());
        }
        if (fact.due() != null) {
            json.put("due", fact.due());
        }
        if (fact.currency() != null) {
            json.put("currency", fact.currency().getCurrencyCode());
        }
        if (fact.category() != null) {
            json.put("category", fact.category());
        }
        if (fact.duration() != null) {
            json.put("durationSeconds", fact.duration().toSeconds());
        }
        if (fact.progress() != null) {
            json.put("status", fact.progress().name());
        }
        if (fact.resolvedAt() != null) {
            json.put("resolvedAt", fact.resolvedAt().toString());
        }
        return JSON.writeValueAsString(json);
    }

    /// The fields of one fact; all bad ones are told at once.
    private static final class Fields {

        private final JsonNode json;
        private final InvalidInput.Collector problems = new InvalidInput.Collector();

        Fields(JsonNode json) {
            this.json = json;
        }

        void check(boolean fine, String pointer, Sentence sentence) {
            problems.check(fine, pointer, sentence);
        }

        void throwIfAny() {
            problems.throwIfAny();
        }

        private @Nullable JsonNode value(String pointer) {
            var value = json.at(pointer);
            return value.isMissingNode() || value.isNull() ? null : value;
        }

        private static String field(String pointer) {
            return pointer.substring(1);
        }

        /// Notes that a field is missing, unless what stands in it was told to be bad already.
        void missing(String pointer, Sentence sentence) {
            if (value(pointer) == null) {
                problems.add(pointer, sentence);
            }
        }

        private @Nullable String text(String pointer, boolean required) {
            var value = value(pointer);
            if (value == null) {
                check(!required, pointer, FactComplaint.REQUIRED.with(field(pointer)));
                return null;
            }
            if (!value.isString()) {
                problems.add(pointer, FactComplaint.NO_TEXT.with(field(pointer)));
                return null;
            }
            var text = value.stringValue();
            if (text.isBlank()) {
                check(!required, pointer, FactComplaint.EMPTY.with(field(pointer)));
                return null;
            }
            return text;
        }

        String name(String pointer) {
            var text = Objects.requireNonNullElse(text(pointer, true), "");
            check(
                    isLine(text, LONGEST_NAME),
                    pointer,
                    FactComplaint.NO_LINE.with(field(pointer), LONGEST_NAME));
            return text;
        }

        @Nullable String category() {
            var text = text("/category", false);
            check(
                    text == null || isLine(text, LONGEST_CATEGORY),
                    "/category",
                    FactComplaint.NO_LINE.with("category", LONGEST_CATEGORY));
            return text == null ? null : text.strip();
        }

        private static boolean isLine(String text, int longest) {
            return text.codePointCount(0, text.length()) <= longest
                    && text.codePoints().noneMatch(Character::isISOControl);
        }

        long version() {
            var value = value("/version");
            if (value == null) {
                return 1;
            }
            if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
                problems.add("/version", FactComplaint.BAD_VERSION.with());
                return 1;
            }
            return value.longValue();
        }

        @Nullable Instant instant(String pointer, boolean required) {
            var text = text(pointer, required);
            if (text == null) {
                return null;
            }
            try {
                var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
                if (instant.isBefore(EARLIEST)) {
                    problems.add(pointer, FactComplaint.TOO_EARLY.with(field(pointer)));
                    return null;
                }
                return instant;
            } catch (DateTimeException e) {
                problems.add(pointer, FactComplaint.BAD_INSTANT.with(field(pointer)));
                return null;
            }
        }

        <E extends Enum<E>> @Nullable E choice(String pointer, Class<E> type, boolean required) {
            var text = text(pointer, required);
            if (text == null) {
                return null;
            }
            var choices = type.getEnumConstants();
            var chosen =
                    Arrays.stream(choices).filter(each -> each.name().equals(text)).findFirst();
            if (chosen.isEmpty()) {
                problems.add(
                        pointer,
                        FactComplaint.BAD_CHOICE.with(
                                field(pointer),
                                Arrays.stream(choices)
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")),
                                text));
            }
            return chosen.orElse(null);
        }

        /// A number, or a number in a text for those whose tools would round it.
        @Nullable BigDecimal decimal(String pointer) {
            var value = value(pointer);
            if (value == null) {
                return null;
            }
            BigDecimal number;
            try {
                number =
                        value.isNumber()
                                ? value.decimalValue()
                                : value.isString() ? new BigDecimal(value.stringValue()) : null;
            } catch (NumberFormatException e) {
                number = null;
            }
            if (number != null && number.signum() != 0) {
                number = number.stripTrailingZeros();
            }
            if (number == null
                    || number.scale() > MOST_DECIMALS
                    || number.precision() - number.scale() > MOST_DIGITS) {
                problems.add(pointer, FactComplaint.BAD_NUMBER.with(field(pointer), MOST_DECIMALS));
                return null;
            }
            return number;
        }

        @Nullable Currency currency() {
            var text = text("/currency", false);
            if (text == null) {
                return null;
            }
            try {
                return Currency.getInstance(text);
            } catch (IllegalArgumentException e) {
                problems.add("/currency", FactComplaint.BAD_CURRENCY.with(text));
                // Known to be bad: nobody needs to hear that it is missing, too.
                return Currency.getInstance("XXX");
            }
        }

        @Nullable Duration duration() {
            var value = value("/durationSeconds");
            if (value == null) {
                return null;
            }
            if (!value.isIntegralNumber()
                    || !value.canConvertToLong()
                    || value.longValue() < 0
                    || value.longValue() > LONGEST.toSeconds()) {
                problems.add(
                        "/durationSeconds", FactComplaint.BAD_SECONDS.with(LONGEST.toSeconds()));
                return null;
            }
            return Duration.ofSeconds(value.longValue());
        }
    }
}
