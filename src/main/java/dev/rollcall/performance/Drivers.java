package dev.rollcall.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// What is behind a change from one stretch of time to another, split without a rest: how many days
/// there was anything at all, how much came on such a day, and, of money, how much each brought.
/// Each factor is moved in this order while those after it stay as they were (a chain of
/// substitutions); the last takes what is left, so that the parts add up to the change. Pure.
final class Drivers {

    private Drivers() {}

    /// What a stretch came to.
    ///
    /// @param days on which there was anything
    /// @param facts how many
    /// @param value what is measured: money, or again how many
    record Total(long days, long facts, BigDecimal value) {}

    /// Empty where one of the two has nothing: then there is nothing to split.
    static List<Driver> of(Total before, Total now, boolean money) {
        if (before.facts() == 0 || now.facts() == 0) {
            return List.of();
        }
        var change = now.value().subtract(before.value());
        var days =
                BigDecimal.valueOf(now.days() - before.days())
                        .multiply(before.value())
                        .divide(BigDecimal.valueOf(before.days()), MathContext.DECIMAL64);
        var drivers = new ArrayList<Driver>();
        drivers.add(new Driver(Driver.Kind.DAYS, rate(before.days()), rate(now.days()), days));
        var perDayBefore = ratio(before.facts(), before.days());
        var perDayNow = ratio(now.facts(), now.days());
        if (!money) {
            drivers.add(
                    new Driver(
                            Driver.Kind.PER_DAY, perDayBefore, perDayNow, change.subtract(days)));
            return drivers;
        }
        var eachBefore =
                before.value().divide(BigDecimal.valueOf(before.facts()), MathContext.DECIMAL64);
        var eachNow = now.value().divide(BigDecimal.valueOf(now.facts()), MathContext.DECIMAL64);
        var pace =
                BigDecimal.valueOf(now.days())
                        .multiply(perDayNow.subtract(perDayBefore))
                        .multiply(eachBefore);
        drivers.add(new Driver(Driver.Kind.PER_DAY, perDayBefore, perDayNow, pace));
        drivers.add(
                new Driver(
                        Driver.Kind.EACH,
                        eachBefore,
                        eachNow,
                        change.subtract(days).subtract(pace)));
        return drivers;
    }

    private static BigDecimal rate(long number) {
        return BigDecimal.valueOf(number);
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64);
    }
}
