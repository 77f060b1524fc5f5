package dev.rollcall.adherence.definitions;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The examples that show what the figures mean, each worked out when it is asked for.
@Service
public class Definitions {

    /// More examples than anybody reads.
    private static final int MOST = 200;

    private final List<Example> shipped = ShippedExamples.read();
    private final JdbcClient database;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Definitions(JdbcClient database, Access access, AuditLog audit, ApplicationClock clock) {
        this.database = database;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// All examples, worked out now: those that are shipped, then those that were added, by name.
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN, Permission.SETTINGS_ADMIN})
    @Transactional(readOnly = true)
    public List<CheckedExample> check() {
        var examples = new ArrayList<>(shipped);
        database.sql("select id, name, document from adherence_example order by name")
                .query((row, _) -> {
                    var read =
                            ExampleForm.of(row.getString("name"), row.getString("document")).read();
                    return new Example(
                            row.getLong("id"),
                            read.name(),
                            read.source(),
                            read.parts(),
                            read.team());
                })
                .list()
                .forEach(examples::add);
        return examples.stream().map(ExampleCheck::check).toList();
    }

    /// Works out an example without keeping it.
    ///
    /// @throws InvalidInput naming every field that is wrong
    @Requires(Permission.SETTINGS_ADMIN)
    public CheckedExample tryOut(ExampleForm form) {
        return ExampleCheck.check(form.read());
    }

    /// Keeps an example, whether it passes or not: one that fails is a question to be answered.
    ///
    /// @throws InvalidInput naming every field that is wrong, a name that is taken among them
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public void add(ExampleForm form) {
        var example = tryOut(form).example();
        if (database.sql("select count(*) from adherence_example").query(Integer.class).single()
                >= MOST) {
            throw InvalidInput.of("/name", "There are 200 examples already; remove one first.");
        }
        var actor = access.viewer().actor();
        try {
            database.sql(
                            "insert into adherence_example (name, document, created_at, actor_name)"
                                    + " values (?, ?, ?, ?)")
                    .param(example.name())
                    .param(form.document())
                    .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .param(actor.name())
                    .update();
        } catch (DuplicateKeyException _) {
            throw InvalidInput.of("/name", "There is an example of this name already.");
        }
        audit.changed(actor, "example", example.name(), null, form.document());
    }

    /// Forgets an example that was added; nothing happens when somebody else did already.
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public void remove(long id) {
        database.sql("select name, document from adherence_example where id = ?")
                .param(id)
                .query((row, _) -> List.of(row.getString("name"), row.getString("document")))
                .optional()
                .ifPresent(found -> {
                    database.sql("delete from adherence_example where id = ?").param(id).update();
                    audit.changed(
                            access.viewer().actor(),
                            "example",
                            found.getFirst(),
                            found.getLast(),
                            null);
                });
    }
}
