package dev.rollcall.quality;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An interaction that was drawn and waits to be evaluated.
///
/// @param due until when
/// @param takenBy who has begun; null: nobody
/// @param evaluation the draft of whoever has begun; null: nobody has
public record SamplingTask(
        long number,
        Interaction interaction,
        String card,
        String plan,
        LocalDate due,
        @Nullable String takenBy,
        @Nullable Long evaluation) {}
