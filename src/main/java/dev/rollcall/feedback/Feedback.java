package dev.rollcall.feedback;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody said to somebody about their work.
///
/// @param fromLead whether whoever said it looks after its receiver; otherwise a colleague did
/// @param next what to do next; empty for nothing
/// @param about null: of nothing that is kept
/// @param seenAt null: its receiver has not seen it
/// @param reply null: nothing was said to it
/// @param sharedAt since when the team may read it; null: it may not
/// @param withdrawnAt null: it stands
/// @param report null: nobody minded it
public record Feedback(
        long number,
        AgentId agent,
        Kind kind,
        boolean fromLead,
        Actor giver,
        @Nullable AgentId giverAgent,
        String said,
        String next,
        Set<String> tags,
        @Nullable About about,
        Instant givenAt,
        @Nullable Instant seenAt,
        @Nullable Reply reply,
        @Nullable Instant sharedAt,
        @Nullable Instant withdrawnAt,
        @Nullable Report report) {

    public Feedback {
        tags = Set.copyOf(tags);
    }

    /// Whether anybody may read it: neither taken back nor hidden.
    public boolean isOpen() {
        return withdrawnAt == null && (report == null || report.state() == Report.State.KEPT);
    }

    /// What its receiver said to it, once.
    ///
    /// @param text null: a word of thanks and nothing more
    public record Reply(@Nullable String text, Instant at) {}

    /// That its receiver found it hurtful.
    ///
    /// @param reason in their own words
    public record Report(State state, String reason, Instant at) {

        /// What became of it.
        public enum State {
            /// Hidden until somebody decides.
            WAITS,
            /// It stands.
            KEPT,
            /// It is gone for good.
            REMOVED
        }
    }
}
