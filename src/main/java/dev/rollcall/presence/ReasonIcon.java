package dev.rollcall.presence;

/// The pictures a reason can have.
public enum ReasonIcon {
    CUP,
    CUTLERY,
    GROUP,
    ACADEMY,
    COMMENTS,
    CLIPBOARD,
    PHONE,
    TOOLS,
    HEART,
    HOME,
    CLOCK,
    EXIT,
    DOTS
}
