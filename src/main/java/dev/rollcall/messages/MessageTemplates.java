package dev.rollcall.messages;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What supervisors say often. Templates belong to the whole organisation, and are nobody's secret.
@Service
public class MessageTemplates {

    private static final String WHAT = "message template";
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,39}");
    private static final int BETWEEN = 10;

    private final JdbcClient database;
    private final Access access;
    private final AuditLog audit;

    MessageTemplates(JdbcClient database, Access access, AuditLog audit) {
        this.database = database;
        this.access = access;
        this.audit = audit;
    }

    /// All there ever were, in the order in which they are offered.
    @Transactional(readOnly = true)
    public List<MessageTemplate> all() {
        return database.sql("select * from message_template order by position, code")
                .query((row, _) ->
                        new MessageTemplate(
                                row.getString("code"),
                                row.getString("text_key"),
                                row.getString("own_text"),
                                row.getInt("position"),
                                row.getBoolean("retired"),
                                row.getLong("version")))
                .list();
    }

    /// What is offered today, in order.
    @Transactional(readOnly = true)
    public List<MessageTemplate> offered() {
        return all().stream().filter(template -> !template.retired()).toList();
    }

    @Transactional(readOnly = true)
    public Optional<MessageTemplate> find(String code) {
        return all().stream().filter(template -> template.code().equals(code)).findFirst();
    }

    /// Adds a template, says it otherwise, retires it or offers it again.
    ///
    /// @param ownText what people here say; null: as shipped, which a new one has no text for
    /// @param expectedVersion the version the writer saw, 0 for a new one, null when they do not
    ///   care
    /// @throws InvalidInput naming every bad field
    /// @throws dev.rollcall.shared.EditConflict when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public MessageTemplate save(
            String code,
            @Nullable String ownText,
            boolean retired,
            @Nullable Long expectedVersion) {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var before = find(code).orElse(null);
        var text = ownText == null || ownText.isBlank() ? null : ownText.strip();
        check(code, text, before);
        long version = before == null ? 0 : before.version();
        if (expectedVersion != null && expectedVersion != version) {
            throw audit.conflict(WHAT, code);
        }
        boolean written =
                before == null ? insert(code, text, retired) : update(code, text, retired, version);
        if (!written) {
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

    /// Offers templates in another order.
    ///
    /// @param codes of all templates there are, each once
    /// @throws InvalidInput when one is missing, unknown or named twice: somebody may have added
    ///   one meanwhile
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public void order(List<String> codes) {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var before = all().stream().map(MessageTemplate::code).toList();
        if (codes.size() != before.size() || !Set.copyOf(before).equals(new HashSet<>(codes))) {
            throw InvalidInput.of(
                    "/codes",
                    new Sentence(
                            "messages.problem.order",
                            "Name each template once: " + String.join(", ", before) + ".",
                            List.of(String.join(", ", before))));
        }
        int position = 0;
        for (var code : codes) {
            position += BETWEEN;
            database.sql("update message_template set position = ? where code = ?")
                    .param(position)
                    .param(code)
                    .update();
        }
        audit.changed(
                access.viewer().actor(),
                WHAT,
                "order",
                String.join(", ", before),
                String.join(", ", codes));
    }

    private static void check(
            String code, @Nullable String text, @Nullable MessageTemplate before) {
        var problems = new InvalidInput.Collector();
        problems.check(
                CODE.matcher(code).matches(),
                "/code",
                new Sentence(
                        "messages.problem.code",
                        "Use capital letters, digits and underscores, 40 at most.",
                        List.of()));
        problems.check(
                text != null || (before != null && before.textKey() != null),
                "/text",
                new Sentence("messages.problem.empty", "Say something.", List.of()));
        problems.check(
                text == null || text.codePointCount(0, text.length()) <= QuickMessages.LONGEST_TEXT,
                "/text",
                QuickMessages.tooLong());
        problems.throwIfAny();
    }

    private boolean insert(String code, @Nullable String text, boolean retired) {
        return database.sql(
                                """
                                insert ignore into message_template (code, own_text, position, retired)
                                select ?, ?, coalesce(max(position), 0) + ?, ? from message_template
                                """)
                        .param(code)
                        .param(text)
                        .param(BETWEEN)
                        .param(retired)
                        .update()
                == 1;
    }

    private boolean update(String code, @Nullable String text, boolean retired, long version) {
        return database.sql(
                                """
                                update message_template
                                set own_text = ?, retired = ?, version = version + 1
                                where code = ? and version = ?
                                """)
                        .param(text)
                        .param(retired)
                        .param(code)
                        .param(version)
                        .update()
                == 1;
    }

    private static String told(MessageTemplate template) {
        return (template.ownText() == null ? "as shipped" : template.ownText())
                + (template.retired() ? ", retired" : "");
    }
}
