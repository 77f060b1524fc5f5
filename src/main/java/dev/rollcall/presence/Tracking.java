package dev.rollcall.presence;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupId;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Whose attendance is tracked and with which reasons; from memory. Read by everything that shows a
/// badge or stands at a gate.
@Service
public class Tracking {

    private static final String WHAT = "tracking";
    private static final int LONGEST_CODE = 40;
    private static final Pattern CODE =
            Pattern.compile("[A-Z][A-Z0-9_]{0," + (LONGEST_CODE - 1) + "}");
    private static final int LONGEST_NAME = 60;
    private static final int MOST_REASONS = 50;
    private static final Duration LONGEST_LIMIT = Duration.ofDays(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Reasons reasons;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationEventPublisher events;
    private volatile TrackingPolicy policy =
            new TrackingPolicy(false, Set.of(), false, Duration.ofHours(4), false, 0);

    Tracking(
            JdbcClient database,
            Reasons reasons,
            Directory directory,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationEventPublisher events) {
        this.database = database;
        this.reasons = reasons;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.events = events;
    }

    @PostConstruct
    void load() {
        policy = read();
        reasons.load();
    }

    public TrackingPolicy policy() {
        return policy;
    }

    /// Whether somebody clocks in and out, has a badge and meets the gates; nobody unknown does.
    public boolean isTracked(AgentId agent) {
        return directory.agent(agent).filter(policy::tracks).isPresent();
    }

    /// Saves everything at once.
    ///
    /// @param expectedVersion the version of the policy the writer saw
    /// @throws InvalidInput naming every bad field, reasons as `/reasons/<index>/<field>`
    /// @throws EditConflict when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    public TrackingPolicy save(TrackingForm form, long expectedVersion) {
        var viewer = access.viewer();
        if (!viewer.scope(Permission.SETTINGS_ADMIN).everybody()) {
            throw new AccessDeniedException(
                    "Tracking is settled for the whole organisation, not for a part of it");
        }
        check(form);
        return retries.inTransactionOfItsOwn(() -> {
            long version =
                    database.sql("select version from presence_tracking where id = 1 for update")
                            .query(Long.class)
                            .single();
            if (version != expectedVersion) {
                throw audit.conflict(WHAT, WHAT);
            }
            var before = written(read(), reasons.stored());
            checkAgainst(form, reasons.stored());
            write(form);
            reasons.write(form.reasons());
            var after = read();
            audit.changed(viewer.actor(), WHAT, WHAT, before, written(after, reasons.stored()));
            AfterCommit.run(this::load);
            events.publishEvent(new TrackingChanged());
            return after;
        });
    }

    // ------------------------------------------------------------------ what is refused

    private void check(TrackingForm form) {
        var found = new InvalidInput.Collector();
        for (var group : form.groups()) {
            found.check(
                    directory.group(group).isPresent(),
                    "/groups",
                    TrackingComplaint.UNKNOWN_GROUP.with());
        }
        found.check(
                form.forgottenAfter().compareTo(TrackingPolicy.SHORTEST_FORGOTTEN) >= 0
                        && form.forgottenAfter().compareTo(TrackingPolicy.LONGEST_FORGOTTEN) <= 0
                        && form.forgottenAfter().toSecondsPart() == 0,
                "/forgottenAfter",
                TrackingComplaint.BAD_FORGOTTEN.with(
                        TrackingPolicy.SHORTEST_FORGOTTEN.toMinutes(),
                        TrackingPolicy.LONGEST_FORGOTTEN.toMinutes()));
        found.check(
                form.reasons().size() <= MOST_REASONS,
                "/reasons",
                TrackingComplaint.TOO_MANY_REASONS.with(MOST_REASONS));
        var codes = new HashSet<String>();
        for (int i = 0; i < form.reasons().size(); i++) {
            check(form.reasons().get(i), "/reasons/" + i, codes, found);
        }
        found.check(
                form.reasons().stream().anyMatch(r -> r.base() == Base.UNAVAILABLE && !r.retired()),
                "/reasons",
                TrackingComplaint.NO_REASON.with());
        found.throwIfAny();
    }

