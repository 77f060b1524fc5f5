package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.organisation.People;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.security.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.util.Comparator;
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

/// The parts of the organisation.
@RestController
@RequestMapping(ApiRequests.BASE + "/units")
@Tag(name = "People", description = "Units, groups and agents")
class UnitsController {

    private final People people;
    private final Directory directory;

    UnitsController(People people, Directory directory) {
        this.people = people;
        this.directory = directory;
    }

    @GetMapping
    @NeedsScope({TokenScope.PEOPLE_READ, TokenScope.PEOPLE_WRITE})
    @Operation(operationId = "listUnits", summary = "List units", description = "By code.")
    ResponseEntity<Page<UnitAnswer>> list(
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var units = people.units().stream().sorted(Comparator.comparing(Unit::code)).toList();
        return Page.of(units, Unit::code, this::answer, limit, after);
    }

    @GetMapping("/{code}")
    @NeedsScope({TokenScope.PEOPLE_READ, TokenScope.PEOPLE_WRITE})
    @Operation(operationId = "getUnit", summary = "Read a unit")
    ResponseEntity<UnitAnswer> get(@PathVariable String code) {
        return tagged(people.unit(code));
    }

    @PutMapping("/{code}")
    @NeedsScope(TokenScope.PEOPLE_WRITE)
    @Operation(
            operationId = "putUnit",
            summary = "Create or replace a unit",
            description = "If-Match guards against overwriting somebody else's change.")
    ResponseEntity<UnitAnswer> put(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String ifNoneMatch,
            @RequestBody UnitForm form) {
        var draft =
                new UnitDraft(
                        form.name(),
                        form.zone(),
                        form.parent(),
                        form.workingDays() == null ? null : Set.copyOf(form.workingDays()));
        var expected = ETags.expectedLong(ifMatch, ifNoneMatch);
        ETags.checkNew(expected, () -> people.unit(code));
        return tagged(people.putUnit(code, draft, expected));
    }

    private ResponseEntity<UnitAnswer> tagged(Unit unit) {
        return ResponseEntity.ok().eTag(ETags.of(unit.version())).body(answer(unit));
    }

    private UnitAnswer answer(Unit unit) {
        var parent = unit.parent();
        return new UnitAnswer(
                unit.code(),
                unit.name(),
                unit.zone().getId(),
                parent == null ? null : directory.unit(parent).map(Unit::code).orElse(null),
                unit.workingDays().stream().sorted().toList(),
                unit.version());
    }

    /// @param parent the code of the unit above it, null at the top
    /// @param workingDays null leaves them as they are, Monday to Friday when the unit is new
    @Schema(name = "UnitForm")
    record UnitForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Europe/Berlin")
                    @Nullable String zone,
            @Nullable String parent,
            @Nullable Set<DayOfWeek> workingDays) {}

    @Schema(name = "Unit")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record UnitAnswer(
            String code,
            String name,
            String zone,
            @Nullable String parent,
            List<DayOfWeek> workingDays,
            long version) {}
}
