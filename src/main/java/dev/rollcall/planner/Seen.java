package dev.rollcall.planner;

/// How a day stood when somebody looked at it. Whoever changes it says what they saw, and is told
/// when it is no longer so.
///
/// @param version the published one; 0: nothing was ever published
/// @param revision of its draft, also of one that is done with; 0: there never was one
public record Seen(int version, long revision) {

    public static final Seen NOTHING = new Seen(0, 0);
}
