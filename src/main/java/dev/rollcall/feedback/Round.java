package dev.rollcall.feedback;

import dev.rollcall.security.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions many are asked, who answer without a name.
///
/// @param manager about whom, of a review; null of a pulse
/// @param managerName as they were called when it began; empty of a pulse
/// @param questions each answered from 1, not at all, to 5, completely
/// @param asked how many people
public record Round(
        long number,
        Type type,
        String title,
        @Nullable UserId manager,
        String managerName,
        List<String> questions,
        Instant openedAt,
        String openedBy,
        Instant closesAt,
        int asked) {

    /// What is answered in the last moment is in before anything is told.
    static final Duration SETTLES = Duration.ofMinutes(10);

    public Round {
        questions = List.copyOf(questions);
    }

    /// What it is about.
    public enum Type {
        /// People review whoever looks after them.
        MANAGER,
        /// People say how they are.
        PULSE
    }

    /// Whether answers are taken.
    public boolean isOpen(Instant now) {
        return now.isBefore(closesAt);
    }

    /// Whether results are told: never while somebody could see them move with an answer.
    public boolean isOver(Instant now) {
        return !now.isBefore(closesAt.plus(SETTLES));
    }
}
