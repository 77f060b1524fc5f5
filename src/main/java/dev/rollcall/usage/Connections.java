package dev.rollcall.usage;

import dev.rollcall.usage.UsageReport.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Whether those who look often get further. Pure.
final class Connections {

    /// Two groups of five.
    static final int FEWEST = 2 * UsageAnswers.FEWEST;

    private Connections() {}

    /// @param days on how many days they looked
    /// @param change by how many percentage points of their goals they moved
    record Person(int days, double change) {}

    /// Spearman's rank correlation with ties at their mean rank (C. Spearman, The proof and
    /// measurement of association between two things, 1904), and the two groups above and not above
    /// the median of days. Empty with fewer than ten people, when either group has fewer than five,
    /// or when nobody differs from anybody.
    static Optional<Connection> of(List<Person> people) {
        if (people.size() < FEWEST) {
            return Optional.empty();
        }
        int middle = people.stream().mapToInt(Person::days).sorted().toArray()[people.size() / 2];
        var often = people.stream().filter(each -> each.days() > middle).toList();
        var seldom = people.stream().filter(each -> each.days() <= middle).toList();
        if (often.size() < UsageAnswers.FEWEST) {
            often = people.stream().filter(each -> each.days() >= middle).toList();
            seldom = people.stream().filter(each -> each.days() < middle).toList();
        }
        if (often.size() < UsageAnswers.FEWEST || seldom.size() < UsageAnswers.FEWEST) {
            return Optional.empty();
        }
        double rank = pearson(ranks(people, Person::days), ranks(people, Person::change));
        if (Double.isNaN(rank)) {
            return Optional.empty();
        }
        return Optional.of(
                new Connection(
                        UsageAnswers.fives(people.size()),
                        Math.round(rank * 10) / 10.0,
                        mean(often),
                        mean(seldom)));
    }

    private static int mean(List<Person> people) {
        return (int) Math.round(people.stream().mapToDouble(Person::change).average().orElse(0));
    }

    private static double[] ranks(List<Person> people, ToDoubleFunction<Person> of) {
        var order = people.stream().sorted(Comparator.comparingDouble(of)).toList();
        return people.stream()
                .mapToDouble(person -> {
                    double value = of.applyAsDouble(person);
                    long below =
                            order.stream().filter(each -> of.applyAsDouble(each) < value).count();
                    long same =
                            order.stream()
                                    .filter(each ->
                                            Double.compare(of.applyAsDouble(each), value) == 0)
                                    .count();
                    return below + (same + 1) / 2.0;
                })
                .toArray();
    }

    private static double pearson(double[] one, double[] other) {
        double mean = (one.length + 1) / 2.0;
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - mean) * (other[i] - mean);
            first += (one[i] - mean) * (one[i] - mean);
            second += (other[i] - mean) * (other[i] - mean);
        }
        return both / Math.sqrt(first * second);
    }
}