    private static void check(
            ReasonDraft reason, String at, Set<String> codes, InvalidInput.Collector found) {
        found.check(
                CODE.matcher(reason.code()).matches(),
                at + "/code",
                TrackingComplaint.BAD_CODE.with(LONGEST_CODE));
        found.check(
                codes.add(reason.code()),
                at + "/code",
                TrackingComplaint.CODE_TWICE.with(reason.code()));
        var name = reason.ownName();
        found.check(
                name == null
                        || !name.isBlank() && name.codePointCount(0, name.length()) <= LONGEST_NAME,
                at + "/name",
                TrackingComplaint.BAD_NAME.with(LONGEST_NAME));
        found.check(
                reason.base() == Base.UNAVAILABLE || reason.base() == Base.AWAY,
                at + "/base",
                TrackingComplaint.BAD_BASE.with());
        var limit = reason.limit();
        found.check(
                limit == null
                        || limit.compareTo(Duration.ofMinutes(1)) >= 0
                                && limit.compareTo(LONGEST_LIMIT) <= 0
                                && limit.toSecondsPart() == 0,
                at + "/limit",
                TrackingComplaint.BAD_LIMIT.with());
    }

    private static void checkAgainst(TrackingForm form, List<Reason> there) {
        var found = new InvalidInput.Collector();
        var wanted = new LinkedHashMap<String, ReasonDraft>();
        form.reasons().forEach(reason -> wanted.put(reason.code(), reason));
        for (var reason : there) {
            var draft = wanted.remove(reason.code());
            found.check(
                    draft != null, "/reasons", TrackingComplaint.REASON_GONE.with(reason.code()));
            found.check(
                    draft == null || draft.base() == reason.base(),
                    "/reasons",
                    TrackingComplaint.BASE_STAYS.with(reason.code()));
        }
        wanted.values()
                .forEach(draft ->
                        found.check(
                                draft.ownName() != null,
                                "/reasons/" + form.reasons().indexOf(draft) + "/name",
                                TrackingComplaint.NO_NAME.with()));
        found.throwIfAny();
    }

    // ------------------------------------------------------------------ the database

    private TrackingPolicy read() {
        var groups =
                database.sql("select group_id from presence_tracked_group")
                        .query((row, _) -> new GroupId(row.getLong(1)))
                        .set();
        return database.sql(
                        "select enabled, clock_out_while_working, forgotten_after_minutes,"
                                + " auto_clock_out, version from presence_tracking where id = 1")
                .query((row, _) ->
                        new TrackingPolicy(
                                row.getBoolean("enabled"),
                                groups,
                                row.getBoolean("clock_out_while_working"),
                                Duration.ofMinutes(row.getInt("forgotten_after_minutes")),
                                row.getBoolean("auto_clock_out"),
                                row.getLong("version")))
                .single();
    }

    private void write(TrackingForm form) {
        database.sql(
                        """
                        update presence_tracking
                        set enabled = ?, clock_out_while_working = ?, forgotten_after_minutes = ?,
                            auto_clock_out = ?, version = version + 1
                        where id = 1
                        """)
                .params(
                        form.enabled(),
                        form.clockOutWhileWorking(),
                        form.forgottenAfter().toMinutes(),
                        form.autoClockOut())
                .update();
        database.sql("delete from presence_tracked_group").update();
        for (var group : form.groups()) {
            database.sql("insert into presence_tracked_group (group_id) values (?)")
                    .param(group.value())
                    .update();
        }
    }

    /// For the audit log.
    private String written(TrackingPolicy policy, List<Reason> reasons) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("tracking", policy.enabled());
        fields.put(
                "groups",
                policy.groups().stream()
                        .map(id -> directory.group(id).map(g -> g.code()).orElse("" + id.value()))
                        .sorted()
                        .toList());
        fields.put("clockOutWhileWorking", policy.clockOutWhileWorking());
        fields.put("forgottenAfterMinutes", policy.forgottenAfter().toMinutes());
        fields.put("autoClockOut", policy.autoClockOut());
        fields.put("reasons", reasons.stream().map(Tracking::written).toList());
        return JSON.writeValueAsString(fields);
    }

    private static Map<String, Object> written(Reason reason) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("code", reason.code());
        if (reason.ownName() != null) {
            fields.put("name", reason.ownName());
        }
        fields.put("icon", reason.icon().name());
        if (reason.limit() != null) {
            fields.put("limitMinutes", reason.limit().toMinutes());
        }
        if (reason.descriptionRequired()) {
            fields.put("descriptionRequired", true);
        }
        if (reason.retired()) {
            fields.put("retired", true);
        }
        return fields;
    }
}
