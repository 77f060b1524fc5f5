package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.adherence.RuleEvidence;
import dev.rollcall.adherence.Undecided;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Pairs of activity and presence that happened and that nobody has decided on.
@RestController
@RequestMapping(ApiRequests.BASE + "/settings/adherence/unmapped")
@Tag(name = "Settings", description = "What adherence means here")
class UnmappedController {

    private final RuleEvidence evidence;
    private final Whom whom;
    private final Access access;

    UnmappedController(RuleEvidence evidence, Whom whom, Access access) {
        this.evidence = evidence;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "listUnmapped",
            summary = "Read what happened and nobody has decided on",
            description =
                    "Pairs of the last seven days that the mapping of a unit, or of the organisation,"
                            + " says nothing of: how long, how many people, since when, and what each"
                            + " obviously counts as, if anything. The most time first. Decide with PUT"
                            + " /settings/adherence; with an effectiveFrom in the past the days since are"
                            + " judged anew.")
    UnmappedAnswer list(@RequestParam(required = false) @Nullable String unit) {
        var scope = access.viewer().scope(Permission.ADHERENCE_WRITE);
        UnitId id = unit == null ? null : whom.unit(unit, scope);
        return new UnmappedAnswer(
                unit,
                RuleEvidence.DAYS,
                evidence.undecided(id, scope).stream().map(UnmappedController::pair).toList());
    }

    private static PairAnswer pair(Undecided seen) {
        return new PairAnswer(
                seen.activity(),
                seen.presence(),
                seen.people(),
                seen.time().toSeconds(),
                seen.firstDay(),
                seen.last(),
                seen.suggestion());
    }

    /// @param unit null: the organisation's mapping
    /// @param days how many days back, today included
    @Schema(name = "Unmapped")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record UnmappedAnswer(@Nullable String unit, int days, List<PairAnswer> pairs) {}

    /// @param seconds added up over all people
    /// @param firstDay the first of these days on which it happened
    /// @param suggestion null where nothing is obvious
    @Schema(name = "UnmappedPair")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PairAnswer(
            String activity,
            String presence,
            int people,
            long seconds,
            LocalDate firstDay,
            Instant lastSeen,
            @Nullable Verdict suggestion) {}
}
