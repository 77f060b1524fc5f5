package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.adherence.Recalculation;
import dev.rollcall.adherence.Recalculations;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Days that are over, judged anew by the rules of today.
@RestController
@RequestMapping(ApiRequests.BASE + "/settings/adherence/recalculations")
@Tag(name = "Settings", description = "What adherence means here")
class RecalculationsController {

    private final Recalculations recalculations;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    RecalculationsController(
            Recalculations recalculations, Directory directory, Whom whom, Access access) {
        this.recalculations = recalculations;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @PostMapping
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startRecalculation",
            summary = "Judge past days anew",
            description =
                    "From a day to yesterday, for a unit or for everybody, by the rules that hold"
                            + " today. Counts at once; all days are judged again in the background. One at a"
                            + " time: 409 while another goes on, and when edition is given and the settings"
                            + " are others by now.")
    RecalculationAnswer start(
            @RequestParam(required = false) @Nullable String unit,
            @RequestBody RecalculationForm form) {
        var viewer = access.viewer();
        var scope = viewer.scope(Permission.ADHERENCE_WRITE);
        UnitId id = unit == null ? null : whom.unit(unit, scope);
        if (form.from() == null) {
            throw InvalidInput.of("/from", "The first day to judge anew is needed.");
        }
        return answer(
                recalculations.start(
                        id, form.from(), form.edition(), form.reason(), scope, viewer.actor()));
    }

    @GetMapping
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "listRecalculations",
            summary = "Read the last recalculations",
            description = "At most ten, the newest first, with how far each is.")
    List<RecalculationAnswer> list() {
        var scope = access.viewer().scope(Permission.ADHERENCE_WRITE);
        return recalculations.latest(scope).stream().map(this::answer).toList();
    }

    private RecalculationAnswer answer(Recalculation it) {
        var unit = it.unit();
        return new RecalculationAnswer(
                it.id(),
                unit == null ? null : directory.unit(unit).map(Unit::code).orElse(null),
                it.from(),
                it.to(),
                it.reason(),
                it.by(),
                it.asked(),
                it.state(),
                it.done(),
                it.people(),
                it.ended());
    }

    /// @param from the first day to judge anew
    /// @param reason why; null for nothing
    /// @param edition the settings a replay was tried on; left out: whatever they are
    @Schema(name = "RecalculationForm")
    record RecalculationForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate from,
            @Nullable String reason,
            @Nullable String edition) {}

    /// @param unit null: everybody
    /// @param to the last day, included
    /// @param endedAt null while it goes on
    @Schema(name = "Recalculation")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RecalculationAnswer(
            long id,
            @Nullable String unit,
            LocalDate from,
            LocalDate to,
            @Nullable String reason,
            String by,
            Instant askedAt,
            Recalculation.State state,
            int done,
            int people,
            @Nullable Instant endedAt) {}
}
