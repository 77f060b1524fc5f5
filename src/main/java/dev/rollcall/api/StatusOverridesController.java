package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.overrides.StatusOverride;
import dev.rollcall.overrides.StatusOverrides;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Statuses set for others, with why.
@RestController
@RequestMapping(ApiRequests.BASE)
@Tag(name = "Status")
class StatusOverridesController {

    private final StatusOverrides overrides;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    StatusOverridesController(
            StatusOverrides overrides, Directory directory, Whom whom, Access access) {
        this.overrides = overrides;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @PostMapping("/status-overrides")
    @NeedsScope(TokenScope.PRESENCE_WRITE)
    @Operation(
            operationId = "overrideStatus",
            summary = "Change the status of some people",
            description =
                    "To one of those on offer, and they are told why. With whenDone, for those who"
                            + " work as soon as their work in progress is done. Nothing is done"
                            + " unless the token may act on each of them.")
    OverrideAnswer change(@RequestBody OverrideForm form) {
        var agents = form.agents();
        var problems = new InvalidInput.Collector();
        problems.check(
                agents != null && agents.stream().noneMatch(Objects::isNull),
                "/agents",
                "Say whom it is for.");
        problems.check(form.why() != null, "/why", "Say why: they are told.");
        problems.throwIfAny();
        var state = StatusController.StatusForm.state(form.status(), form.reason());
        var scope = access.scope(Permission.PRESENCE_WRITE);
        var people = new LinkedHashSet<AgentId>();
        Objects.requireNonNull(agents)
                .forEach(name -> people.add(whom.agent(Objects.requireNonNull(name), scope).id()));
        return answer(
                overrides.change(
                        people,
                        state,
                        Boolean.TRUE.equals(form.whenDone()),
                        Objects.requireNonNull(form.why())));
    }

    @DeleteMapping("/agents/{externalId}/status/next")
    @NeedsScope(TokenScope.PRESENCE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "forgetNextStatus",
            summary = "Take back what somebody was to be when their work is done",
            description = "Nothing happens when there is nothing.")
    void forgetNext(@PathVariable String externalId) {
        overrides.forgetNext(whom.agent(externalId, access.scope(Permission.PRESENCE_WRITE)).id());
    }

    private OverrideAnswer answer(StatusOverride done) {
        return new OverrideAnswer(
                names(done.now()),
                names(done.queued()),
                done.refused().entrySet().stream()
                        .map(each -> new RefusedAnswer(name(each.getKey()), each.getValue()))
                        .toList());
    }

    private List<String> names(Collection<AgentId> people) {
        return people.stream().map(this::name).sorted().toList();
    }

    private String name(AgentId agent) {
        return directory.agent(agent).map(Agent::externalId).orElse("");
    }

    @Schema(name = "StatusOverrideForm")
    record OverrideForm(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "external ids of agents, at most 200")
                    @Nullable List<@Nullable String> agents,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"AWAY", "AVAILABLE", "UNAVAILABLE"})
                    @Nullable String status,
            @Schema(description = "Required with UNAVAILABLE", example = "BREAK")
                    @Nullable String reason,
            @Nullable Boolean whenDone,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = StatusOverrides.LONGEST_REASON)
                    @Nullable String why) {}

    /// @param now whose status it is now
    /// @param queued whose status it will be when their work in progress is done
    @Schema(name = "StatusOverride")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OverrideAnswer(List<String> now, List<String> queued, List<RefusedAnswer> refused) {}

    @Schema(name = "StatusOverrideRefused")
    record RefusedAnswer(String agent, String detail) {}
}
