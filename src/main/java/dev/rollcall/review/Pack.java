package dev.rollcall.review;

import dev.rollcall.people.Agent;
import java.time.Instant;
import java.util.List;

/// What there is to talk about with somebody.
///
/// @param moments what happened, the latest first
public record Pack(Agent agent, Period period, Instant asOf, List<Part> parts, List<Told> moments) {

    public Pack {
        parts = List.copyOf(parts);
        moments = List.copyOf(moments);
    }

    /// @param words key of the chapter's title
    public record Part(String words, Chapter chapter) {}
}
