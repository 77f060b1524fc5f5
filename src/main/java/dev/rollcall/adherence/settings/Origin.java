package dev.rollcall.adherence.settings;

import dev.rollcall.people.UnitId;
import org.jspecify.annotations.Nullable;

/// The level a value comes from: a unit, the organisation, or what Rollcall comes with.
///
/// @param unit null for the organisation and for what is shipped
public record Origin(@Nullable UnitId unit, boolean shipped) {

    public static final Origin SHIPPED = new Origin(null, true);
    public static final Origin ORGANISATION = new Origin(null, false);

    /// @param unit null for the organisation
    public static Origin of(@Nullable UnitId unit) {
        return unit == null ? ORGANISATION : new Origin(unit, false);
    }
}
