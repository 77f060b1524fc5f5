package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.api.TimeOffRequestsController.FindingAnswer;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.requests.Swap;
import dev.rollcall.requests.Swaps;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shifts that change hands.
@RestController
@RequestMapping(ApiRequests.BASE + "/shift-swaps")
@Tag(name = "Shift swaps")
class ShiftSwapsController {

    private static final Map<String, String> OFFER = Map.of("/swap", "/date");

    private static final String TAKER = "TAKER";

    /// What is refused of the shift itself is about nothing that was sent.
    private static final Map<String, String> TAKE_IN_RETURN = Map.of("/swap", "");

    private static final Map<String, String> TAKE = Map.of("/swap", "", "/inReturn", "");

    private final Swaps swaps;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    ShiftSwapsController(Swaps swaps, Directory directory, Whom whom, Access access) {
        this.swaps = swaps;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.SCHEDULE_READ)
    @Operation(
            operationId = "listShiftSwaps",
            summary = "List offered shifts and swaps",
            description =
                    "The newest first. Agent and unit are about whoever offers; with from and to those"
                            + " of shifts on dates between them, both included.")
    ResponseEntity<Page<SwapAnswer>> list(
            @RequestParam(required = false) Swap.@Nullable Progress progress,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        long before = after == null ? Long.MAX_VALUE : Page.number(after);
        return Page.of(
                swaps.page(
                        new Swaps.Filter(progress, from, to),
                        before,
                        limit + 1,
                        whom.within(unit, agent, access.scope(Permission.SCHEDULE_VIEW))),
                Swap::number,
                this::answer,
                limit);
    }

    @GetMapping("/{id}")
    @NeedsScope(TokenScope.SCHEDULE_READ)
    @Operation(operationId = "getShiftSwap", summary = "Read an offered shift or a swap")
    ResponseEntity<SwapAnswer> get(@PathVariable long id) {
        return tagged(swaps.read(id));
    }

    @PostMapping
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "postShiftSwap",
            summary = "Offer a shift",
            description =
                    "In the name of the agent whose shift it is: to one colleague, or to all who work"
                            + " with them.")
    ResponseEntity<SwapAnswer> post(@RequestBody SwapForm form) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        var agent = Optional.ofNullable(form.agent()).map(id -> whom.agent(id, scope));
        var to = Optional.ofNullable(form.to()).map(id -> whom.agent(id, scope));
        var problems = new InvalidInput.Collector();
        problems.check(agent.isPresent(), "/agent", "Say who offers it.");
        problems.check(form.date() != null, "/date", "Say of which date the shift is.");
        problems.throwIfAny();
        return tagged(
                FieldErrors.asSent(
                        OFFER,
                        () ->
                                swaps.offerFor(
                                        agent.orElseThrow().id(),
                                        Objects.requireNonNull(form.date()),
                                        to.map(Agent::id).orElse(null))));
    }

    @PostMapping("/{id}/take")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "takeShiftSwap",
            summary = "Take an offered shift",
            description =
                    "In the name of the agent. Where the rules of planning have nothing to say and the"
                            + " unit's rule allows it, both plans change at once; else it waits for a"
                            + " decision. With a shift in return it waits for the yes of whoever offered,"
                            + " which they give in Rollcall: nobody else can say it for them.")
    ResponseEntity<SwapAnswer> take(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TakeForm form) {
        long version = version(id, ifMatch);
        var agent = form.agent();
        if (agent == null) {
            throw InvalidInput.of("/agent", "Say who takes it.");
        }
        var taker = whom.agent(agent, access.scope(Permission.SCHEDULE_WRITE)).id();
        return tagged(
                FieldErrors.asSent(
                        form.inReturn() == null ? TAKE : TAKE_IN_RETURN,
                        () -> swaps.takeFor(taker, id, version, form.inReturn())));
    }

    @PostMapping("/{id}/withdraw")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "withdrawShiftSwap",
            summary = "Take an offer back",
            description = "In the name of whoever made it, while it is in nobody's plan.")
    ResponseEntity<SwapAnswer> withdraw(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return tagged(swaps.withdrawFor(id, version(id, ifMatch)));
    }

    @PostMapping("/{id}/approve")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "approveShiftSwap",
            summary = "Approve a swap",
            description = "Both plans change, or neither does.")
    ResponseEntity<SwapAnswer> approve(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return tagged(swaps.approve(id, version(id, ifMatch)));
    }

    @PostMapping("/{id}/decline")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "declineShiftSwap",
            summary = "Decline a swap",
            description = "With an answer for the two. Both plans stay as they are.")
    ResponseEntity<SwapAnswer> decline(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SwapDecision form) {
        return tagged(
                swaps.decline(
                        id, version(id, ifMatch), Objects.requireNonNullElse(form.answer(), "")));
    }

    private long version(long id, @Nullable String ifMatch) {
        long known = swaps.read(id).version();
        var expected = ETags.expectedLong(ifMatch, null);
        return expected == null ? known : expected;
    }

    private ResponseEntity<SwapAnswer> tagged(Swap swap) {
        return ResponseEntity.ok().eTag(ETags.of(swap.version())).body(answer(swap));
    }

    private SwapAnswer answer(Swap swap) {
        var by = swap.decidedBy();
        return new SwapAnswer(
                swap.number(),
                name(swap.from()),
                swap.date(),
                name(swap.to()),
                isSeen(swap.taker()) ? name(swap.taker()) : null,
                swap.inReturn(),
                swap.progress(),
                swap.offeredAt(),
                by == null ? null : by.name(),
                swap.decidedAt(),
                swap.isByRule(),
                swap.answer(),
                swap.findings().stream()
                        .filter(each -> isSeen(swap.taker()) || !each.values().contains(TAKER))
                        .map(FindingAnswer::of)
                        .toList(),
                swap.version());
    }

    /// Whoever takes a shift may work where the caller sees no plans: who they are and what speaks
    /// against it in their terms is nothing the caller would find elsewhere.
    private boolean isSeen(@Nullable AgentId agent) {
        var scope = access.scope(Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE);
        return agent == null
                || directory.agent(agent).filter(each -> scope.includes(each, null)).isPresent();
    }

    private @Nullable String name(@Nullable AgentId agent) {
        return Optional.ofNullable(agent)
                .flatMap(directory::agent)
                .map(Agent::externalId)
                .orElse(null);
    }

    /// @param date of the shift they offer
    /// @param to to whom alone; none: to every colleague
    @Schema(name = "SwapForm")
    record SwapForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String agent,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate date,
            @Nullable String to) {}

    /// @param inReturn the date of the shift they give for it; none: nothing
    @Schema(name = "TakeForm")
    record TakeForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String agent,
            @Nullable LocalDate inReturn) {}

    @Schema(name = "SwapDecision")
    record SwapDecision(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = TimeOffs.LONGEST_TEXT)
                    @Nullable String answer) {}

    /// @param agent who offered it
    /// @param to to whom alone; null: to every colleague
    /// @param taker who takes it; null while nobody does
    /// @param inReturn the date of the shift the taker gives for it; null: none
    /// @param decidedBy who decided or took it back; null before
    /// @param byRule whether a rule of the unit decided
    /// @param findings what there was to say about it when it was taken
    @Schema(name = "ShiftSwap")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SwapAnswer(
            long id,
            @Nullable String agent,
            LocalDate date,
            @Nullable String to,
            @Nullable String taker,
            @Nullable LocalDate inReturn,
            Swap.Progress progress,
            Instant offeredAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            boolean byRule,
            @Nullable String answer,
            List<FindingAnswer> findings,
            long version) {}
}
