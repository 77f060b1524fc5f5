package dev.rollcall.schedule;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.RandomText;
import dev.rollcall.security.Requires;
import dev.rollcall.security.SecretHash;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.ApplicationClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// One's own plans at a secret address, for the calendar on one's telephone.
///
/// Such a calendar cannot sign in: whoever has the address may read what is there (an exception to
/// keeping secrets out of addresses). So it holds nobody's plans but one's own, nothing can be
/// changed through it, only its hash is kept, it ends the moment its user may not come in any more,
/// and it can be revoked or made anew at any time.
@Service
public class CalendarFeeds {

    /// Where such addresses begin.
    static final String ADDRESS = "/feeds/calendar/";

    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 92;
    private static final Duration SELDOM = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Schedules schedules;
    private final Activities activities;
    private final Directory directory;
    private final Retries retries;
    private final AuditLog audit;
    private final Access access;
    private final RandomText random;
    private final ApplicationClock clock;
    private final String home;

    CalendarFeeds(
            JdbcClient jdbc,
            Schedules schedules,
            Activities activities,
            Directory directory,
            Retries retries,
            AuditLog audit,
            Access access,
            RandomText random,
            ApplicationClock clock,
            @Value("${rollcall.public-url}") String home) {
        this.jdbc = jdbc;
        this.schedules = schedules;
        this.activities = activities;
        this.directory = directory;
        this.retries = retries;
        this.audit = audit;
        this.access = access;
        this.random = random;
        this.clock = clock;
        this.home = home.endsWith("/") ? home.substring(0, home.length() - 1) : home;
    }

    /// An address that is in use. Nobody can tell it any more.
    ///
    /// @param readAt when a calendar last asked, to a quarter of an hour; null: never
    public record Feed(Instant madeAt, @Nullable Instant readAt) {}

    /// A feed as it is kept.
    private record Kept(UserId user, Feed feed) {}

    /// The viewer's own, empty when there is none.
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public Optional<Feed> own() {
        return jdbc.sql("select * from calendar_feed where user_id = :user")
                .param("user", user().value())
                .query((row, _) -> kept(row).feed())
                .optional();
    }

    /// Makes the viewer an address; one they had before is good for nothing from now on.
    ///
    /// @return the whole address; nobody can tell it again
    /// @throws AccessDeniedException when they are no agent, and so have no plans
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public String make() {
        var user = user();
        var agent = agent(access.viewer()).orElseThrow(CalendarFeeds::notAnAgent);
        var actor = access.viewer().actor();
        var secret = random.secret();
        retries.inTransaction(() -> {
            boolean anew = remove(user);
            jdbc.sql(
                            """
                            insert into calendar_feed (user_id, secret_hash, made_at)
                            values (:user, :hash, :now)
                            """)
                    .param("user", user.value())
                    .param("hash", SecretHash.of(secret).bytes())
                    .param("now", utc(clock.instant()))
                    .update();
            audit.changed(
                    actor,
                    "calendar feed",
                    agent.externalId(),
                    anew ? "an address" : null,
                    anew ? "another address" : "an address");
            return secret;
        });
        return home + ADDRESS + secret + ".ics";
    }

    /// Takes the viewer's address back; whoever has it reads nothing from now on.
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    public void revoke() {
        var user = user();
        var actor = access.viewer().actor();
        var which = agent(access.viewer()).map(Agent::externalId).orElse("");
        retries.inTransaction(() -> {
            if (remove(user)) {
                audit.changed(actor, "calendar feed", which, "an address", null);
            }
            return user;
        });
    }

    private boolean remove(UserId user) {
        return jdbc.sql("delete from calendar_feed where user_id = :user")
                        .param("user", user.value())
                        .update()
                > 0;
    }

    /// What stands at an address: the plans of its user from a month ago to three months ahead, as
    /// an iCalendar file. Whoever knows the secret may read it; empty when it is none, or none any
    /// more.
    public Optional<String> read(String secret) {
        return jdbc.sql("select * from calendar_feed where secret_hash = :hash")
                .param("hash", SecretHash.of(secret).bytes())
                .query((row, _) -> kept(row))
                .optional()
                .flatMap(kept ->
                        access.viewer(kept.user())
                                .filter(viewer ->
                                        viewer.may(Permission.PRESENCE_OWN)
                                                || viewer.may(Permission.ADHERENCE_OWN))
                                .flatMap(this::agent)
                                .map(agent -> {
                                    noteRead(kept);
                                    return calendar(agent);
                                }));
    }

    private String calendar(Agent agent) {
        var today = LocalDate.ofInstant(clock.instant(), agent.zone());
        var plans =
                schedules
                        .plans(
                                List.of(agent.id()),
                                today.minusDays(DAYS_BACK),
                                today.plusDays(DAYS_AHEAD))
                        .getOrDefault(agent.id(), List.of());
        return PlanIcs.feed(
                "Rollcall",
                new PlanExport.PersonPlans(agent, plans),
                activities::categoryOf,
                code -> activities.of(code).map(Activity::name).orElse(code));
    }

    /// That it is read is worth knowing, when exactly is not.
    private void noteRead(Kept kept) {
        var now = clock.instant();
        var last = kept.feed().readAt();
        if (last == null || last.plus(SELDOM).isBefore(now)) {
            retries.inTransaction(() ->
                    jdbc.sql("update calendar_feed set read_at = :now where user_id = :user")
                            .param("now", utc(now))
                            .param("user", kept.user().value())
                            .update());
        }
    }

    private Optional<Agent> agent(Viewer viewer) {
        return viewer.agent().flatMap(directory::agent);
    }

    /// The viewer as a user; programs have no calendar.
    private UserId user() {
        var actor = access.viewer().actor();
        if (actor.kind() != Actor.Kind.USER) {
            throw notAnAgent();
        }
        return new UserId(Long.parseLong(actor.id()));
    }

    private static AccessDeniedException notAnAgent() {
        return new AccessDeniedException("Only agents have a calendar of their own.");
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var read = row.getObject("read_at", LocalDateTime.class);
        return new Kept(
                new UserId(row.getLong("user_id")),
                new Feed(
                        row.getObject("made_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        read == null ? null : read.toInstant(ZoneOffset.UTC)));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
