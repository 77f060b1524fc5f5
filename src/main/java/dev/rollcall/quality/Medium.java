package dev.rollcall.quality;

import dev.rollcall.people.Channel;

/// How an interaction was held.
public enum Medium {
    CALL,
    CHAT,
    EMAIL,
    TICKET,
    OTHER;

    static Medium of(Channel channel) {
        return switch (channel) {
            case CALL -> CALL;
            case CHAT -> CHAT;
            case TICKET -> TICKET;
            case TEAM -> OTHER;
        };
    }
}
