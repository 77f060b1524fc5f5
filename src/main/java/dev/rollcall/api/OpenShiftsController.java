package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.api.ScheduleController.PlannedAnswer;
import dev.rollcall.api.ScheduleController.PlannedForm;
import dev.rollcall.api.TimeOffRequestsController.FindingAnswer;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.requests.OpenShift;
import dev.rollcall.requests.OpenShiftDraft;
import dev.rollcall.requests.OpenShifts;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shifts nobody has yet, and who would have them.
@RestController
@RequestMapping(ApiRequests.BASE + "/open-shifts")
@Tag(name = "Open shifts")
class OpenShiftsController {

    /// What is refused of a claim is about whoever claims, or about nothing that was sent.
    private static final Map<String, String> CLAIM =
            Map.of("/claim", "/agent", "/date", "/agent", "/places", "");

    private final OpenShifts shifts;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    OpenShiftsController(OpenShifts shifts, Directory directory, Whom whom, Access access) {
        this.shifts = shifts;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.SCHEDULE_READ)
    @Operation(
            operationId = "listOpenShifts",
            summary = "List open shifts",
            description =
                    "The newest first, closed and past ones too. With from and to those of dates"
                            + " between them, both included; with a unit its own and those of the units"
                            + " below it.")
    ResponseEntity<Page<OpenShiftAnswer>> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        long before = after == null ? Long.MAX_VALUE : Page.number(after);
        return Page.of(
                shifts.page(
                        from,
                        to,
                        before,
                        limit + 1,
                        whom.within(unit, null, access.scope(Permission.SCHEDULE_VIEW))),
                OpenShift::number,
                this::answer,
                limit);
    }

    @GetMapping("/{id}")
    @NeedsScope(TokenScope.SCHEDULE_READ)
    @Operation(operationId = "getOpenShift", summary = "Read an open shift")
    ResponseEntity<OpenShiftAnswer> get(@PathVariable long id) {
        return tagged(shifts.read(id));
    }

    @PostMapping
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "postOpenShift",
            summary = "Post an open shift",
            description =
                    "People of the unit, or of one of its groups, may claim it, and are told. Its"
                            + " activities become the plan of whoever gets it.")
    ResponseEntity<OpenShiftAnswer> post(@RequestBody OpenShiftForm form) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        var unit = Optional.ofNullable(form.unit()).map(code -> whom.unit(code, scope));
        var group = Optional.ofNullable(form.group()).map(code -> whom.group(code, scope));
        var problems = new InvalidInput.Collector();
        problems.check(unit.isPresent(), "/unit", "Say whose people may claim it.");
        problems.check(form.date() != null, "/date", "Say which date it is.");
        problems.check(
                form.activities() != null, "/activities", "Say from when to when there is work.");
        var entries =
                PlannedForm.read(
                        Objects.requireNonNullElse(form.activities(), List.of()), problems);
        problems.throwIfAny();
        return tagged(
                shifts.post(
                        new OpenShiftDraft(
                                unit.orElseThrow(),
                                group.map(Group::id).orElse(null),
                                Objects.requireNonNull(form.date()),
                                entries,
                                Objects.requireNonNullElse(form.places(), 1),
                                Objects.requireNonNullElse(form.firstCome(), true))));
    }

    @PostMapping("/{id}/close")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "closeOpenShift",
            summary = "Close an open shift",
            description = "Who has it keeps it; claims nobody decided are declined.")
    ResponseEntity<OpenShiftAnswer> close(@PathVariable long id) {
        shifts.close(id);
        return tagged(shifts.read(id));
    }

    @PostMapping("/{id}/claims")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "claimOpenShift",
            summary = "Claim an open shift",
            description =
                    "In the name of the agent. Where the first gets it and the rules of planning have"
                            + " nothing to say, it is in their plan at once; else it waits for a decision.")
    ResponseEntity<OpenShiftAnswer> claim(@PathVariable long id, @RequestBody ClaimForm form) {
        shifts.read(id);
        var agent = form.agent();
        if (agent == null) {
            throw InvalidInput.of("/agent", "Say who claims it.");
        }
        var claimer = whom.agent(agent, access.scope(Permission.SCHEDULE_WRITE)).id();
        return tagged(FieldErrors.asSent(CLAIM, () -> shifts.claimFor(claimer, id)));
    }

    @PostMapping("/{id}/claims/{externalId}/give")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "giveOpenShift",
            summary = "Give an open shift to somebody who claimed it",
            description = "It is in their plan at once.")
    ResponseEntity<OpenShiftAnswer> give(@PathVariable long id, @PathVariable String externalId) {
        shifts.read(id);
        return tagged(
                shifts.give(
                        id, whom.agent(externalId, access.scope(Permission.SCHEDULE_WRITE)).id()));
    }

    @PostMapping("/{id}/claims/{externalId}/decline")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "declineOpenShiftClaim",
            summary = "Decline somebody's claim",
            description = "With an answer for them, if there is one. The place stays free.")
    ResponseEntity<OpenShiftAnswer> decline(
            @PathVariable long id,
            @PathVariable String externalId,
            @RequestBody ClaimDecision form) {
        shifts.read(id);
        return tagged(
                shifts.decline(
                        id,
                        whom.agent(externalId, access.scope(Permission.SCHEDULE_WRITE)).id(),
                        Objects.requireNonNullElse(form.answer(), "")));
    }

    private ResponseEntity<OpenShiftAnswer> tagged(OpenShift shift) {
        return ResponseEntity.ok().eTag(ETags.of(shift.version())).body(answer(shift));
    }

    private OpenShiftAnswer answer(OpenShift shift) {
        return new OpenShiftAnswer(
                shift.number(),
                directory.unit(shift.unit()).map(Unit::code).orElse(""),
                Optional.ofNullable(shift.group())
                        .flatMap(directory::group)
                        .map(Group::code)
                        .orElse(null),
                shift.date(),
                shift.entries().stream().map(PlannedAnswer::of).toList(),
                shift.places(),
                shift.taken(),
                shift.firstCome(),
                shift.closed(),
                shift.postedBy(),
                shift.claims().stream().map(this::answer).toList(),
                shift.version());
    }

    private ClaimAnswer answer(OpenShift.Claim claim) {
        return new ClaimAnswer(
                directory.agent(claim.agent()).map(Agent::externalId).orElse(""),
                claim.progress(),
                claim.claimedAt(),
                claim.isByRule() ? null : claim.decidedBy(),
                claim.settledAt(),
                claim.isByRule(),
                claim.answer(),
                claim.findings().stream().map(FindingAnswer::of).toList());
    }

    /// @param group of which whoever gets it has to be; none: any
    /// @param places how many people can get it; 1 where nothing is said
    /// @param firstCome whether the first who claims it gets it where the rules of planning have
    ///   nothing to say; true where nothing is said
    @Schema(name = "OpenShiftForm")
    record OpenShiftForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String unit,
            @Nullable String group,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate date,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                    @Nullable List<@Nullable PlannedForm> activities,
            @Schema(minimum = "1", maximum = "500", defaultValue = "1") @Nullable Integer places,
            @Schema(defaultValue = "true") @Nullable Boolean firstCome) {}

    @Schema(name = "ClaimForm")
    record ClaimForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String agent) {}

    /// @param answer for whoever claimed it; may be left out
    @Schema(name = "ClaimDecision")
    record ClaimDecision(@Schema(maxLength = TimeOffs.LONGEST_TEXT) @Nullable String answer) {}

    /// @param postedBy the name of whoever posted it
    @Schema(name = "OpenShift")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OpenShiftAnswer(
            long id,
            String unit,
            @Nullable String group,
            LocalDate date,
            List<PlannedAnswer> activities,
            int places,
            int taken,
            boolean firstCome,
            boolean closed,
            String postedBy,
            List<ClaimAnswer> claims,
            long version) {}

    /// @param decidedBy who chose; null while nobody did and where whoever came first has it
    /// @param byRule whether whoever came first has it, and nobody chose
    /// @param answer what whoever decided said; null for nothing
    /// @param findings what there was to say about it when it was claimed
    @Schema(name = "Claim")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ClaimAnswer(
            String agent,
            OpenShift.Progress progress,
            Instant claimedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            boolean byRule,
            @Nullable String answer,
            List<FindingAnswer> findings) {}
}
