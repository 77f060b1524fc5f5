package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.organisation.People;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The people whose working days Rollcall shows.
@RestController
@RequestMapping(ApiRequests.BASE + "/agents")
@Tag(name = "People")
class AgentsController {

    private final People people;
    private final Directory directory;

    AgentsController(People people, Directory directory) {
        this.people = people;
        this.directory = directory;
    }

    @GetMapping
    @NeedsScope({TokenScope.PEOPLE_READ, TokenScope.PEOPLE_WRITE})
    @Operation(operationId = "listAgents", summary = "List agents", description = "By external id.")
    ResponseEntity<Page<AgentAnswer>> list(
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var agents =
                people.agents().stream().sorted(Comparator.comparing(Agent::externalId)).toList();
        return Page.of(agents, Agent::externalId, this::answer, limit, after);
    }

    @GetMapping("/{externalId}")
    @NeedsScope({TokenScope.PEOPLE_READ, TokenScope.PEOPLE_WRITE})
    @Operation(operationId = "getAgent", summary = "Read an agent")
    ResponseEntity<AgentAnswer> get(@PathVariable String externalId) {
        return tagged(people.agent(externalId));
    }

    @PutMapping("/{externalId}")
    @NeedsScope(TokenScope.PEOPLE_WRITE)
    @Operation(
            operationId = "putAgent",
            summary = "Create or replace an agent",
            description = "If-Match guards against overwriting somebody else's change.")
    ResponseEntity<AgentAnswer> put(
            @PathVariable String externalId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String ifNoneMatch,
            @RequestBody AgentForm form) {
        var expected = ETags.expectedLong(ifMatch, ifNoneMatch);
        ETags.checkNew(expected, () -> people.agent(externalId));
        return tagged(people.putAgent(externalId, form.read(), expected));
    }

    private ResponseEntity<AgentAnswer> tagged(Agent agent) {
        return ResponseEntity.ok().eTag(ETags.of(agent.version())).body(answer(agent));
    }

    private AgentAnswer answer(Agent agent) {
        var ownZone = agent.ownZone();
        return new AgentAnswer(
                agent.externalId(),
                agent.name(),
                agent.email(),
                directory.unit(agent.unit()).map(Unit::code).orElse(""),
                agent.mayWorkIn().stream()
                        .flatMap(unit -> directory.unit(unit).stream())
                        .map(Unit::code)
                        .sorted()
                        .toList(),
                agent.groups().stream()
                        .flatMap(group -> directory.group(group).stream())
                        .map(Group::code)
                        .sorted()
                        .toList(),
                ownZone == null ? null : ownZone.getId(),
                agent.tracked(),
                agent.version());
    }

    /// @param zone null: the unit's
    /// @param tracked null: as the groups chosen in the settings say
    @Schema(name = "AgentForm")
    record AgentForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
            @Nullable String email,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "The code of the home unit")
                    @Nullable String unit,
            @Schema(description = "Codes of other units they may clock in to")
                    @Nullable List<@Nullable String> mayWorkIn,
            @Schema(description = "Codes of their groups") @Nullable List<@Nullable String> groups,
            @Schema(example = "Europe/Berlin") @Nullable String zone,
            @Nullable Boolean tracked) {

        AgentDraft read() {
            var problems = new InvalidInput.Collector();
            var units = codes(mayWorkIn, "/mayWorkIn", problems);
            var groupCodes = codes(groups, "/groups", problems);
            problems.throwIfAny();
            return new AgentDraft(name, email, unit, units, groupCodes, zone, tracked);
        }

        private static Set<String> codes(
                @Nullable List<@Nullable String> given,
                String pointer,
                InvalidInput.Collector problems) {
            var codes = new LinkedHashSet<String>();
            if (given != null) {
                for (int i = 0; i < given.size(); i++) {
                    var code = given.get(i);
                    if (code == null || code.isBlank()) {
                        problems.add(pointer + "/" + i, "A code is missing.");
                    } else {
                        codes.add(code);
                    }
                }
            }
            return codes;
        }
    }

    @Schema(name = "Agent")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AgentAnswer(
            String externalId,
            String name,
            @Nullable String email,
            String unit,
            List<String> mayWorkIn,
            List<String> groups,
            @Nullable String zone,
            @Nullable Boolean tracked,
            long version) {}
}
