package dev.rollcall.feedback.ui;

import dev.rollcall.feedback.FeedbackTag;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Words;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What the pages of feedback say, in the viewer's language.
final class FeedbackWords {

    private final Words words;
    private final Locale locale;

    FeedbackWords(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return words.get("feedback." + key, arguments);
    }

    String at(Instant instant) {
        return Days.withTime(instant, locale);
    }

    String tag(FeedbackTag tag) {
        return tag.name(words);
    }

    String tag(String code, List<FeedbackTag> all) {
        return all.stream()
                .filter(each -> each.code().equals(code))
                .map(this::tag)
                .findFirst()
                .orElse(code);
    }

    String mean(BigDecimal mean) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(mean);
    }
}
