package dev.rollcall.performance.ui;

import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.performance.Amount;
import dev.rollcall.performance.CallTimes;
import dev.rollcall.performance.FinancialYear;
import dev.rollcall.performance.Growth;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.Pace;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the pages of performance say: money and numbers as the viewer's language writes them.
final class PerformanceWords {

    private final Words words;
    private final Locale locale;

    PerformanceWords(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return words.get("performance." + key, arguments);
    }

    Locale locale() {
        return locale;
    }

    String name(Metric metric) {
        return say("metric." + metric);
    }

    // ------------------------------------------------------------------ amounts

    /// Money with its currency; cents where there are any. Counts with one decimal at most.
    String amount(Amount amount) {
        return amount(amount.value(), amount.currency());
    }

    String amount(BigDecimal value, @Nullable Currency currency) {
        if (currency == null) {
            return number(value);
        }
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        int digits = isWhole(value) ? 0 : Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    String number(BigDecimal value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    String percent(BigDecimal percent) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(0);
        format.setMaximumFractionDigits(1);
        return say("percent", format.format(percent));
    }

    /// `1 h 8 min`.
    String duration(Duration duration) {
        return new DurationWords(words).brief(duration);
    }

    // ------------------------------------------------------------------ growth and pace

    /// `▲ 6.2 %`, for eyes.
    String badge(Growth growth) {
        var percent = growth.percent();
        return switch (growth.direction()) {
            case UP -> "▲ " + percent(orZero(percent));
            case DOWN -> "▼ " + percent(orZero(percent));
            case FLAT -> "= " + percent(orZero(percent));
            case NEW -> say("growth.NEW");
            case NOT_AVAILABLE -> say("growth.NOT_AVAILABLE");
        };
    }

    /// `up 6.2 %`, for ears.
    String spoken(Growth growth) {
        return switch (growth.direction()) {
            case UP, DOWN ->
                    say("growth.spoken." + growth.direction(), percent(orZero(growth.percent())));
            case FLAT -> say("growth.spoken.FLAT");
            case NEW -> say("growth.NEW");
            case NOT_AVAILABLE -> say("growth.NOT_AVAILABLE");
        };
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    String standing(Pace pace) {
        return say("standing." + pace.standing());
    }

    // ------------------------------------------------------------------ months and days

    /// `Apr 2026 – FY26/27`.
    String month(YearMonth month, Month yearBegins) {
        var year = FinancialYear.of(month, yearBegins);
        return year.isCalendarYear()
                ? month(month)
                : say("month.ofYear", month(month), year.label());
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofLocalizedPattern("yMMM").withLocale(locale).format(month);
    }

    String shortMonth(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /// `Wednesday, Jan 10`.
    String weekdayAndDay(LocalDate day) {
        return say(
                "day.name",
                day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale),
                day(day));
    }

    String shortWeekday(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /// `Tuesday, 9 to 10 h`.
    String hour(CallTimes.Hour hour) {
        return say(
                "detail.hour",
                hour.weekday().getDisplayName(TextStyle.FULL_STANDALONE, locale),
                hour.hour(),
                hour.hour() + 1);
    }

    String dayOfYear(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).format(day);
    }
}
