package dev.rollcall.feedback;

import dev.rollcall.people.UnitId;
import dev.rollcall.security.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A round that is about to begin.
///
/// @param manager whom they review; null for a pulse
/// @param units whose people are asked, with those below
/// @param lastDay on which answers are taken, in UTC
public record RoundDraft(
        Round.Type type,
        String title,
        @Nullable UserId manager,
        Set<UnitId> units,
        List<String> questions,
        LocalDate lastDay) {

    public RoundDraft {
        units = Set.copyOf(units);
        questions = List.copyOf(questions);
    }
}
