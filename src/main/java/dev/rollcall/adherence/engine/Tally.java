package dev.rollcall.adherence.engine;

import dev.rollcall.shared.Percent;
import java.time.Duration;
import java.util.Optional;

/// Time in and time out of adherence. Tallies are added; their percentages never are.
public record Tally(Duration in, Duration out) {

    public static final Tally NONE = new Tally(Duration.ZERO, Duration.ZERO);

    /// in / (in + out); empty when there is neither.
    public Optional<Percent> percent() {
        return Percent.of(in, in.plus(out));
    }

    public Tally plus(Tally other) {
        return new Tally(in.plus(other.in), out.plus(other.out));
    }

    /// Takes away what was added before.
    public Tally minus(Tally other) {
        return new Tally(in.minus(other.in), out.minus(other.out));
    }
}
