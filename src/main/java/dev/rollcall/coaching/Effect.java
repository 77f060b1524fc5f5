package dev.rollcall.coaching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What changed after somebody was coached, beside what changed with people who were not. Pure.
///
/// The difference in differences is `(after − before) − (peers after − peers before)`: D. Card and
/// A. B. Krueger, "Minimum Wages and Employment", American Economic Review 84 (1994), pp. 772–793.
/// Peers are those whose values before were closest: whoever is coached because of a bad month
/// would have come back to their usual self without it, and so do people with just such a month.
///
/// How far one person among so few drifts from the others by chance says the modified t-test of J.
/// R. Crawford and D. C. Howell, The Clinical Neuropsychologist 12 (1998), pp. 482–486: `t(n−1) · s
/// · √(1 + 1/n)`, with the standard deviation s of the peers' changes. Inside of it a difference
/// says nothing.
///
/// @param before the person's own value, in hundredths
/// @param after the person's own value, in hundredths
/// @param peersBefore the mean of the peers' values
/// @param peersAfter the mean of the peers' values
/// @param peers how many; never fewer than [#LEAST_PEERS]
/// @param margin within which 95 of 100 people who were not coached lie
public record Effect(
        double before,
        double after,
        double peersBefore,
        double peersAfter,
        int peers,
        double margin) {

    /// Fewer say nothing, and would tell of single people.
    public static final int LEAST_PEERS = 5;

    static final int MOST_PEERS = 10;

    /// Student's t for 95 of 100 on both sides, of 4 to 9 degrees of freedom.
    private static final double[] T = {2.776, 2.571, 2.447, 2.365, 2.306, 2.262};

    /// A value before and after.
    record Pair(double before, double after) {

        double change() {
            return after - before;
        }
    }

    /// Compares somebody with those among others who were closest before.
    ///
    /// @param others in an order that says nothing of their values, which settles ties
    /// @return empty when there are fewer than [#LEAST_PEERS]
    static Optional<Effect> of(Pair own, List<Pair> others) {
        if (others.size() < LEAST_PEERS) {
            return Optional.empty();
        }
        var peers =
                others.stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        each -> Math.abs(each.before() - own.before())))
                        .limit(MOST_PEERS)
                        .toList();
        int count = peers.size();
        double before = mean(peers.stream().mapToDouble(Pair::before).toArray());
        double after = mean(peers.stream().mapToDouble(Pair::after).toArray());
        double mean = after - before;
        double squares =
                peers.stream().mapToDouble(each -> Math.pow(each.change() - mean, 2)).sum();
        double spread = Math.sqrt(squares / (count - 1));
        return Optional.of(
                new Effect(
                        own.before(),
                        own.after(),
                        before,
                        after,
                        count,
                        T[count - LEAST_PEERS] * spread * Math.sqrt(1 + 1.0 / count)));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// The difference in differences, in hundredths.
    public double difference() {
        return (after - before) - (peersAfter - peersBefore);
    }

    /// Whether it is more than chance among so few explains.
    public boolean isClear() {
        return Math.abs(difference()) > margin;
    }
}
