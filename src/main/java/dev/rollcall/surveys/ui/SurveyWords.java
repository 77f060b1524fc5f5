package dev.rollcall.surveys.ui;

import dev.rollcall.kit.Days;
import dev.rollcall.kit.Words;
import dev.rollcall.surveys.SurveyKind;
import dev.rollcall.surveys.SurveyTally;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;

/// What pages about customers say, in the viewer's language.
final class SurveyWords {

    private final Words words;
    private final Locale locale;

    SurveyWords(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return words.get("surveys." + key, arguments);
    }

    Words all() {
        return words;
    }

    Locale locale() {
        return locale;
    }

    /// The figure as people say it: NPS with its sign, satisfaction in percent.
    String figure(SurveyTally tally) {
        return tally.figure().map(figure -> figure(tally.kind(), figure)).orElse("–");
    }

    private String figure(SurveyKind kind, BigDecimal figure) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        var text = format.format(figure.abs());
        if (kind == SurveyKind.CSAT) {
            return text + "\u202f%";
        }
        return (figure.signum() < 0 ? "−" : figure.signum() > 0 ? "+" : "") + text;
    }

    /// What it means in customers.
    String plain(SurveyTally tally) {
        return tally.answers() == 0
                ? say("none")
                : say(
                        "plain." + tally.kind(),
                        tally.ofHundred(tally.good()),
                        tally.ofHundred(tally.bad()),
                        tally.answers());
    }

    String at(Instant at) {
        return Days.withTime(at, locale);
    }
}
