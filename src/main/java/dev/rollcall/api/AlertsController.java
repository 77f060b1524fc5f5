package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.alerts.AlertRule;
import dev.rollcall.alerts.Alerts;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The alerts there were.
@RestController
@RequestMapping(ApiRequests.BASE + "/alerts")
@Tag(name = "Alerts")
class AlertsController {

    private final Alerts alerts;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    AlertsController(Alerts alerts, Directory directory, Whom whom, Access access) {
        this.alerts = alerts;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "listAlerts",
            summary = "List alerts",
            description = "The latest first. With heldBack: those the budget kept from somebody.")
    ResponseEntity<Page<AlertAnswer>> list(
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean heldBack,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        long before = after == null ? Long.MAX_VALUE : Page.number(after);
        return Page.of(
                alerts.page(
                        heldBack,
                        before,
                        limit + 1,
                        whom.within(unit, agent, access.scope(Permission.ADHERENCE_VIEW))),
                known -> known.alert().number(),
                this::answer,
                limit);
    }

    private AlertAnswer answer(Alerts.Known known) {
        var alert = known.alert();
        return new AlertAnswer(
                alert.number(),
                directory.agent(alert.agent()).map(Agent::externalId).orElse(""),
                alert.since(),
                alert.severity(),
                alert.activity(),
                alert.nudgedAt(),
                alert.raisedAt(),
                alert.severeAt(),
                alert.clearedAt(),
                known.told(),
                known.heldBack());
    }

    /// @param since since when they were out
    /// @param nudgedAt when the agent was told; null: they were not
    /// @param raisedAt when whoever looks after them was; null: they were not
    /// @param severeAt when they were told again, because it had become severe; null: they were not
    /// @param clearedAt when they were back; null: not yet
    /// @param told how many were told
    /// @param heldBack how many the budget kept it from
    @Schema(name = "Alert")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AlertAnswer(
            long id,
            String agent,
            Instant since,
            AlertRule.Level severity,
            @Nullable String activity,
            @Nullable Instant nudgedAt,
            @Nullable Instant raisedAt,
            @Nullable Instant severeAt,
            @Nullable Instant clearedAt,
            int told,
            int heldBack) {}
}
