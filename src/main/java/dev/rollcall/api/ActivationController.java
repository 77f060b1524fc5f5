package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.work.Handling;
import dev.rollcall.work.Inactivity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// In which of their groups one person is active, and how much they have at once.
@RestController
@RequestMapping(ApiRequests.BASE + "/agents/{externalId}")
@Tag(name = "Work")
class ActivationController {

    private final Handling handling;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    ActivationController(Handling handling, Directory directory, Whom whom, Access access) {
        this.handling = handling;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping("/activation")
    @NeedsScope({TokenScope.WORK_READ, TokenScope.WORK_WRITE})
    @Operation(
            operationId = "getActivation",
            summary = "Read where somebody is active",
            description =
                    "Their groups that handle work, by code, and how many items of a channel they"
                            + " have at once at most.")
    ActivationAnswer get(@PathVariable String externalId) {
        var agent =
                whom.agent(externalId, access.scope(Permission.WORK_VIEW, Permission.WORK_WRITE));
        return new ActivationAnswer(
                agent.groups().stream()
                        .map(directory::group)
                        .flatMap(Optional::stream)
                        .filter(group -> group.channel() != Channel.TEAM)
                        .sorted(Comparator.comparing(Group::code))
                        .map(group -> seat(agent, group))
                        .toList(),
                Stream.of(Channel.TICKET, Channel.CHAT)
                        .map(channel -> limit(agent, channel))
                        .toList());
    }

    @PutMapping("/activation/{group}")
    @NeedsScope(TokenScope.WORK_WRITE)
    @Operation(
            operationId = "putActivation",
            summary = "Make somebody active or inactive in a group",
            description =
                    "Nothing of a group is assigned to whoever is inactive in it. They are told, with"
                            + " the reason, at once. Switched to what it is already, nothing happens.")
    SeatAnswer put(
            @PathVariable String externalId,
            @PathVariable String group,
            @RequestBody SeatForm form) {
        var agent = whom.agent(externalId, access.scope(Permission.WORK_WRITE));
        var known =
                directory
                        .group(group)
                        .filter(it -> it.channel() != Channel.TEAM)
                        .filter(it -> agent.groups().contains(it.id()))
                        .orElseThrow(() -> new NotFound("group of this agent", group));
        if (form.active() == null) {
            throw InvalidInput.of("/active", "Say true or false.");
        }
        handling.switchTo(agent.id(), known.id(), form.active(), form.reason());
        return seat(agent, known);
    }

    @PutMapping("/limits/{channel}")
    @NeedsScope(TokenScope.WORK_WRITE)
    @Operation(
            operationId = "putLimit",
            summary = "Limit how much somebody has at once",
            description = "Items of a channel, TICKET or CHAT; a call is always one.")
    LimitAnswer limit(
            @PathVariable String externalId,
            @PathVariable Channel channel,
            @RequestBody LimitForm form) {
        var agent = whom.agent(externalId, access.scope(Permission.WORK_WRITE));
        if (form.items() == null) {
            throw InvalidInput.of("/items", "Say how many items, 0 for none.");
        }
        handling.limit(agent.id(), channel, form.items());
        return limit(agent, channel);
    }

    private SeatAnswer seat(Agent agent, Group group) {
        var inactivity = handling.inactivity(agent.id(), group.id());
        return new SeatAnswer(
                group.code(),
                group.channel(),
                inactivity.isEmpty(),
                inactivity.map(Inactivity::since).orElse(null),
                inactivity.map(Inactivity::by).orElse(null),
                inactivity.map(Inactivity::reason).orElse(null));
    }

    private LimitAnswer limit(Agent agent, Channel channel) {
        return new LimitAnswer(channel, handling.limit(agent.id(), channel));
    }

    /// @param reason why; the person reads it
    @Schema(name = "ActivationForm")
    record SeatForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Boolean active,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = Handling.LONGEST_REASON)
                    @Nullable String reason) {}

    @Schema(name = "LimitForm")
    record LimitForm(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            minimum = "0",
                            maximum = "" + Handling.MOST)
                    @Nullable Integer items) {}

    @Schema(name = "Activation")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ActivationAnswer(List<SeatAnswer> groups, List<LimitAnswer> limits) {}

    /// @param since since when they are inactive; null: they are active
    /// @param by who made them inactive
    /// @param reason why; null: they did not say
    @Schema(name = "ActivationInGroup")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SeatAnswer(
            String group,
            Channel channel,
            boolean active,
            @Nullable Instant since,
            @Nullable String by,
            @Nullable String reason) {}

    @Schema(name = "Limit")
    record LimitAnswer(Channel channel, int items) {}
}
