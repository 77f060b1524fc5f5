package dev.rollcall.shared;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/// Somebody else saved the same record first; nothing was overwritten.
public final class EditConflict extends OptimisticLockingFailureException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String changedBy;
    private final @Nullable Instant changedAt;

    /// @param what the kind of record, as a word people read: `agent`, `unit`
    /// @param which its code or external id
    /// @param changedBy what people call whoever was first, null when it was not recorded
    /// @param changedAt when they saved, null when it was not recorded
    public EditConflict(
            String what, String which, @Nullable String changedBy, @Nullable Instant changedAt) {
        super(
                changedBy == null
                        ? "The %s \"%s\" was changed meanwhile. Load it again and repeat the change."
                                .formatted(what, which)
                        : "The %s \"%s\" was changed meanwhile by %s. Load it again and repeat the change."
                                .formatted(what, which, changedBy));
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    /// What people call whoever was first; empty when it was not recorded.
    public Optional<String> changedBy() {
        return Optional.ofNullable(changedBy);
    }

    public Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt);
    }
}
