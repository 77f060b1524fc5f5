package dev.rollcall.people;

/// What a group handles; `TEAM` is a plain team without a channel.
public enum Channel {
    TICKET,
    CHAT,
    CALL,
    TEAM
}
