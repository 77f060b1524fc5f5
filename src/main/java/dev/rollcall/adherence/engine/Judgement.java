package dev.rollcall.adherence.engine;

/// How a stretch of a day reads once everything was judged; what a timeline paints.
public enum Judgement {
    IN,
    NEUTRAL,
    /// Out, but forgiven by grace.
    GRACE,
    OUT,
    /// Out in a run that lasted the severe threshold or longer.
    SEVERE,
    EXCUSED,
    /// Working outside every entry while that is no exception.
    UNSCHEDULED,
    UNKNOWN,
    /// Outside every entry and not working.
    OFF
}
