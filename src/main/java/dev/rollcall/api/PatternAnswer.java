package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.reports.HalfHours;
import dev.rollcall.reports.Recurrence;
import dev.rollcall.reports.Strain;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pieces of what recurs in somebody's weeks, and of signs of strain.
final class PatternAnswer {

    private PatternAnswer() {}

    /// Whether what happened happens again and again.
    ///
    /// @param evidence what was counted for the verdict; null when nothing happened
    /// @param happenedOn on how many days anything counted
    /// @param of how many days were planned
    /// @param cells weekday by weekday, half hour by half hour, as far as anything was planned
    @Schema(name = "Recurrence")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RecurrenceAnswer(
            Recurrence.Verdict verdict,
            @Nullable EvidenceAnswer evidence,
            int happenedOn,
            int of,
            List<CellAnswer> cells) {

        static RecurrenceAnswer of(Recurrence found) {
            return new RecurrenceAnswer(
                    found.verdict(),
                    found.told().map(EvidenceAnswer::of).orElse(null),
                    found.happenedOn(),
                    found.of(),
                    found.cells().entrySet().stream()
                            .map(each -> CellAnswer.of(each.getKey(), each.getValue()))
                            .sorted(
                                    Comparator.comparing(CellAnswer::weekday)
                                            .thenComparing(CellAnswer::at))
                            .toList());
        }
    }

    /// @param about what was not done as planned, or what came before it and went on
    /// @param weekday null: on any day
    /// @param at the half hour it usually began in, of the clock on the person's wall
    /// @param days on how many days it happened
    /// @param of how many such days were planned
    @Schema(name = "RecurrenceEvidence")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EvidenceAnswer(
            String way,
            String about,
            @Nullable DayOfWeek weekday,
            @Schema(type = "string", example = "12:30") LocalTime at,
            int days,
            int of) {

        static EvidenceAnswer of(Recurrence.Evidence found) {
            return new EvidenceAnswer(
                    found.way().name(),
                    found.about(),
                    found.weekday(),
                    HalfHours.start(found.halfHour()),
                    found.days(),
                    found.of());
        }
    }

    /// @param planned on how many days anything was planned then
    /// @param out on how many of them the plan was not kept then
    @Schema(name = "HeatMapCell")
    record CellAnswer(
            DayOfWeek weekday,
            @Schema(type = "string", example = "12:30") LocalTime at,
            int planned,
            int out) {

        static CellAnswer of(Recurrence.Cell cell, Recurrence.Count count) {
            return new CellAnswer(
                    cell.weekday(), HalfHours.start(cell.halfHour()), count.planned(), count.out());
        }
    }

    /// A reason to talk.
    ///
    /// @param count days in a row, breaks worked through, or hours beyond the plan
    /// @param of planned days, planned breaks, or hours of planned work
    @Schema(name = "StrainSign")
    record SignAnswer(Strain.Kind kind, int count, int of, LocalDate from, LocalDate to) {

        static SignAnswer of(Strain sign) {
            return new SignAnswer(sign.kind(), sign.count(), sign.of(), sign.from(), sign.to());
        }
    }
}
