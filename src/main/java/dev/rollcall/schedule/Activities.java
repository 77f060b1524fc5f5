package dev.rollcall.schedule;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// The activities one may plan, from memory.
@Service
public class Activities {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_.-]{0,39}");
    private static final Pattern COLOUR = Pattern.compile("[a-z0-9-]{1,40}");

    private final JdbcClient jdbc;
    private final Turns turns;
    private final AuditLog audit;
    private final Access access;

    private volatile @Nullable Map<String, Activity> known;

    Activities(JdbcClient jdbc, Turns turns, AuditLog audit, Access access) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.audit = audit;
        this.access = access;
    }

    /// All of them, shipped ones first, in the order they were added.
    public List<Activity> all() {
        return List.copyOf(known().values());
    }

    public Optional<Activity> of(String code) {
        return Optional.ofNullable(known().get(code));
    }

    /// What an activity counts as; one nobody knows any more counts as work: plans refuse unknown
    /// ones.
    public Category categoryOf(String code) {
        return of(code).map(Activity::category).orElse(Category.WORK);
    }

    /// Whether an activity asks people to be there; one nobody knows any more does.
    public boolean needsPresence(String code) {
        return of(code).map(Activity::needsPresence).orElse(true);
    }

    /// Adds an activity or changes its name, colour and paid flag. Its category, and whether it
    /// needs presence, stay what they were: anything else would rewrite days long past.
    ///
    /// @param activity its version is not looked at
    /// @param expectedVersion the version the writer saw (0: none), null when they do not care
    /// @throws InvalidInput naming the bad fields
    /// @throws OptimisticLockingFailureException when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    public Activity save(Activity activity, @Nullable Long expectedVersion, Actor by) {
        if (!access.scope(Permission.SETTINGS_ADMIN).everybody()) {
            throw new AccessDeniedException(
                    "Activities belong to the whole organisation, not to a part of it.");
        }
        check(activity);
        var saved = turns.take(() -> write(activity, expectedVersion, by));
        reload();
        return saved;
    }

    private Activity write(Activity activity, @Nullable Long expectedVersion, Actor by) {
        var before = inDatabase(activity.code());
        long version = before.map(Activity::version).orElse(0L);
        if (expectedVersion != null && expectedVersion != version) {
            throw new OptimisticLockingFailureException(
                    "The activity "
                            + activity.code()
                            + " is at version "
                            + version
                            + ", and you expected "
                            + expectedVersion
                            + ". Read it again and repeat your change.");
        }
        if (before.isPresent() && before.get().category() != activity.category()) {
            throw InvalidInput.of(
                    "/category",
                    "The category of "
                            + activity.code()
                            + " stays "
                            + before.get().category()
                            + ", because days are planned with it; add another activity instead.");
        }
        if (before.isPresent() && before.get().needsPresence() != activity.needsPresence()) {
            throw InvalidInput.of(
                    "/needsPresence",
                    "Whether "
                            + activity.code()
                            + " needs presence stays as it is, because days are planned and counted"
                            + " with it; add another activity instead.");
        }
        var after =
                new Activity(
                        activity.code(),
                        activity.name().strip(),
                        activity.category(),
                        activity.colour(),
                        activity.paid(),
                        activity.needsPresence(),
                        version + 1);
        var sql =
                before.isEmpty()
                        ? """
                        insert into activity (code, name, category, colour, paid, needs_presence, version)
                        values (:code, :name, :category, :colour, :paid, :needs, :version)
                        """
                        : """
                        update activity set name = :name, colour = :colour, paid = :paid, version = :version
                        where code = :code and version = :version - 1 and category = :category
                            and needs_presence = :needs
                        """;
        int changed =
                jdbc.sql(sql)
                        .param("code", after.code())
                        .param("name", after.name())
                        .param("category", after.category().name())
                        .param("colour", after.colour())
                        .param("paid", after.paid())
                        .param("needs", after.needsPresence())
                        .param("version", after.version())
                        .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException(
                    "Somebody else changed the activity "
                            + activity.code()
                            + " at the same moment. Read it again and repeat your change.");
        }
        audit.changed(
                by,
                "activity",
                after.code(),
                before.map(Activity::toString).orElse(null),
                after.toString());
        return after;
    }

    private static void check(Activity activity) {
        var problems = new InvalidInput.Collector();
        problems.check(
                CODE.matcher(activity.code()).matches(),
                "/code",
                "A code has up to 40 capital letters, digits, _ . or -.");
        var name = activity.name().strip();
        problems.check(
                !name.isEmpty() && name.length() <= 100,
                "/name",
                "A name has 1 to 100 characters.");
        problems.check(
                COLOUR.matcher(activity.colour()).matches(),
                "/colour",
                "A colour is named by up to 40 small letters, digits or hyphens, such as "
                        + Category.WORK.name().toLowerCase(Locale.ROOT)
                        + ".");
        problems.check(
                activity.category() != Category.TIME_OFF || !activity.needsPresence(),
                "/needsPresence",
                "Time off never needs presence.");
        problems.throwIfAny();
    }

    private Optional<Activity> inDatabase(String code) {
        return read().stream().filter(activity -> activity.code().equals(code)).findFirst();
    }

    private Map<String, Activity> known() {
        var known = this.known;
        return known == null ? reload() : known;
    }

    /// Forgets what is in memory and reads it again.
    synchronized Map<String, Activity> reload() {
        var loaded = new LinkedHashMap<String, Activity>();
        read().forEach(activity -> loaded.put(activity.code(), activity));
        known = loaded;
        return loaded;
    }

    private List<Activity> read() {
        return jdbc.sql(
                        "select code, name, category, colour, paid, needs_presence, version from activity"
                                + " order by category desc, name")
                .query((row, number) ->
                        new Activity(
                                row.getString("code"),
                                row.getString("name"),
                                Category.valueOf(row.getString("category")),
                                row.getString("colour"),
                                row.getBoolean("paid"),
                                row.getBoolean("needs_presence"),
                                row.getLong("version")))
                .list();
    }
}
