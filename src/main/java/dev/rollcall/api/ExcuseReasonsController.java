package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.excuses.ExcuseReason;
import dev.rollcall.excuses.ExcuseReasons;
import dev.rollcall.security.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The reasons people are excused for.
@RestController
@RequestMapping(ApiRequests.BASE + "/adherence/excuse-reasons")
@Tag(name = "Adherence")
class ExcuseReasonsController {

    private final ExcuseReasons reasons;

    ExcuseReasonsController(ExcuseReasons reasons) {
        this.reasons = reasons;
    }

    @GetMapping
    @NeedsScope({TokenScope.ADHERENCE_READ, TokenScope.ADHERENCE_WRITE})
    @Operation(
            operationId = "listExcuseReasons",
            summary = "List excuse reasons",
            description = "All there ever were, in the order in which they are offered.")
    List<ReasonAnswer> list() {
        return reasons.all().stream().map(ReasonAnswer::of).toList();
    }

    @PutMapping("/{code}")
    @NeedsScope(TokenScope.ADMIN)
    @Operation(operationId = "putExcuseReason", summary = "Add, rename or retire an excuse reason")
    ResponseEntity<ReasonAnswer> put(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonForm form) {
        var saved =
                reasons.save(
                        code,
                        form.name(),
                        Boolean.TRUE.equals(form.noteRequired()),
                        Boolean.TRUE.equals(form.retired()),
                        ETags.expectedLong(ifMatch, null));
        return ResponseEntity.ok().eTag(ETags.of(saved.version())).body(ReasonAnswer.of(saved));
    }

    /// @param name left out: as shipped
    @Schema(name = "ExcuseReasonForm")
    record ReasonForm(
            @Schema(maxLength = ExcuseReasons.LONGEST_NAME) @Nullable String name,
            @Nullable Boolean noteRequired,
            @Nullable Boolean retired) {}

    /// @param name what people here call it; null: as shipped
    @Schema(name = "ExcuseReason")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ReasonAnswer(
            String code,
            @Nullable String name,
            boolean noteRequired,
            boolean retired,
            long version) {

        static ReasonAnswer of(ExcuseReason reason) {
            return new ReasonAnswer(
                    reason.code(),
                    reason.ownName(),
                    reason.noteRequired(),
                    reason.retired(),
                    reason.version());
        }
    }
}
