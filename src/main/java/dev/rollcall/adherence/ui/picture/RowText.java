package dev.rollcall.adherence.ui.picture;

/// What a row says, in the order in which it travels. The browser's side of this list is
/// `frontend/rollcall-board-rows.ts`; a test holds both together.
public enum RowText {
    NAME,
    TEAM,
    /// The base of what somebody does now: `available`.
    BADGE,
    /// A severity's token.
    SEVERITY,
    STATUS,
    /// Epoch milliseconds since when the severity has lasted; empty for no duration.
    SINCE,
    SHOULD_BE,
    SHOULD_BE_WHEN,
    IS,
    IS_SINCE,
    QUIET,
    QUIET_WHY,
    IMPACT,
    IMPACT_WHY,
    SCORE,
    FIGURES,
    /// `reached`, `below` or `none`.
    BAR,
    /// The score in percent, as a number for the browser.
    SHARE,
    /// The target in percent, as a number for the browser.
    TARGET,
    RAW,
    TOLERATED,
    SHIFT,
    DEVIATIONS,
    SENTENCE,
    /// The day, in the compact form of a timeline.
    STRIP
}
