package dev.rollcall.coaching;

/// What a goal is measured by.
public enum Metric {
    /// The share of planned time in adherence, after grace and excuses.
    ADHERENCE,
    /// The mean score of published evaluations.
    QUALITY,
    /// Words alone: nothing is measured.
    WORDS;

    public boolean isMeasured() {
        return this != WORDS;
    }
}
