package dev.rollcall.review;

import dev.rollcall.kit.Reader;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Permission;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What a feature adds to the pack for a talk with somebody. A bean of this type is enough.
/// Chapters come in the order of Spring's `@Order`.
public interface PackChapter {

    /// Key of the chapter's title.
    String words();

    /// Of which one is enough to have the chapter, as for [MomentSource#permissions].
    Set<Permission> permissions();

    /// What there is to say about some days, the first and the last included; empty for nothing.
    /// Only what the caller may see on the feature's own pages; a look that is written down there
    /// is written down here.
    Optional<Chapter> chapter(AgentId agent, LocalDate from, LocalDate to, Reader reader);
}
