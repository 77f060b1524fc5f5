package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.adherence.Moved;
import dev.rollcall.adherence.RulePreview;
import dev.rollcall.adherence.RulePreviews;
import dev.rollcall.adherence.SettingsForm;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Percent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Other rules tried on days that are over, before anybody saves them.
@RestController
@RequestMapping(ApiRequests.BASE + "/settings/adherence/replays")
@Tag(name = "Settings", description = "What adherence means here")
class AdherenceReplaysController {

    private static final int USUAL_DAYS = 7;

    private final RulePreviews previews;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    AdherenceReplaysController(
            RulePreviews previews, Directory directory, Whom whom, Access access) {
        this.previews = previews;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @PostMapping
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "startAdherenceReplay",
            summary = "Try rules before saving them",
            description =
                    "Judges the last days by other settings of a unit, or of the organisation, in the"
                            + " background; saves nothing. Settings that count from a day in the past are"
                            + " tried on all days since. With recalculateFrom instead of settings: what a"
                            + " recalculation from that day would move. Ask for the answer's address until"
                            + " its state is DONE; it is kept for an hour.")
    ResponseEntity<ReplayAnswer> start(
            @RequestParam(required = false) @Nullable String unit, @RequestBody ReplayForm form) {
        var scope = access.viewer().scope(Permission.ADHERENCE_WRITE);
        UnitId id = unit == null ? null : whom.unit(unit, scope);
        if ((form.settings() == null) == (form.recalculateFrom() == null)) {
            throw InvalidInput.of(
                    "/settings", "Give the settings to try, or the day to recalculate from.");
        }
        var begun =
                form.settings() == null
                        ? previews.startRecalculation(id, form.recalculateFrom(), scope)
                        : previews.start(
                                id,
                                form.settings(),
                                form.days() == null ? USUAL_DAYS : form.days(),
                                scope);
        return ResponseEntity.accepted()
                .location(
                        URI.create(ApiRequests.BASE + "/settings/adherence/replays/" + begun.id()))
                .body(answer(begun));
    }

    @GetMapping("/{id}")
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "getAdherenceReplay",
            summary = "Read what rules that are tried would move",
            description =
                    "How far it is, and once it is done the score before and after and whom it moves,"
                            + " the largest difference first. Only the token that asked finds it.")
    ReplayAnswer get(@PathVariable String id) {
        return answer(previews.of(id));
    }

    @DeleteMapping("/{id}")
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "stopAdherenceReplay",
            summary = "Stop trying rules",
            description = "Nothing was saved, and nothing is found.")
    void stop(@PathVariable String id) {
        previews.stop(id);
    }

    private ReplayAnswer answer(RulePreview preview) {
        var found = preview.movement();
        var unit = preview.unit();
        return new ReplayAnswer(
                preview.id(),
                preview.state(),
                unit == null ? null : directory.unit(unit).map(Unit::code).orElse(null),
                preview.from(),
                preview.to(),
                preview.done(),
                preview.people(),
                preview.edition(),
                percent(found.before()),
                percent(found.after()),
                found.people(),
                found.moved(),
                found.tooFew(),
                found.whom().stream().map(this::answer).toList());
    }

    private MovedAnswer answer(Moved moved) {
        return new MovedAnswer(
                directory.agent(moved.agent()).map(Agent::externalId).orElse(""),
                percent(moved.before().percent()),
                percent(moved.after().percent()));
    }

    private static @Nullable BigDecimal percent(Optional<Percent> percent) {
        return percent.map(each -> each.rounded(2)).orElse(null);
    }

    /// @param settings those to try, as they would be saved
    /// @param days how many days up to yesterday; left out: 7
    /// @param recalculateFrom instead of settings: the first day that would be judged anew
    @Schema(name = "AdherenceReplayForm")
    record ReplayForm(
            @Nullable SettingsForm settings,
            @Schema(minimum = "1", maximum = "92") @Nullable Integer days,
            @Nullable LocalDate recalculateFrom) {}

    /// @param unit null: the organisation's settings
    /// @param from the first day that is judged, included
    /// @param to the last day, included
    /// @param done how many people are judged so far
    /// @param people how many there are
    /// @param edition the settings it was tried on
    /// @param beforePercent the score by the rules as they are; null while it is not done, when
    ///   there was nothing to judge, and when too few people are out of the token's sight
    /// @param judged how many people had anything to judge
    /// @param moved how many of them have another score
    /// @param whom those of them the token may see, the largest difference first
    @Schema(name = "AdherenceReplay")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ReplayAnswer(
            String id,
            RulePreview.State state,
            @Nullable String unit,
            LocalDate from,
            LocalDate to,
            int done,
            int people,
            String edition,
            @Nullable BigDecimal beforePercent,
            @Nullable BigDecimal afterPercent,
            int judged,
            int moved,
            boolean tooFew,
            List<MovedAnswer> whom) {}

    /// @param beforePercent null: nothing counted
    /// @param afterPercent null: nothing would count
    @Schema(name = "MovedScore")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MovedAnswer(
            String agent, @Nullable BigDecimal beforePercent, @Nullable BigDecimal afterPercent) {}
}
