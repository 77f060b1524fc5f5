package dev.rollcall.presence;

import dev.rollcall.people.Channel;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One accepted event of one person, as the fold sees it.
///
/// The natural order is total, so a set of happenings has one order only, however they arrived:
/// time, then the source's sequence (none first), then work ended, work started, status set, edges
/// of corrections, then source, then id.
///
/// @param changedBy the name of whoever set a status by hand, null when a feed reports it
record Happening(
        Instant time,
        @Nullable Long sequence,
        Deed deed,
        String source,
        String id,
        @Nullable String changedBy)
        implements Comparable<Happening> {

    private static final Comparator<Happening> ORDER =
            Comparator.comparing(Happening::time)
                    .thenComparing(Happening::sequence, Comparator.nullsFirst(Long::compare))
                    .thenComparingInt(happening -> happening.deed.rank())
                    .thenComparing(Happening::source)
                    .thenComparing(Happening::id);

    /// Whether it lies above what was reported, rather than being a report.
    boolean isCorrection() {
        return deed instanceof Corrected || deed instanceof CorrectionEnded;
    }

    @Override
    public int compareTo(Happening other) {
        return ORDER.compare(this, other);
    }

    /// What happened.
    sealed interface Deed {

        /// Where it stands among the deeds of one instant.
        int rank();
    }

    record WorkEnded(String item) implements Deed {
        @Override
        public int rank() {
            return 0;
        }
    }

    record WorkStarted(String item, Channel channel) implements Deed {
        @Override
        public int rank() {
            return 1;
        }
    }

    /// @param unit the unit they clock in to, null when the event says nothing about it
    /// @param expectedReturn when they mean to be back, null when they did not say
    record StatusSet(PresenceState state, @Nullable UnitId unit, @Nullable Instant expectedReturn)
            implements Deed {

        StatusSet(PresenceState state, @Nullable UnitId unit) {
            this(state, unit, null);
        }

        @Override
        public int rank() {
            return 2;
        }
    }

    /// A span begins in which the person did something else than the rest of the log says.
    ///
    /// @param correction names it
    record Corrected(String correction, PresenceState state) implements Deed {
        @Override
        public int rank() {
            return 3;
        }
    }

    /// Such a span ends.
    record CorrectionEnded(String correction) implements Deed {
        @Override
        public int rank() {
            return 4;
        }
    }
}
