package dev.rollcall.adherence;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.LocalDate;

/// One person's figures of one working day.
///
/// @param unit their home unit
/// @param planVersion the version of the plan they were judged by, 0 when there was none
/// @param ruleVersion the rules they were judged by
public record DayFigures(
        AgentId agent,
        LocalDate date,
        UnitId unit,
        Figures figures,
        int planVersion,
        String ruleVersion) {}
