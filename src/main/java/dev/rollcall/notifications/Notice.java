package dev.rollcall.notifications;

import dev.rollcall.kit.Reader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message as its reader finds it.
///
/// @param readAt null: not read yet
public record Notice(
        NoticeId id, Told<?> told, Recipient to, Instant toldAt, @Nullable Instant readAt) {

    public boolean isUnread() {
        return readAt == null;
    }

    public Wording word(Reader reader) {
        return told.word(reader);
    }

    /// Where it leads, see [NoticeKind#address].
    public String address() {
        return told.address();
    }

    /// What happened, with how it is worded.
    public record Told<D extends Record>(NoticeKind<D> kind, D facts) {

        private Wording word(Reader reader) {
            return kind.word(facts, reader);
        }

        private String address() {
            return kind.address(facts);
        }
    }
}
