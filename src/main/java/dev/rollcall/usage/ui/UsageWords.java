package dev.rollcall.usage.ui;

import dev.rollcall.kit.Words;
import dev.rollcall.usage.UsageReport.Topic;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/// The answers in words.
final class UsageWords {

    private final Words words;
    private final Locale locale;

    UsageWords(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /// What a line of a table is about.
    ///
    /// @param key as the report has it
    String line(Topic topic, String key) {
        var parts = key.split("/", 2);
        return switch (topic) {
            case HOUR -> {
                int hour = Integer.parseInt(key);
                yield words.get("usage.hours", hour, hour + 4);
            }
            case WEEKDAY, VISITED ->
                    DayOfWeek.valueOf(key).getDisplayName(TextStyle.FULL_STANDALONE, locale);
            case SIZE ->
                    words.get(
                            "usage.size",
                            word("METRIC", parts[0]),
                            NumberFormat.getIntegerInstance(locale)
                                    .format(new BigDecimal(parts[1])));
            case ACTION ->
                    words.get("usage.pair", word("LEVEL", parts[0]), word("ACTION", parts[1]));
            default -> word(topic.name(), key);
        };
    }

    private String word(String topic, String key) {
        return words.get("usage." + topic + "." + key);
    }

    String percent(int percent) {
        return NumberFormat.getPercentInstance(locale).format(percent / 100.0);
    }

    /// With its sign, since it is a difference.
    String points(int points) {
        return points > 0 ? "+" + points : NumberFormat.getIntegerInstance(locale).format(points);
    }

    String decimal(double value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }
}
