package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.security.TokenScope;
import dev.rollcall.work.NewWorkItem;
import dev.rollcall.work.Priority;
import dev.rollcall.work.WorkItem;
import dev.rollcall.work.WorkItems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Cases, chats and calls, from their arrival to their end.
@RestController
@RequestMapping(ApiRequests.BASE + "/work-items")
@Tag(name = "Work", description = "Cases, chats and calls")
class WorkItemsController {

    private final WorkItems items;
    private final Directory directory;

    WorkItemsController(WorkItems items, Directory directory) {
        this.items = items;
        this.directory = directory;
    }

    @PostMapping
    @NeedsScope(TokenScope.WORK_WRITE)
    @Operation(
            operationId = "postWorkItem",
            summary = "Bring work in",
            description =
                    "It waits in the queue of its group until it is assigned or taken. The same"
                            + " reference again answers with the item as it is by now.")
    WorkItemAnswer post(@RequestBody WorkItemForm form) {
        return answer(
                items.arrive(
                        new NewWorkItem(
                                form.reference(),
                                form.channel(),
                                form.group(),
                                form.subject(),
                                form.customer(),
                                form.priority())));
    }

    @GetMapping("/{reference}")
    @NeedsScope({TokenScope.WORK_READ, TokenScope.WORK_WRITE})
    @Operation(operationId = "getWorkItem", summary = "Read an item")
    WorkItemAnswer get(@PathVariable String reference) {
        return answer(items.item(reference));
    }

    private WorkItemAnswer answer(WorkItem item) {
        var agent = item.agent();
        return new WorkItemAnswer(
                item.reference(),
                item.channel(),
                directory.group(item.group()).map(Group::code).orElse(""),
                item.subject(),
                item.customer(),
                item.priority(),
                item.state(),
                agent == null ? null : directory.agent(agent).map(Agent::externalId).orElse(null),
                item.arrivedAt(),
                item.endedAt());
    }

    @Schema(name = "WorkItemForm")
    record WorkItemForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 100)
                    @Nullable String reference,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"TICKET", "CHAT", "CALL"})
                    @Nullable String channel,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String group,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200)
                    @Nullable String subject,
            @Schema(maxLength = 200) @Nullable String customer,
            @Schema(allowableValues = {"URGENT", "HIGH", "NORMAL", "LOW"})
                    @Nullable String priority) {}

    /// @param agent who has it, or who finished it; null while it waits
    @Schema(name = "WorkItem")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WorkItemAnswer(
            String reference,
            Channel channel,
            String group,
            String subject,
            @Nullable String customer,
            Priority priority,
            WorkItem.State state,
            @Nullable String agent,
            Instant arrivedAt,
            @Nullable Instant endedAt) {}
}
