package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.messages.Answer;
import dev.rollcall.messages.QuickMessage;
import dev.rollcall.messages.QuickMessages;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Short messages to people, and what became of them.
@RestController
@RequestMapping(ApiRequests.BASE + "/messages")
@Tag(name = "Messages")
class MessagesController {

    private final QuickMessages messages;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    MessagesController(QuickMessages messages, Directory directory, Whom whom, Access access) {
        this.messages = messages;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "listMessages",
            summary = "List messages",
            description =
                    "The newest first, with what became of them with each person the token sees. With"
                            + " since: those sent from then on.")
    ResponseEntity<Page<MessageAnswer>> list(
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        long before = after == null ? Long.MAX_VALUE : Page.number(after);
        return Page.of(
                messages.page(
                        since,
                        before,
                        limit + 1,
                        whom.within(unit, agent, access.scope(Permission.ADHERENCE_VIEW))),
                QuickMessage::number,
                this::answer,
                limit);
    }

    @GetMapping("/{id}")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(operationId = "getMessage", summary = "Read a message")
    MessageAnswer get(@PathVariable long id) {
        return answer(find(id, Permission.ADHERENCE_VIEW));
    }

    private QuickMessage find(long id, Permission permission) {
        return messages.find(id, access.scope(permission))
                .orElseThrow(() -> new NotFound("message", "" + id));
    }

    @PostMapping
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "sendMessage",
            summary = "Send a message",
            description =
                    "To some people, all of them or nobody. They see it on whatever page of Rollcall"
                            + " they have open, and answer it there.")
    MessageAnswer send(@RequestBody MessageForm form) {
        var problems = new InvalidInput.Collector();
        problems.check(form.agents() != null, "/agents", "Say whom it is for.");
        problems.check(form.text() != null, "/text", "Say something.");
        problems.throwIfAny();
        var text = Objects.requireNonNull(form.text());
        return answer(messages.send(people(form.agents()), text).message());
    }

    private Set<AgentId> people(@Nullable List<@Nullable String> names) {
        var scope = access.scope(Permission.ADHERENCE_WRITE);
        var people = new LinkedHashSet<AgentId>();
        var problems = new InvalidInput.Collector();
        int place = 0;
        for (var name : names == null ? List.<@Nullable String>of() : names) {
            if (name == null) {
                problems.check(false, "/agents/" + place, "Name somebody.");
            } else {
                people.add(whom.agent(name, scope).id());
            }
            place++;
        }
        problems.throwIfAny();
        return people;
    }

    @PostMapping("/{id}/withdraw")
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "withdrawMessage",
            summary = "Take a message back",
            description =
                    "One the same token sent. It is gone from the pages and bells of those who have"
                            + " not read it.")
    MessageAnswer withdraw(@PathVariable long id) {
        find(id, Permission.ADHERENCE_WRITE);
        messages.withdraw(id);
        return answer(find(id, Permission.ADHERENCE_WRITE));
    }

    @PostMapping("/{id}/reads")
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "readMessage",
            summary = "Somebody read a message",
            description = "For programs that show messages to agents themselves.")
    MessageAnswer read(@PathVariable long id, @RequestBody ReadForm form) {
        messages.readFor(somebody(form.agent()), id);
        return answer(find(id, Permission.ADHERENCE_WRITE));
    }

    @PostMapping("/{id}/answers")
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "answerMessage",
            summary = "Somebody answered a message",
            description =
                    "For programs that show messages to agents themselves. Each answers once.")
    MessageAnswer answer(@PathVariable long id, @RequestBody AnswerForm form) {
        var kind = form.answer();
        if (kind == null) {
            throw InvalidInput.of("/answer", "The answer is BACK_NOW, CALL_OVERRAN or TEXT.");
        }
        messages.answerFor(
                somebody(form.agent()), id, kind, Objects.requireNonNullElse(form.text(), ""));
        return answer(find(id, Permission.ADHERENCE_WRITE));
    }

    private AgentId somebody(@Nullable String name) {
        if (name == null) {
            throw InvalidInput.of("/agent", "Say who.");
        }
        return whom.agent(name, access.scope(Permission.ADHERENCE_WRITE)).id();
    }

    private MessageAnswer answer(QuickMessage message) {
        return new MessageAnswer(
                message.number(),
                message.text(),
                message.sentBy().name(),
                message.sentAt(),
                message.withdrawnAt(),
                message.copies().stream().map(this::answer).toList());
    }

    private CopyAnswer answer(QuickMessage.Copy copy) {
        var answer = copy.answer();
        return new CopyAnswer(
                directory.agent(copy.agent()).map(Agent::externalId).orElse(""),
                copy.progress(),
                copy.deliveredAt(),
                copy.readAt(),
                answer == null ? null : answer.kind(),
                answer == null || answer.text().isEmpty() ? null : answer.text(),
                answer == null ? null : answer.at());
    }

    @Schema(name = "MessageForm")
    record MessageForm(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "external ids of agents, at most 500")
                    @Nullable List<@Nullable String> agents,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = QuickMessages.LONGEST_TEXT)
                    @Nullable String text) {}

    @Schema(name = "MessageReadForm")
    record ReadForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String agent) {}

    /// @param text their own words, with TEXT only
    @Schema(name = "MessageAnswerForm")
    record AnswerForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String agent,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Answer.@Nullable Kind answer,
            @Schema(maxLength = QuickMessages.LONGEST_TEXT) @Nullable String text) {}

    /// @param withdrawnAt null: it stands
    /// @param people what became of it with each person the token sees
    @Schema(name = "Message")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MessageAnswer(
            long id,
            String text,
            String sentBy,
            Instant sentAt,
            @Nullable Instant withdrawnAt,
            List<CopyAnswer> people) {}

    /// @param deliveredAt when a page of theirs showed it; null: not yet
    /// @param readAt when they read or answered it; null: not yet
    /// @param answer null: none yet
    /// @param answerText their own words; null for the other answers
    @Schema(name = "MessageCopy")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CopyAnswer(
            String agent,
            QuickMessage.Progress progress,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt,
            Answer.@Nullable Kind answer,
            @Nullable String answerText,
            @Nullable Instant answeredAt) {}
}
