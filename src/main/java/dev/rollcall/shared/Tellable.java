package dev.rollcall.shared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Of which of many sets of people figures may be told.
///
/// Sets that are told cut everybody in them into pieces: those who are in just the same ones. A set
/// is told only when each piece then still has so many people as are asked for, or none. Whatever
/// is made of told sets, by adding them up, by taking one from another or by what several have in
/// common, is made of whole pieces, and so of enough people. A set that would cut off a small piece
/// is left out though it is large itself (complementary suppression). Pure.
public final class Tellable {

    private Tellable() {}

    /// The sets that may be told. Who comes first is told first, so that the order says what is
    /// worth most; it must not depend on any figure.
    ///
    /// @param least how many people a piece has at least, at least one
    public static <K, P> Set<K> of(SequencedMap<K, Set<P>> wanted, int least) {
        var told = new LinkedHashSet<K>();
        List<Set<P>> pieces = List.of();
        for (var each : wanted.sequencedEntrySet()) {
            var cut = cut(pieces, each.getValue(), least);
            if (cut.isPresent()) {
                pieces = cut.get();
                told.add(each.getKey());
            }
        }
        return told;
    }

    /// The pieces with one set more; empty when one of them would be too small.
    private static <P> Optional<List<Set<P>>> cut(List<Set<P>> pieces, Set<P> people, int least) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        var next = new ArrayList<Set<P>>();
        Set<P> rest = new HashSet<>(people);
        for (var piece : pieces) {
            Set<P> inside = new HashSet<>(piece);
            inside.retainAll(people);
            Set<P> outside = new HashSet<>(piece);
            outside.removeAll(people);
            next.add(inside);
            next.add(outside);
            rest.removeAll(piece);
        }
        next.add(rest);
        next.removeIf(Set::isEmpty);
        return next.stream().allMatch(piece -> piece.size() >= least)
                ? Optional.of(next)
                : Optional.empty();
    }
}
