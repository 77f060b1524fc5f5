package dev.rollcall.messages;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A message and what became of it.
///
/// @param withdrawnAt null: it stands
/// @param copies one for each person it was sent to, of those whoever asks may see
public record QuickMessage(
        long number,
        String text,
        Actor sentBy,
        Instant sentAt,
        @Nullable Instant withdrawnAt,
        List<Copy> copies) {

    public QuickMessage {
        copies = List.copyOf(copies);
    }

    /// What became of it with one person.
    ///
    /// @param deliveredAt when a page of theirs showed it; null: not yet
    /// @param readAt when they said that they read it, or answered; null: not yet
    /// @param answer null: none yet
    public record Copy(
            AgentId agent,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt,
            @Nullable Answer answer) {

        public Progress progress() {
            if (answer != null) {
                return Progress.ANSWERED;
            }
            if (readAt != null) {
                return Progress.READ;
            }
            return deliveredAt == null ? Progress.SENT : Progress.DELIVERED;
        }
    }

    /// How far a message came with somebody.
    public enum Progress {
        /// No page of theirs has shown it.
        SENT,
        DELIVERED,
        READ,
        ANSWERED
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public Optional<Copy> of(AgentId agent) {
        return copies.stream().filter(copy -> copy.agent().equals(agent)).findFirst();
    }

    /// With how many it came at least so far.
    public long reached(Progress progress) {
        return copies.stream().filter(copy -> copy.progress().compareTo(progress) >= 0).count();
    }

    QuickMessage narrowedTo(Predicate<AgentId> visible) {
        return new QuickMessage(
                number,
                text,
                sentBy,
                sentAt,
                withdrawnAt,
                copies.stream().filter(copy -> visible.test(copy.agent())).toList());
    }
}
