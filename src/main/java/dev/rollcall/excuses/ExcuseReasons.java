package dev.rollcall.excuses;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The reasons people are excused for. They belong to the whole organisation, and are nobody's
/// secret.
@Service
public class ExcuseReasons {

    /// The longest name, in characters.
    public static final int LONGEST_NAME = 60;

    private static final String WHAT = "excuse reason";
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,39}");
    private static final int BETWEEN = 10;

    private final JdbcClient database;
    private final Access access;
    private final AuditLog audit;

    ExcuseReasons(JdbcClient database, Access access, AuditLog audit) {
        this.database = database;
        this.access = access;
        this.audit = audit;
    }

    /// All there ever were, in the order in which they are offered.
    @Transactional(readOnly = true)
    public List<ExcuseReason> all() {
        return database.sql("select * from excuse_reason order by position, code")
                .query((row, _) -> reason(row))
                .list();
    }

    /// What is offered today, in order.
    public List<ExcuseReason> offered() {
        return all().stream().filter(reason -> !reason.retired()).toList();
    }

    public Optional<ExcuseReason> find(String code) {
        return all().stream().filter(reason -> reason.code().equals(code)).findFirst();
    }

    /// A reason by its code; one nobody knows is called by its code.
    ExcuseReason of(String code) {
        return find(code).orElse(new ExcuseReason(code, null, code, 0, false, true, 0));
    }

    static ExcuseReason reason(ResultSet row) throws SQLException {
        return new ExcuseReason(
                row.getString("code"),
                row.getString("name_key"),
                row.getString("own_name"),
                row.getInt("position"),
                row.getBoolean("note_required"),
                row.getBoolean("retired"),
                row.getLong("version"));
    }

    /// Adds a reason, renames, retires or offers one again.
    ///
    /// @param ownName what people here call it; null: as shipped, which a new one has no name for
    /// @param expectedVersion the version the writer saw, 0 for a new one, null when they do not
    ///   care
    /// @throws InvalidInput naming every bad field
    /// @throws dev.rollcall.shared.EditConflict when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public ExcuseReason save(
            String code,
            @Nullable String ownName,
            boolean noteRequired,
            boolean retired,
            @Nullable Long expectedVersion) {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var before = find(code).orElse(null);
        var name = ownName == null || ownName.isBlank() ? null : ownName.strip();
        check(code, name, before);
        long version = before == null ? 0 : before.version();
        if (expectedVersion != null && expectedVersion != version) {
            throw audit.conflict(WHAT, code);
        }
        if (before == null) {
            insert(code, name, noteRequired, retired);
        } else if (!update(code, name, noteRequired, retired, version)) {
            throw audit.conflict(WHAT, code);
        }
        var saved = find(code).orElseThrow();
        audit.changed(
                access.viewer().actor(),
                WHAT,
                code,
                before == null ? null : told(before),
                told(saved));
        return saved;
    }

    private static void check(String code, @Nullable String name, @Nullable ExcuseReason before) {
        var problems = new InvalidInput.Collector();
        problems.check(
                CODE.matcher(code).matches(),
                "/code",
                sentence("code", "Use capital letters, digits and underscores, 40 at most."));
        boolean hasName = name != null || (before != null && before.nameKey() != null);
        problems.check(hasName, "/name", sentence("name", "Give it a name."));
        problems.check(
                name == null || name.length() <= LONGEST_NAME,
                "/name",
                new Sentence(
                        "excuses.problem.longName",
                        "Use at most %d characters.".formatted(LONGEST_NAME),
                        List.of(LONGEST_NAME)));
        problems.throwIfAny();
    }

    private static Sentence sentence(String key, String english) {
        return new Sentence("excuses.problem." + key, english, List.of());
    }

    private void insert(String code, @Nullable String name, boolean noteRequired, boolean retired) {
        int last =
                database.sql("select coalesce(max(position), 0) from excuse_reason")
                        .query(Integer.class)
                        .single();
        database.sql(
                        """
                        insert into excuse_reason (code, own_name, position, note_required, retired)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(code)
                .param(name)
                .param(last + BETWEEN)
                .param(noteRequired)
                .param(retired)
                .update();
    }

    private boolean update(
            String code,
            @Nullable String name,
            boolean noteRequired,
            boolean retired,
            long version) {
        return database.sql(
                                """
                                update excuse_reason
                                set own_name = ?, note_required = ?, retired = ?,
                                    version = version + 1
                                where code = ? and version = ?
                                """)
                        .param(name)
                        .param(noteRequired)
                        .param(retired)
                        .param(code)
                        .param(version)
                        .update()
                == 1;
    }

    private static String told(ExcuseReason reason) {
        return "%s%s%s"
                .formatted(
                        reason.ownName() == null ? "as shipped" : reason.ownName(),
                        reason.noteRequired() ? ", with a note" : "",
                        reason.retired() ? ", retired" : "");
    }
}
