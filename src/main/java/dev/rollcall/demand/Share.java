package dev.rollcall.demand;

/// A part of a whole that was estimated or promised, not counted: a target, a shrinkage, a
/// probability. Counted time is [dev.rollcall.shared.Percent].
///
/// @param ofOne from 0 to 1
public record Share(double ofOne) implements Comparable<Share> {

    public Share {
        if (!(ofOne >= 0 && ofOne <= 1)) {
            throw new IllegalArgumentException("A share is from 0 to 1, not " + ofOne);
        }
    }

    public static Share ofPercent(double percent) {
        return new Share(percent / 100);
    }

    public double percent() {
        return ofOne * 100;
    }

    @Override
    public int compareTo(Share other) {
        return Double.compare(ofOne, other.ofOne);
    }
}
