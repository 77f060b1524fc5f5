package dev.rollcall.work;

/// Why somebody is not given an item automatically.
public enum Barrier {
    /// Inactive in the item's group.
    INACTIVE,
    /// Away, unavailable or unknown.
    NOT_AVAILABLE,
    /// On a call, which takes them out of assignment while it lasts.
    ON_A_CALL,
    /// They have as many items as they may have at once.
    AT_LIMIT
}
