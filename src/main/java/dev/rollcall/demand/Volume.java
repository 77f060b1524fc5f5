package dev.rollcall.demand;

import java.time.Duration;
import java.time.Instant;

/// What comes in one half hour.
///
/// @param start of the half hour
/// @param contacts how many tickets, chats or calls; a forecast has decimals
/// @param handling how long one takes on average, in whole seconds. Of a chat: from its first word
///   to its last, beside others, not the time somebody typed
public record Volume(Instant start, double contacts, Duration handling) {}
