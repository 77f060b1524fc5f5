package dev.rollcall.requests;

/// A kind of time off one may ask for. Whether it is paid is a matter of its activity.
///
/// @param code unique, upper case
/// @param activity what stands in the plan, an activity of the category time off
/// @param limit what an allowance that is used up means
/// @param offered whether one may ask for it; what was asked for before stays
/// @param version counts the changes; guards against overwriting another's edit
public record AbsenceType(
        String code,
        String name,
        String activity,
        Measure measure,
        Limit limit,
        boolean offered,
        long version) {

    /// The one every organisation begins with.
    public static final String ANNUAL_LEAVE = "ANNUAL_LEAVE";

    /// What an allowance that is used up means.
    public enum Limit {
        /// More than is left is refused when it is asked for.
        REFUSED,
        /// More than is left goes to somebody who decides.
        DECIDED,
        /// There is no allowance.
        NONE
    }
}
