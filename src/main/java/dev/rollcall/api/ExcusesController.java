package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.excuses.Effect;
import dev.rollcall.excuses.Excuse;
import dev.rollcall.excuses.ExcuseDraft;
import dev.rollcall.excuses.Excuses;
import dev.rollcall.excuses.Reach;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/// What people are excused for: some by name, or many at once by an incident.
@RestController
@RequestMapping(ApiRequests.BASE + "/adherence/excuses")
@Tag(name = "Adherence")
class ExcusesController {

    private static final Map<String, String> NAMES = Map.of("/people", "/agents");

    private final Excuses excuses;
    private final Directory directory;
    private final Whom whom;
    private final Access access;
    private final ApplicationClock clock;

    ExcusesController(
            Excuses excuses,
            Directory directory,
            Whom whom,
            Access access,
            ApplicationClock clock) {
        this.excuses = excuses;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "listExcuses",
            summary = "List excuses",
            description =
                    "The newest first, those taken back included. With from and until: those that"
                            + " touch that time. With incidents: only excuses for many at once, or only"
                            + " those for people by name.")
    ResponseEntity<Page<ExcuseAnswer>> list(
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean incidents,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        long before = after == null ? Long.MAX_VALUE : Page.number(after);
        var scope = whom.within(unit, agent, access.scope(Permission.ADHERENCE_VIEW));
        return Page.of(
                excuses.page(incidents, span(from, until), before, limit + 1, scope),
                Excuse::number,
                this::answer,
                limit);
    }

    static @Nullable TimeSpan span(@Nullable Instant from, @Nullable Instant until) {
        if (from == null && until == null) {
            return null;
        }
        if (from == null || until == null || !until.isAfter(from)) {
            throw InvalidInput.of(
                    "/until", "Ask for a time with both ends, the end after the beginning.");
        }
        return TimeSpan.of(from, until);
    }

    @GetMapping("/{id}")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(operationId = "getExcuse", summary = "Read an excuse")
    ResponseEntity<ExcuseAnswer> get(@PathVariable long id) {
        return tagged(find(id, Permission.ADHERENCE_VIEW));
    }

    private Excuse find(long id, Permission permission) {
        return excuses.find(id, access.scope(permission))
                .orElseThrow(() -> new NotFound("excuse", "" + id));
    }

