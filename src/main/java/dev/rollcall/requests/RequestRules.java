package dev.rollcall.requests;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// When requests need nobody to decide them, unit by unit.
@Service
public class RequestRules {

    private static final String WHAT = "rule for requests";

    private final JdbcClient database;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    RequestRules(
            JdbcClient database,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.database = database;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.events = events;
    }

    /// The rule that counts in a unit: its own, or else the nearest of the units above it; without
    /// any a person decides.
    RequestRule inForce(UnitId unit) {
        var seen = new ArrayList<UnitId>();
        var next = Optional.of(unit);
        while (next.isPresent() && !seen.contains(next.get())) {
            seen.add(next.get());
            var own = own(next.get());
            if (own.isPresent()) {
                return own.get();
            }
            next = directory.unit(next.get()).map(Unit::parent);
        }
        return RequestRule.none(unit);
    }

    private Optional<RequestRule> own(UnitId unit) {
        return database.sql("select * from request_rule where unit_id = ?")
                .param(unit.value())
                .query((row, _) ->
                        new RequestRule(
                                unit,
                                row.getBoolean("approves"),
                                row.getInt("days_ahead"),
                                row.getBoolean("keeps_required"),
                                row.getObject("most_away", Integer.class),
                                row.getBoolean("swaps"),
                                row.getLong("version")))
                .optional();
    }

    /// The units whose rules the caller may see and change, by name.
    @Requires(Permission.SCHEDULE_WRITE)
    public List<Unit> units() {
        return directory.units(access.scope(Permission.SCHEDULE_WRITE));
    }

    /// The rule that counts in a unit; its unit tells whose it is.
    ///
    /// @throws NotFound when the unit is out of the caller's sight
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public RequestRule of(UnitId unit) {
        inScope(unit);
        return inForce(unit);
    }

    /// Gives a unit a rule of its own. What was decided stays decided.
    ///
    /// @param rule its version is the one the writer saw, 0 where the unit has none of its own
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when the unit is out of the caller's sight
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional
    public RequestRule save(RequestRule rule) {
        var unit = inScope(rule.unit());
        var problems = new InvalidInput.Collector();
        problems.check(
                rule.daysAhead() >= 0 && rule.daysAhead() <= 365,
                "/daysAhead",
                RequestComplaint.BAD_DAYS_AHEAD.with());
        var most = rule.mostAway();
        problems.check(
                most == null || most >= 1 && most <= 10_000,
                "/mostAway",
                RequestComplaint.BAD_MOST_AWAY.with());
        problems.throwIfAny();
        var before = own(unit.id());
        if (!write(rule)) {
            throw audit.conflict(WHAT, unit.code());
        }
        var after = own(unit.id()).orElseThrow();
        audit.changed(
                access.viewer().actor(),
                WHAT,
                unit.code(),
                before.map(RequestRules::told).orElse(null),
                told(after));
        events.publishEvent(new RequestChanged(Set.of()));
        return after;
    }

    private boolean write(RequestRule rule) {
        return rule.version() == 0
                ? database.sql(
                                        """
                                        insert ignore into request_rule (unit_id, approves,
                                            days_ahead, keeps_required, most_away, swaps)
                                        values (?, ?, ?, ?, ?, ?)
                                        """)
                                .param(rule.unit().value())
                                .param(rule.approves())
                                .param(rule.daysAhead())
                                .param(rule.keepsRequired())
                                .param(rule.mostAway())
                                .param(rule.swaps())
                                .update()
                        == 1
                : database.sql(
                                        """
                                        update request_rule
                                        set approves = ?, days_ahead = ?, keeps_required = ?,
                                            most_away = ?, swaps = ?, version = version + 1
                                        where unit_id = ? and version = ?
                                        """)
                                .param(rule.approves())
                                .param(rule.daysAhead())
                                .param(rule.keepsRequired())
                                .param(rule.mostAway())
                                .param(rule.swaps())
                                .param(rule.unit().value())
                                .param(rule.version())
                                .update()
                        == 1;
    }

    private Unit inScope(UnitId unit) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        return directory
                .unit(unit)
                .filter(each -> scope.includes(each.id()))
                .orElseThrow(() -> new NotFound("unit", "" + unit.value()));
    }

    private static String told(RequestRule rule) {
        return (rule.approves()
                        ? "approves %d days ahead%s, at most %s away"
                                .formatted(
                                        rule.daysAhead(),
                                        rule.keepsRequired() ? ", keeps required heads" : "",
                                        rule.mostAway() == null ? "any number" : rule.mostAway())
                        : "a person decides")
                + (rule.swaps() ? "; approves swaps" : "");
    }
}
