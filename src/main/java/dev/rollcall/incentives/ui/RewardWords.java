package dev.rollcall.incentives.ui;

import dev.rollcall.incentives.Floor;
import dev.rollcall.incentives.Measure;
import dev.rollcall.incentives.Period;
import dev.rollcall.incentives.Rate;
import dev.rollcall.incentives.Reason;
import dev.rollcall.incentives.Rhythm;
import dev.rollcall.incentives.Rules;
import dev.rollcall.incentives.Threshold;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the pages of incentives say, in the viewer's language.
final class RewardWords {

    private static final int DECIMALS = 2;

    private final Words words;
    private final Locale locale;

    RewardWords(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return words.get("incentives." + key, arguments);
    }

    Words all() {
        return words;
    }

    String points(long points) {
        return say("points", points);
    }

    /// With their sign, as an entry has them.
    String signed(long points) {
        return (points < 0 ? "−" : "+") + number(BigDecimal.valueOf(Math.abs(points)));
    }

    String number(BigDecimal number) {
        return NumberFormat.getNumberInstance(locale).format(number);
    }

    String measure(Measure measure) {
        return say("measure." + measure);
    }

    /// A figure as everybody reads it, cut off and never rounded up: who just missed a threshold
    /// should not read that they reached it.
    String figure(Measure measure, @Nullable BigDecimal figure, @Nullable String currency) {
        if (figure == null) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(DECIMALS);
        format.setRoundingMode(RoundingMode.DOWN);
        if (measure.isMoney()) {
            format.setMinimumFractionDigits(figure.stripTrailingZeros().scale() > 0 ? DECIMALS : 0);
        }
        var text = format.format(figure);
        if (measure.isPercent()) {
            return text + "\u202f%";
        }
        return measure.isMoney() && currency != null ? text + "\u00a0" + currency : text;
    }

    String period(Period period, Rhythm rhythm) {
        return rhythm == Rhythm.MONTH
                ? DateTimeFormatter.ofLocalizedPattern("yMMMM")
                        .withLocale(locale)
                        .format(period.from())
                : say("weekOf", day(period.from()));
    }

    String period(Period period) {
        return period(
                period, Rhythm.MONTH.of(period.from()).equals(period) ? Rhythm.MONTH : Rhythm.WEEK);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    String at(Instant instant) {
        return Days.withTime(instant, locale);
    }

    // ------------------------------------------------------------------ rules

    /// What a scheme pays for, in a sentence.
    String pays(Rules rules) {
        return rules.commission()
                ? say(
                        "pays.commission",
                        rules.rates().stream().map(this::rate).collect(Collectors.joining(", ")))
                : say(
                        "pays.thresholds",
                        measure(rules.measure()),
                        rules.thresholds().stream()
                                .map(each -> threshold(rules, each))
                                .collect(Collectors.joining(", ")));
    }

    private String rate(Rate rate) {
        return say("pays.rate", number(rate.points()), rate.currency());
    }

    private String threshold(Rules rules, Threshold threshold) {
        return say(
                "pays.from",
                threshold.points(),
                figure(rules.measure(), threshold.at(), rules.currency()));
    }

    /// What has to hold and what is limited; empty for nothing.
    String limits(Rules rules) {
        var parts = new ArrayList<String>();
        for (var floor : rules.floors()) {
            parts.add(floor(floor));
        }
        if (rules.leastDays() > 0) {
            parts.add(say("limit.days", rules.leastDays()));
        }
        var cap = rules.cap();
        if (cap != null) {
            parts.add(say("limit.cap", cap));
        }
        return String.join(" · ", parts);
    }

    private String floor(Floor floor) {
        return say(
                "limit.floor",
                measure(floor.measure()),
                figure(floor.measure(), floor.least(), null));
    }

    // ------------------------------------------------------------------ reasons

    /// Why, with the figures: for the person, and whoever may see them.
    String why(Reason reason) {
        return switch (reason.outcome()) {
            case EARNED -> reached(reason);
            case CUT -> reached(reason) + " " + say("why.cut", reason.earned(), reason.given());
            case BELOW ->
                    reason.figure() == null
                            ? say("why.nothingSold")
                            : say(
                                    "why.below",
                                    measure(reason.measure()),
                                    figure(reason.measure(), reason.figure(), reason.currency()),
                                    figure(reason.measure(), reason.next(), reason.currency()));
            case NO_FIGURE -> say("why.noFigure", measure(reason.measure()));
            case FEW_DAYS -> say("why.fewDays", reason.days());
            case FLOOR -> floor(reason);
        };
    }

    private String reached(Reason reason) {
        if (reason.figure() == null) {
            return say("why.commission", sold(reason.sold()), reason.earned());
        }
        return say(
                "why.earned",
                measure(reason.measure()),
                figure(reason.measure(), reason.figure(), reason.currency()),
                figure(reason.measure(), reason.passed(), reason.currency()),
                reason.earned());
    }

    private String floor(Reason reason) {
        var floor = reason.floor();
        if (floor == null) {
            return "";
        }
        return reason.floorFigure() == null
                ? say(
                        "why.floorUnknown",
                        measure(floor),
                        figure(floor, reason.floorLeast(), reason.currency()))
                : say(
                        "why.floor",
                        measure(floor),
                        figure(floor, reason.floorFigure(), reason.currency()),
                        figure(floor, reason.floorLeast(), reason.currency()));
    }

    private String sold(Map<String, BigDecimal> sold) {
        return new TreeMap<>(sold)
                .entrySet().stream()
                        .map(each -> figure(Measure.SALES, each.getValue(), each.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