    @PostMapping
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "postExcuse",
            summary = "Excuse people",
            description =
                    "Some by name, or, as an incident, a unit with everything below it, a group, or"
                            + " everybody: exactly one of agents, unit, group and everybody. Without until it"
                            + " goes on until it is ended, and covers who comes meanwhile. Raw figures stay"
                            + " as they are.")
    ResponseEntity<ExcuseAnswer> post(@RequestBody ExcuseForm form) {
        var draft = draft(form);
        return tagged(FieldErrors.asSent(NAMES, () -> excuses.give(draft)).excuse());
    }

    @PostMapping("/preview")
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "previewExcuse",
            summary = "Try an excuse",
            description =
                    "How many people it would cover, and how much of what counts against each it"
                            + " would take. Stores nothing.")
    EffectAnswer preview(@RequestBody ExcuseForm form) {
        var draft = draft(form);
        return answer(FieldErrors.asSent(NAMES, () -> excuses.preview(draft)));
    }

    @PostMapping("/{id}/end")
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "endExcuse",
            summary = "End an excuse",
            description = "One that goes on, or one that ends later. Without until: now.")
    ResponseEntity<ExcuseAnswer> end(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable EndForm form) {
        long version = version(id, ifMatch);
        var until = form == null || form.until() == null ? clock.instant() : form.until();
        return tagged(excuses.end(id, version, until).excuse());
    }

    @PostMapping("/{id}/take-back")
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "takeBackExcuse",
            summary = "Take an excuse back",
            description = "It covers nothing any more, and stays on record.")
    ResponseEntity<ExcuseAnswer> takeBack(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        long version = version(id, ifMatch);
        return tagged(excuses.takeBack(id, version).excuse());
    }

    private long version(long id, @Nullable String ifMatch) {
        var known = find(id, Permission.ADHERENCE_WRITE);
        var expected = ETags.expectedLong(ifMatch, null);
        return expected == null ? known.version() : expected;
    }

    private ExcuseDraft draft(ExcuseForm form) {
        var scope = access.scope(Permission.ADHERENCE_WRITE);
        form.check();
        var from = Objects.requireNonNull(form.from());
        var reason = Objects.requireNonNull(form.reason());
        var note = Objects.requireNonNullElse(form.note(), "");
        if (form.unit() != null) {
            return ExcuseDraft.in(whom.unit(form.unit(), scope), from, form.until(), reason, note);
        }
        if (form.group() != null) {
            return ExcuseDraft.in(
                    whom.group(form.group(), scope).id(), from, form.until(), reason, note);
        }
        return Boolean.TRUE.equals(form.everybody())
                ? ExcuseDraft.forEverybody(from, form.until(), reason, note)
                : ExcuseDraft.of(
                        people(Objects.requireNonNull(form.agents()), scope),
                        from,
                        form.until(),
                        reason,
                        note);
    }

    private Set<AgentId> people(List<@Nullable String> agents, Scope scope) {
        var people = new HashSet<AgentId>();
        for (var agent : agents) {
            if (agent != null) {
                people.add(whom.agent(agent, scope).id());
            }
        }
        return people;
    }

    private ResponseEntity<ExcuseAnswer> tagged(Excuse excuse) {
        return ResponseEntity.ok().eTag(ETags.of(excuse.version())).body(answer(excuse));
    }

    private ExcuseAnswer answer(Excuse excuse) {
        return new ExcuseAnswer(
                excuse.number(),
                excuse.reach(),
                excuse.people().stream().map(this::externalId).sorted().toList(),
                excuse.unit() == null
                        ? null
                        : directory.unit(excuse.unit()).map(Unit::code).orElse(null),
                excuse.group() == null
                        ? null
                        : directory.group(excuse.group()).map(Group::code).orElse(null),
                excuse.covered(),
                excuse.span().start(),
                excuse.goesOn() ? null : excuse.span().end(),
                excuse.reason(),
                excuse.note(),
                excuse.explanation(),
                excuse.givenBy(),
                excuse.givenAt(),
                excuse.takenBackBy(),
                excuse.takenBackAt(),
                excuse.version());
    }

    private String externalId(AgentId agent) {
        return directory.agent(agent).map(Agent::externalId).orElse("");
    }

    private EffectAnswer answer(Effect effect) {
        return new EffectAnswer(
                effect.covered(),
                FiguresAnswer.seconds(effect.total()),
                effect.byPerson().entrySet().stream()
                        .map(each ->
                                new PersonEffect(
                                        externalId(each.getKey()),
                                        FiguresAnswer.seconds(each.getValue())))
                        .toList());
    }

    /// @param agents whom it is for, by name
    /// @param unit of an incident in a unit with everything below it
    /// @param group of an incident in a group
    /// @param everybody of an incident for everybody
    /// @param until left out: it goes on
    /// @param reason the code of a reason on offer
    @Schema(name = "ExcuseForm")
    record ExcuseForm(
            @Nullable List<@Nullable String> agents,
            @Nullable String unit,
            @Nullable String group,
            @Nullable Boolean everybody,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Instant from,
            @Nullable Instant until,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "SYSTEM_OUTAGE")
                    @Nullable String reason,
            @Schema(maxLength = Excuses.LONGEST_NOTE) @Nullable String note) {

        void check() {
            var problems = new InvalidInput.Collector();
            int said =
                    (agents == null ? 0 : 1)
                            + (unit == null ? 0 : 1)
                            + (group == null ? 0 : 1)
                            + (Boolean.TRUE.equals(everybody) ? 1 : 0);
            problems.check(
                    said == 1,
                    "/agents",
                    "Say whom it is for: exactly one of agents, unit, group and everybody.");
            problems.check(from != null, "/from", "Say when it begins.");
            problems.check(reason != null, "/reason", "Say why: the code of a reason on offer.");
            problems.throwIfAny();
        }
    }

    /// @param until left out: now
    @Schema(name = "ExcuseEndForm")
    record EndForm(@Nullable Instant until) {}

    /// @param agents whom it is for by name, as far as the token may see them
    /// @param covered how many people it covers
    /// @param until null: it goes on
    /// @param explanation the number of the explanation it grants
    @Schema(name = "Excuse")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ExcuseAnswer(
            long id,
            Reach reach,
            List<String> agents,
            @Nullable String unit,
            @Nullable String group,
            int covered,
            Instant from,
            @Nullable Instant until,
            String reason,
            String note,
            @Nullable Long explanation,
            String givenBy,
            Instant givenAt,
            @Nullable String takenBackBy,
            @Nullable Instant takenBackAt,
            long version) {}

    /// @param covered how many people it would cover
    /// @param excusedSeconds how much it would take off what counts, of all of them together
    @Schema(name = "ExcuseEffect")
    record EffectAnswer(int covered, long excusedSeconds, List<PersonEffect> people) {}

    @Schema(name = "PersonExcuseEffect")
    record PersonEffect(String agent, long excusedSeconds) {}
}
