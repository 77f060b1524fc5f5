package dev.rollcall.backoffice;

import dev.rollcall.backoffice.BackOfficeTask.State;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which tasks a program asks for, whatever became of them.
///
/// @param state how far they are; null: any
/// @param units of one of these; null: any
/// @param agent whoever is to do them; null: anybody
/// @param dueFrom due then or later; null: whenever
/// @param dueBefore due before then; null: whenever
public record TaskQuery(
        @Nullable State state,
        @Nullable Set<UnitId> units,
        @Nullable AgentId agent,
        @Nullable Instant dueFrom,
        @Nullable Instant dueBefore) {}
