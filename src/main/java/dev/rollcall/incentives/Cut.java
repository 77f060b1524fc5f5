package dev.rollcall.incentives;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a cap leaves of what people earned: everybody the same share, whole points by largest
/// remainders (Hamilton’s method, also Hare–Niemeyer), except that a tie is never broken: where the
/// points left do not do for all who have the same remainder, nobody gets them. So who earned the
/// same is given the same, who earned more never less, and nobody’s place in a list matters. Pure.
final class Cut {

    private Cut() {}

    /// @param cap points for all together, not negative
    /// @param earned not negative
    /// @return as many or fewer for each, in the same order, at most the cap together
    static <K> Map<K, Long> within(long cap, Map<K, Long> earned) {
        var sum =
                earned.values().stream()
                        .map(BigInteger::valueOf)
                        .reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.compareTo(BigInteger.valueOf(cap)) <= 0) {
            return new LinkedHashMap<>(earned);
        }
        var given = new LinkedHashMap<K, Long>();
        var shares = new ArrayList<Share<K>>();
        long left = cap;
        for (var each : earned.entrySet()) {
            var parts =
                    BigInteger.valueOf(each.getValue())
                            .multiply(BigInteger.valueOf(cap))
                            .divideAndRemainder(sum);
            long whole = parts[0].longValueExact();
            given.put(each.getKey(), whole);
            left -= whole;
            shares.add(new Share<>(each.getKey(), parts[1]));
        }
        for (var same : byRemainder(shares)) {
            if (same.size() > left || same.getFirst().remainder().signum() == 0) {
                break;
            }
            same.forEach(share -> given.merge(share.who(), 1L, Long::sum));
            left -= same.size();
        }
        return given;
    }

    private record Share<K>(K who, BigInteger remainder) {}

    /// Those with the same remainder together, the largest first.
    private static <K> Collection<List<Share<K>>> byRemainder(List<Share<K>> shares) {
        var groups = new LinkedHashMap<BigInteger, List<Share<K>>>();
        shares.stream()
                .sorted(Comparator.<Share<K>, BigInteger>comparing(Share::remainder).reversed())
                .forEach(share ->
                        groups.computeIfAbsent(share.remainder(), _ -> new ArrayList<>())
                                .add(share));
        return groups.values();
    }
}
