package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.incentives.Awards;
import dev.rollcall.incentives.Awards.Told;
import dev.rollcall.incentives.Reason;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What schemes brought people, as far as the token may see the figures it is made of.
@RestController
@RequestMapping(ApiRequests.BASE + "/awards")
@Tag(name = "Incentives")
class AwardsController {

    private static final int LONGEST_DAYS = 366;
    private static final int USUAL_DAYS = 92;

    private final Awards awards;
    private final Whom whom;
    private final Access access;
    private final ApplicationClock clock;

    AwardsController(Awards awards, Whom whom, Access access, ApplicationClock clock) {
        this.awards = awards;
        this.whom = whom;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    @NeedsScope(TokenScope.INCENTIVES_READ)
    @Operation(
            operationId = "listAwards",
            summary = "List awarded points",
            description =
                    "One line for each person and awarded period that begins between from and to,"
                            + " both included; without them the last 92 days. points is null where"
                            + " the points tell a figure the token may not read: those made of what"
                            + " people achieved are theirs alone, those of adherence or quality need"
                            + " adherence:read or quality:read as well.")
    ResponseEntity<Page<AwardAnswer>> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        var first = from == null ? last.minusDays(USUAL_DAYS) : from;
        if (first.isAfter(last)) {
            throw InvalidInput.of("/to", "The last day is before the first.");
        }
        if (first.plusDays(LONGEST_DAYS).isBefore(last)) {
            throw InvalidInput.of("/to", "Ask for at most 366 days.");
        }
        Scope scope = whom.within(unit, agent, access.scope(Permission.INCENTIVES_VIEW));
        return Page.of(
                awards.told(scope, first, last).stream()
                        .sorted(Comparator.comparing(AwardsController::key))
                        .toList(),
                AwardsController::key,
                AwardsController::answer,
                limit,
                after);
    }

    private static String key(Told told) {
        return "%019d %s".formatted(told.run().number(), told.agent().externalId());
    }

    private static AwardAnswer answer(Told told) {
        var award = told.award();
        var run = told.run();
        return new AwardAnswer(
                run.number(),
                run.scheme(),
                told.rules().name(),
                run.version(),
                run.period().from(),
                run.period().to(),
                told.agent().externalId(),
                award == null ? null : award.revision(),
                award == null ? null : award.points(),
                award == null ? null : award.reason().outcome(),
                award == null ? null : award.madeAt());
    }

    /// @param award the number of what was awarded together
    /// @param revision 1, and more when the period was checked again
    /// @param points null where they are not the token's to see
    @Schema(name = "Award")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AwardAnswer(
            long award,
            String scheme,
            String name,
            int version,
            LocalDate from,
            LocalDate to,
            String agent,
            @Nullable Integer revision,
            @Nullable Long points,
            Reason.@Nullable Outcome outcome,
            @Nullable Instant reckonedAt) {}
}
