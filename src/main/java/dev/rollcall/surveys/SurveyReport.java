package dev.rollcall.surveys;

import java.util.List;

/// What answers of one kind come to.
///
/// @param months by month, the earliest first, named as `2026-03`
public record SurveyReport(
        SurveyTally total,
        List<Line> units,
        List<Line> groups,
        List<Line> agents,
        List<Line> tags,
        List<Line> months) {

    public SurveyReport {
        units = List.copyOf(units);
        groups = List.copyOf(groups);
        agents = List.copyOf(agents);
        tags = List.copyOf(tags);
        months = List.copyOf(months);
    }

    /// Answers that have something in common.
    public record Line(String name, SurveyTally tally) {}
}
