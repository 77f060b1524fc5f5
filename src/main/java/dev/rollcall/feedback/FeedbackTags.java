package dev.rollcall.feedback;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What feedback can be about, for the whole organisation.
@Service
public class FeedbackTags {

    /// The longest name.
    public static final int LONGEST_NAME = 60;

    private static final String WHAT = "feedback tag";
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,39}");
    private static final int BETWEEN = 10;

    private final JdbcClient database;
    private final Access access;
    private final AuditLog audit;

    FeedbackTags(JdbcClient database, Access access, AuditLog audit) {
        this.database = database;
        this.access = access;
        this.audit = audit;
    }

    /// All there ever were, in the order in which they are offered.
    @Transactional(readOnly = true)
    public List<FeedbackTag> all() {
        return database.sql("select * from feedback_tag order by position, code")
                .query((row, _) ->
                        new FeedbackTag(
                                row.getString("code"),
                                row.getString("text_key"),
                                row.getString("own_text"),
                                row.getBoolean("retired"),
                                row.getLong("version")))
                .list();
    }

    /// What is offered today, in order.
    @Transactional(readOnly = true)
    public List<FeedbackTag> offered() {
        return all().stream().filter(tag -> !tag.retired()).toList();
    }

    /// Adds a tag, calls it something else, retires it or offers it again.
    ///
    /// @param ownName null: as shipped, which a new one has no name for
    /// @param expectedVersion the version the writer saw, 0 for a new one
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    @Requires(Permission.FEEDBACK_ADMIN)
    @Transactional
    public void save(String code, @Nullable String ownName, boolean retired, long expectedVersion) {
        access.demandWholeOrganisation(Permission.FEEDBACK_ADMIN, Permission.FEEDBACK_ADMIN);
        var before = find(code).orElse(null);
        var name = ownName == null || ownName.isBlank() ? null : ownName.strip();
        var problems = new InvalidInput.Collector();
        problems.check(
                CODE.matcher(code).matches(),
                "/code",
                FeedbackCheck.sentence(
                        "code", "Use capital letters, digits and underscores, 40 at most."));
        problems.check(
                name != null || (before != null && before.textKey() != null),
                "/name",
                FeedbackCheck.sentence("empty", "Say something."));
        FeedbackCheck.check(name == null ? "" : name, "/name", false, LONGEST_NAME, problems);
        problems.throwIfAny();
        boolean written =
                expectedVersion == (before == null ? 0 : before.version())
                        && (before == null
                                ? insert(code, name, retired)
                                : update(code, name, retired, expectedVersion));
        if (!written) {
            throw audit.conflict(WHAT, code);
        }
        audit.changed(
                access.viewer().actor(),
                WHAT,
                code,
                before == null ? null : told(before.ownName(), before.retired()),
                told(name, retired));
    }

    private Optional<FeedbackTag> find(String code) {
        return all().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    private boolean insert(String code, @Nullable String name, boolean retired) {
        return database.sql(
                                """
                                insert ignore into feedback_tag (code, own_text, position, retired)
                                select :code, :name, coalesce(max(position), 0) + :between, :retired from feedback_tag
                                """)
                        .param("code", code)
                        .param("name", name)
                        .param("between", BETWEEN)
                        .param("retired", retired)
                        .update()
                == 1;
    }

    private boolean update(String code, @Nullable String name, boolean retired, long version) {
        return database.sql(
                                "update feedback_tag set own_text = :name, retired = :retired, version = version + 1"
                                        + " where code = :code and version = :version")
                        .param("name", name)
                        .param("retired", retired)
                        .param("code", code)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static String told(@Nullable String name, boolean retired) {
        return (name == null ? "as shipped" : name) + (retired ? ", retired" : "");
    }
}
