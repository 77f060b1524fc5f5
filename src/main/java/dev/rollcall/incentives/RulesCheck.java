package dev.rollcall.incentives;

import dev.rollcall.people.Directory;
import dev.rollcall.shared.InvalidInput;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/// What rules must be before they can go live.
final class RulesCheck {

    static final int LONGEST_NAME = 80;
    static final int LONGEST_TEXT = 500;
    private static final int MOST_LINES = 20;
    private static final int MOST_SETTLE_DAYS = 31;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_FIGURE = BigDecimal.valueOf(1_000_000_000L);
    private static final int DECIMALS = 4;

    private final InvalidInput.Collector problems = new InvalidInput.Collector();
    private final Rules rules;
    private final Directory directory;

    private RulesCheck(Rules rules, Directory directory) {
        this.rules = rules;
        this.directory = directory;
    }

    /// @throws InvalidInput naming everything that is wrong, for example `/thresholds/1/points`
    static void check(Rules rules, Directory directory) {
        var check = new RulesCheck(rules, directory);
        check.names();
        check.thresholds();
        check.rates();
        check.floors();
        check.limits();
        check.problems.throwIfAny();
    }

    private void names() {
        problems.check(
                !rules.name().isBlank() && rules.name().length() <= LONGEST_NAME,
                "/name",
                Complaint.of(
                        "name",
                        "Give it a name of at most %d characters.".formatted(LONGEST_NAME),
                        LONGEST_NAME));
        problems.check(
                rules.about().length() <= LONGEST_TEXT,
                "/about",
                Complaint.of(
                        "long",
                        "Use at most %d characters.".formatted(LONGEST_TEXT),
                        LONGEST_TEXT));
        for (int i = 0; i < rules.units().size(); i++) {
            problems.check(
                    directory.unit(rules.units().get(i)).isPresent(),
                    "/units/" + i,
                    Complaint.of("unit", "There is no such unit."));
        }
        for (int i = 0; i < rules.groups().size(); i++) {
            problems.check(
                    directory.group(rules.groups().get(i)).isPresent(),
                    "/groups/" + i,
                    Complaint.of("group", "There is no such group."));
        }
    }

    private void thresholds() {
        problems.check(
                rules.commission() || !rules.thresholds().isEmpty(),
                "/thresholds",
                Complaint.of("noThreshold", "Say at least from which figure on there are points."));
        problems.check(
                !rules.commission() || rules.thresholds().isEmpty(),
                "/thresholds",
                Complaint.of(
                        "both", "Either thresholds or commission: take the one or the other out."));
        problems.check(
                rules.thresholds().size() <= MOST_LINES,
                "/thresholds",
                Complaint.of("many", "Use at most %d lines.".formatted(MOST_LINES), MOST_LINES));
        problems.check(
                !rules.measure().isMoney() || rules.commission() || isCurrency(rules.currency()),
                "/currency",
                Complaint.of("currency", "Say the currency by its three letters, such as EUR."));
        Threshold before = null;
        for (int i = 0; i < rules.thresholds().size(); i++) {
            var next = rules.thresholds().get(i);
            var at = "/thresholds/" + i;
            figure(rules.measure(), next.at(), at + "/at");
            problems.check(
                    next.points() >= 0 && next.points() <= Earning.MOST,
                    at + "/points",
                    Complaint.of("points", "Use whole points, 0 or more."));
            if (before != null) {
                problems.check(
                        before.at().compareTo(next.at()) < 0,
                        at + "/at",
                        Complaint.of("rising", "Each figure must be higher than the one before."));
                problems.check(
                        before.points() <= next.points(),
                        at + "/points",
                        Complaint.of(
                                "monotone",
                                "A better figure cannot bring fewer points than the one before."));
            }
            before = next;
        }
        problems.check(
                before == null || before.points() > 0,
                "/thresholds",
                Complaint.of("noPoints", "At least the last threshold must bring points."));
    }

    private void rates() {
        problems.check(
                !rules.commission() || rules.measure() == Measure.SALES,
                "/rates",
                Complaint.of("rates", "Commission is paid on sales."));
        var used = new HashSet<String>();
        for (int i = 0; i < rules.rates().size(); i++) {
            var rate = rules.rates().get(i);
            problems.check(
                    isCurrency(rate.currency()) && used.add(rate.currency()),
                    "/rates/" + i + "/currency",
                    Complaint.of(
                            "rateCurrency",
                            "Say each currency once, by its three letters, such as EUR."));
            problems.check(
                    rate.points().signum() > 0
                            && rate.points().compareTo(BigDecimal.valueOf(10_000)) <= 0
                            && rate.points().stripTrailingZeros().scale() <= DECIMALS,
                    "/rates/" + i + "/points",
                    Complaint.of(
                            "rate",
                            "Use more than 0 and at most 10000 points, with at most four decimals."));
        }
    }

    private void floors() {
        var used = new HashSet<Measure>();
        for (int i = 0; i < rules.floors().size(); i++) {
            var floor = rules.floors().get(i);
            figure(floor.measure(), floor.least(), "/floors/" + i + "/least");
            problems.check(
                    !floor.measure().isMoney()
                            && floor.measure() != rules.measure()
                            && used.add(floor.measure()),
                    "/floors/" + i + "/measure",
                    Complaint.of(
                            "floor",
                            "A condition is about another figure than the scheme, each once, and not about money."));
        }
    }

    private void limits() {
        var cap = rules.cap();
        problems.check(
                cap == null || cap >= 0 && cap <= Earning.MOST,
                "/cap",
                Complaint.of("points", "Use whole points, 0 or more."));
        problems.check(
                rules.leastDays() >= 0 && rules.leastDays() <= 31,
                "/leastDays",
                Complaint.of("days", "Use 0 to 31 days."));
        problems.check(
                rules.settleDays() >= 1 && rules.settleDays() <= MOST_SETTLE_DAYS,
                "/settleDays",
                Complaint.of("settle", "Use 1 to 31 days."));
    }

    private void figure(Measure measure, BigDecimal figure, String at) {
        problems.check(
                figure.signum() >= 0
                        && figure.compareTo(measure.isPercent() ? HUNDRED : MOST_FIGURE) <= 0
                        && figure.stripTrailingZeros().scale() <= DECIMALS,
                at,
                measure.isPercent()
                        ? Complaint.of("percent", "Use 0 to 100, with at most four decimals.")
                        : Complaint.of("figure", "Use 0 or more, with at most four decimals."));
    }

    private static boolean isCurrency(@Nullable String code) {
        return code != null
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(each -> each.getCurrencyCode().equals(code));
    }
}
