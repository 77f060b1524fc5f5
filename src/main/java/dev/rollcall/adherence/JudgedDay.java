package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Assessment;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.people.Agent;
import dev.rollcall.shared.TimeSpan;
import java.time.LocalDate;
import java.util.List;

/// A working day as it was judged, for those who keep something of it.
///
/// @param schedule what is visible of the plan, in order; pieces may reach outside the period
/// @param actual what was done, judged, cut to the period
/// @param isOver whether nothing more can happen in it
/// @param planVersion the version of the day's plan, 0 when there is none
public record JudgedDay(
        Agent agent,
        LocalDate date,
        TimeSpan period,
        List<Piece> schedule,
        List<JudgedSpan> actual,
        Assessment assessment,
        Afterwards afterwards,
        int planVersion,
        boolean isOver) {

    public JudgedDay {
        schedule = List.copyOf(schedule);
        actual = List.copyOf(actual);
    }

    /// The figures of the day.
    public Figures figures() {
        return Figures.of(assessment, afterwards);
    }
}
