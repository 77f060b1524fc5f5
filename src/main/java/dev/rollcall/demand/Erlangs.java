package dev.rollcall.demand;

/// Traffic: how many would be busy on average if nobody ever had to wait.
record Erlangs(double value) {

    /// The most that is computed with; far above what one group handles.
    static final Erlangs MOST = new Erlangs(5_000);

    Erlangs {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("Traffic is not negative: " + value);
        }
    }

    static Erlangs of(Volume volume) {
        return new Erlangs(
                volume.contacts() * volume.handling().toSeconds() / HalfHours.LENGTH.toSeconds());
    }
}
