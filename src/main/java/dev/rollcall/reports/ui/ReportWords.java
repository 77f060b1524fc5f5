package dev.rollcall.reports.ui;

import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.reports.DayFacts;
import dev.rollcall.reports.ReportLine;
import dev.rollcall.shared.Percent;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How reports are said: on the pages and in the files alike.
final class ReportWords {

    /// Stands where there is nothing to say.
    static final String NOTHING = "–";

    private final Words words;
    private final Locale locale;
    private final Names names;
    private final DurationWords durations;

    ReportWords(Words words, Locale locale, Names names) {
        this.words = words;
        this.locale = locale;
        this.names = names;
        this.durations = new DurationWords(words);
    }

    String say(String key, Object... arguments) {
        return words.get("reports." + key, arguments);
    }

    Locale locale() {
        return locale;
    }

    /// Who or what a line stands for.
    String name(ReportLine line) {
        var agent = line.agent();
        var unit = line.unit();
        var group = line.group();
        var date = line.date();
        if (agent != null) {
            return agent.name();
        }
        if (unit != null) {
            return unit.name();
        }
        if (group != null) {
            return group.name();
        }
        return line.activity() != null
                ? activity(line.activity())
                : date == null ? NOTHING : day(date);
    }

    String activity(@Nullable String code) {
        return code == null || code.equals(DayFacts.OUTSIDE)
                ? say("outside")
                : names.activity(code);
    }

    String percent(Tally tally) {
        return percent(tally.percent());
    }

    String percent(Optional<Percent> percent) {
        return percent.map(each -> percent(each.rounded(1))).orElse(NOTHING);
    }

    String percent(BigDecimal percent) {
        return number(percent.doubleValue(), 1) + "\u202f%";
    }

    /// A share from 0 to 1.
    String share(double share) {
        return number(share * 100, 0) + "\u202f%";
    }

    /// Points of a percentage, with their sign: `+1.2`.
    String points(Optional<BigDecimal> points) {
        return points.map(each -> (each.signum() > 0 ? "+" : "") + number(each.doubleValue(), 1))
                .orElse(NOTHING);
    }

    private String number(double number, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number).replace("-", "\u2212");
    }

    String count(int count) {
        return count == 0 ? NOTHING : NumberFormat.getIntegerInstance(locale).format(count);
    }

    /// `1 h 8 min`, or nothing to say.
    String duration(Duration duration) {
        return duration.isZero() ? NOTHING : durations.brief(duration);
    }

    String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMEEEd").withLocale(locale).format(date);
    }

    String shortDay(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).format(date);
    }

    String period(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : say("period", day(from), day(to));
    }

    String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(time);
    }

    String moment(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }
}
