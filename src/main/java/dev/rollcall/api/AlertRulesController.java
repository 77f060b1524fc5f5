package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.alerts.AlertRule;
import dev.rollcall.alerts.AlertRules;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// When whoever looks after people is told that somebody is out.
@RestController
@RequestMapping(ApiRequests.BASE)
@Tag(name = "Alerts")
class AlertRulesController {

    private final AlertRules rules;
    private final Directory directory;

    AlertRulesController(AlertRules rules, Directory directory) {
        this.rules = rules;
        this.directory = directory;
    }

    @GetMapping("/alert-rules")
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "listAlertRules",
            summary = "List alert rules",
            description =
                    "In their order, those switched off included: the first that fits decides.")
    List<RuleAnswer> list() {
        return rules.all().stream().map(this::answer).toList();
    }

    @PostMapping("/alert-rules")
    @NeedsScope(TokenScope.ADMIN)
    @Operation(operationId = "addAlertRule", summary = "Add an alert rule at the end")
    ResponseEntity<RuleAnswer> add(@RequestBody RuleForm form) {
        return saved(rules.save(rule(0, form, 0)).settled());
    }

    @PutMapping("/alert-rules/{id}")
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "putAlertRule",
            summary = "Change an alert rule or switch it off",
            description = "What is left out of the body is as for a new one.")
    ResponseEntity<RuleAnswer> put(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RuleForm form) {
        var known =
                rules.all().stream()
                        .filter(rule -> rule.number() == id)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("alert rule", "" + id));
        var expected = ETags.expectedLong(ifMatch, null);
        return saved(
                rules.save(rule(id, form, expected == null ? known.version() : expected))
                        .settled());
    }

    @DeleteMapping("/alert-rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "deleteAlertRule",
            summary = "Remove an alert rule",
            description = "Alerts there are stay.")
    void delete(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        rules.remove(id, ETags.expectedLong(ifMatch, null));
    }

    @PutMapping("/alert-rules")
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "orderAlertRules",
            summary = "Put alert rules in another order",
            description = "Names each there is once.")
    List<RuleAnswer> order(@RequestBody OrderForm form) {
        var numbers = form.rules();
        if (numbers == null || numbers.stream().anyMatch(Objects::isNull)) {
            throw InvalidInput.of("/rules", "Name the ids of all rules.");
        }
        rules.order(numbers.stream().<Long>map(Objects::requireNonNull).toList());
        return list();
    }

    @GetMapping("/alert-budget")
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "getAlertBudget",
            summary = "Read how many alerts an hour reach one person")
    BudgetAnswer budget() {
        var budget = rules.budget();
        return new BudgetAnswer(budget.anHour(), budget.version());
    }

    @PutMapping("/alert-budget")
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "putAlertBudget",
            summary = "Settle how many alerts an hour reach one person")
    BudgetAnswer putBudget(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody BudgetForm form) {
        var anHour = form.anHour();
        if (anHour == null) {
            throw InvalidInput.of("/anHour", "Say how many.");
        }
        var expected = ETags.expectedLong(ifMatch, null);
        var saved =
                rules.saveBudget(anHour, expected == null ? rules.budget().version() : expected)
                        .settled();
        return new BudgetAnswer(saved.anHour(), saved.version());
    }

    private AlertRule rule(long number, RuleForm form, long version) {
        var severity = form.severity();
        var after = form.afterSeconds();
        var problems = new InvalidInput.Collector();
        problems.check(severity != null, "/severity", "The severity is OUT or SEVERE.");
        problems.check(after != null, "/afterSeconds", "Say after how many seconds.");
        problems.throwIfAny();
        return new AlertRule(
                number,
                Objects.requireNonNull(severity),
                Duration.ofSeconds(Objects.requireNonNull(after)),
                Duration.ofSeconds(Objects.requireNonNullElse(form.nudgeSeconds(), 0)),
                form.activity(),
                unit(form.unit()),
                form.bell() == null || form.bell(),
                Boolean.TRUE.equals(form.mail()),
                form.on() == null || form.on(),
                version);
    }

    private @Nullable UnitId unit(@Nullable String code) {
        return code == null
                ? null
                : directory
                        .unit(code)
                        .map(Unit::id)
                        .orElseThrow(() -> InvalidInput.of("/unit", "There is no such unit."));
    }

    private ResponseEntity<RuleAnswer> saved(AlertRule rule) {
        return ResponseEntity.ok().eTag(ETags.of(rule.version())).body(answer(rule));
    }

    private RuleAnswer answer(AlertRule rule) {
        var unit = rule.unit();
        return new RuleAnswer(
                rule.number(),
                rule.severity(),
                rule.after().toSeconds(),
                rule.nudge().toSeconds(),
                rule.activity(),
                unit == null ? null : directory.unit(unit).map(Unit::code).orElse(null),
                rule.bell(),
                rule.mail(),
                rule.on(),
                rule.version());
    }

    /// @param nudgeSeconds how long before the agent is told; left out: they are not
    /// @param activity planned then; left out: any, or nothing
    /// @param unit with everything below it; left out: everywhere
    @Schema(name = "AlertRuleForm")
    record RuleForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) AlertRule.@Nullable Level severity,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maximum = "28800")
                    @Nullable Integer afterSeconds,
            @Schema(maximum = "3600") @Nullable Integer nudgeSeconds,
            @Nullable String activity,
            @Nullable String unit,
            @Schema(defaultValue = "true") @Nullable Boolean bell,
            @Schema(defaultValue = "false") @Nullable Boolean mail,
            @Schema(defaultValue = "true") @Nullable Boolean on) {}

    @Schema(name = "AlertRuleOrder")
    record OrderForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                    @Nullable List<@Nullable Long> rules) {}

    @Schema(name = "AlertBudgetForm")
    record BudgetForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "100")
                    @Nullable Integer anHour) {}

    /// @param anHour how many alerts an hour reach one person
    @Schema(name = "AlertBudget")
    record BudgetAnswer(int anHour, long version) {}

    /// @param activity null: any, or nothing
    /// @param unit null: everywhere
    @Schema(name = "AlertRule")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RuleAnswer(
            long id,
            AlertRule.Level severity,
            long afterSeconds,
            long nudgeSeconds,
            @Nullable String activity,
            @Nullable String unit,
            boolean bell,
            boolean mail,
            boolean on,
            long version) {}
}
