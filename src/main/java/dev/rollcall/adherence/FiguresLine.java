package dev.rollcall.adherence;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Figures of a person, a day or a unit, added up; exactly one of the three names is there.
public record FiguresLine(
        @Nullable AgentId agent,
        @Nullable LocalDate date,
        @Nullable UnitId unit,
        Figures figures) {}
