package dev.rollcall.demand;

import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import java.util.Set;

/// Knows the public holidays of units. Whoever keeps them offers a bean of this kind; without one
/// there are none.
@FunctionalInterface
public interface Holidays {

    /// The public holidays of a unit, the first and the last day included.
    Set<LocalDate> of(UnitId unit, LocalDate first, LocalDate last);
}
