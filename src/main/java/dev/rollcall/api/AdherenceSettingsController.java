package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.adherence.AdherenceSettings;
import dev.rollcall.adherence.GraceSettings;
import dev.rollcall.adherence.MappingForm;
import dev.rollcall.adherence.RuleSet;
import dev.rollcall.adherence.SettingsForm;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Mapping, grace and thresholds.
@RestController
@RequestMapping(ApiRequests.BASE + "/settings/adherence")
@Tag(name = "Settings", description = "What adherence means here")
class AdherenceSettingsController {

    private final AdherenceSettings settings;
    private final Whom whom;
    private final Access access;

    AdherenceSettingsController(AdherenceSettings settings, Whom whom, Access access) {
        this.settings = settings;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope({TokenScope.ADHERENCE_READ, TokenScope.ADHERENCE_WRITE})
    @Operation(
            operationId = "getAdherenceSettings",
            summary = "Read the rules of adherence",
            description =
                    "What holds today for a unit, what it inherits included; without a unit, for the"
                            + " organisation.")
    ResponseEntity<SettingsAnswer> get(@RequestParam(required = false) @Nullable String unit) {
        var viewer = access.viewer();
        var scope =
                viewer.may(Permission.ADHERENCE_VIEW)
                        ? viewer.scope(Permission.ADHERENCE_VIEW)
                        : viewer.scope(Permission.ADHERENCE_WRITE);
        UnitId id = unit == null ? null : whom.unit(unit, scope);
        return answer(unit, settings.current(id));
    }

    @PutMapping
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "putAdherenceSettings",
            summary = "Change the rules of adherence",
            description =
                    "For a unit, or for the organisation; valid from effectiveFrom (left out: today),"
                            + " older days keep the rules they were judged by. What is left out is inherited."
                            + " If-Match guards against overwriting somebody else's change.")
    ResponseEntity<SettingsAnswer> put(
            @RequestParam(required = false) @Nullable String unit,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SettingsForm form) {
        var viewer = access.viewer();
        var scope = viewer.scope(Permission.ADHERENCE_WRITE);
        UnitId id = unit == null ? null : whom.unit(unit, scope);
        return answer(
                unit,
                settings.save(id, form, ETags.expectedText(ifMatch), null, scope, viewer.actor()));
    }

    private static ResponseEntity<SettingsAnswer> answer(@Nullable String unit, RuleSet rules) {
        return ResponseEntity.ok()
                .eTag(ETags.of(rules.edition()))
                .body(SettingsAnswer.of(unit, rules));
    }

    /// @param unit null: the organisation's
    /// @param chainedExcuse left out where it is off
    /// @param version names this combination of settings
    @Schema(name = "AdherenceSettings")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SettingsAnswer(
            @Nullable String unit,
            String version,
            @Nullable List<@Nullable MappingForm> mapping,
            @Nullable String unmapped,
            @Nullable String unscheduled,
            @Nullable GraceSettings grace,
            @Nullable List<@Nullable String> workingPresences,
            @Nullable Long severeSeconds,
            @Nullable BigDecimal targetPercent,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean chainedExcuse,
            LocalDate effectiveFrom) {

        static SettingsAnswer of(@Nullable String unit, RuleSet rules) {
            var form = rules.form();
            return new SettingsAnswer(
                    unit,
                    rules.version(),
                    form.mapping(),
                    form.unmapped(),
                    form.unscheduled(),
                    form.grace(),
                    form.workingPresences(),
                    form.severeSeconds(),
                    form.targetPercent(),
                    form.chainedExcuse(),
                    rules.effectiveFrom());
        }
    }
}
