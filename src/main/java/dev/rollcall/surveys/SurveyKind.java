package dev.rollcall.surveys;

/// What a customer was asked.
///
/// Net promoter score: Reichheld, F. F.: The One Number You Need to Grow. Harvard Business Review
/// 81 (2003) 12. Customer satisfaction: the share of the two best of five.
public enum SurveyKind {
    /// Would you recommend us, from 0 to 10? 9 and 10 promote, up to 6 detract.
    NPS(0, 10, 9, 6),
    /// How satisfied were you, from 1 to 5? 4 and 5 are satisfied, 1 and 2 are not.
    CSAT(1, 5, 4, 2);

    private final int least;
    private final int most;
    private final int good;
    private final int bad;

    SurveyKind(int least, int most, int good, int bad) {
        this.least = least;
        this.most = most;
        this.good = good;
        this.bad = bad;
    }

    /// The worst answer there is.
    public int least() {
        return least;
    }

    /// The best answer there is.
    public int most() {
        return most;
    }

    public boolean holds(int score) {
        return score >= least && score <= most;
    }

    /// Whether an answer is one of those the figure counts for it: a promoter, or satisfied.
    public boolean isGood(int score) {
        return score >= good;
    }

    /// Whether an answer is one of a detractor, or of somebody dissatisfied.
    public boolean isBad(int score) {
        return score <= bad;
    }
}
