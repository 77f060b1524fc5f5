package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.CalculationForm;
import dev.rollcall.adherence.engine.Assessment;
import dev.rollcall.security.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The engine, callable: judges what is in the request and stores nothing.
@RestController
@RequestMapping(ApiRequests.BASE + "/adherence/calculations")
@Tag(name = "Adherence", description = "What people did, compared with what was planned")
class CalculationsController {

    private final Adherence adherence;

    CalculationsController(Adherence adherence) {
        this.adherence = adherence;
    }

    @PostMapping
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "calculateAdherence",
            summary = "Calculate adherence",
            description =
                    "The same calculation as on every screen, over a schedule, events and rules of"
                            + " your own. Period, schedule, events and mapping are required.")
    CalculationAnswer post(@RequestBody CalculationForm form) {
        return CalculationAnswer.of(adherence.calculate(form));
    }

    @Schema(name = "CalculationAnswer")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CalculationAnswer(
            long scheduledSeconds,
            long neutralSeconds,
            long unmappedSeconds,
            long unscheduledWorkSeconds,
            FiguresAnswer.Figure raw,
            FiguresAnswer.Figure tolerated,
            FiguresAnswer.Figure score,
            @Nullable BigDecimal conformancePercent,
            List<FiguresAnswer.Run> deviations) {

        static CalculationAnswer of(Assessment found) {
            return new CalculationAnswer(
                    FiguresAnswer.seconds(found.scheduled()),
                    FiguresAnswer.seconds(found.neutral()),
                    FiguresAnswer.seconds(found.unmapped()),
                    FiguresAnswer.seconds(found.unscheduledWork()),
                    FiguresAnswer.Figure.of(found.raw()),
                    FiguresAnswer.Figure.of(found.tolerated()),
                    FiguresAnswer.Figure.of(found.score()),
                    FiguresAnswer.percent(found.conformance()),
                    found.deviations().stream().map(FiguresAnswer.Run::of).toList());
        }
    }
}
