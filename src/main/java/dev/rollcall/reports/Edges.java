package dev.rollcall.reports;

/// How often a plan was not kept, by where in it: as far as it counts against the score.
///
/// @param late began late, or what came before went on too long
/// @param early ended early
/// @param absent not there at all
/// @param middle interrupted
public record Edges(int late, int early, int absent, int middle) {

    public static final Edges NONE = new Edges(0, 0, 0, 0);

    Edges plus(Edges other) {
        return new Edges(
                late + other.late,
                early + other.early,
                absent + other.absent,
                middle + other.middle);
    }
}
