package dev.rollcall.quality.ui;

import dev.rollcall.kit.Days;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.quality.Answer;
import dev.rollcall.quality.Interaction;
import dev.rollcall.quality.Medium;
import dev.rollcall.quality.Question;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the pages of quality say, in the viewer's language.
final class QualityWords {

    private static final int DECIMALS = 2;

    private final Words words;
    private final Locale locale;

    QualityWords(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return words.get("quality." + key, arguments);
    }

    Words all() {
        return words;
    }

    /// A score as everybody reads it; a dash for none.
    String percent(@Nullable BigDecimal percent) {
        if (percent == null) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(DECIMALS);
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(percent) + "\u202f%";
    }

    /// Points of a hundred, with their sign where it says something.
    String points(@Nullable BigDecimal points, boolean signed) {
        if (points == null) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        var text = format.format(points.abs());
        if (!signed) {
            return text;
        }
        return points.signum() == 0 ? text : (points.signum() < 0 ? "−" : "+") + text;
    }

    String number(BigDecimal number) {
        return NumberFormat.getNumberInstance(locale).format(number);
    }

    String channel(Medium channel) {
        return say("channel." + channel);
    }

    String duration(@Nullable Duration duration) {
        return duration == null ? "" : new DurationWords(words).of(duration);
    }

    /// In the zone it is meant in, which is named where the viewer's is another one.
    String at(Interaction interaction) {
        var local = interaction.startedAt().atZone(interaction.zone());
        var text =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(local);
        return local.getOffset().equals(interaction.startedAt().atZone(Days.zone()).getOffset())
                ? text
                : text + " (" + interaction.zone().getId() + ")";
    }

    String at(Instant instant) {
        return Days.withTime(instant, locale);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    // ------------------------------------------------------------------ answers

    /// What a choice is called.
    ///
    /// @param place from 0 on
    String option(Question question, int place) {
        var option = question.options().get(place);
        if (!option.label().isBlank()) {
            return option.label();
        }
        return say(option.points().signum() > 0 ? "answer.yes" : "answer.no");
    }

    String answer(Question question, @Nullable Answer answer) {
        if (answer == null) {
            return "–";
        }
        var value = answer.value();
        if (value == null) {
            return say("answer.skipped");
        }
        return question.kind() == Question.Kind.NUMBER
                ? number(value)
                : option(question, value.intValue());
    }
}
