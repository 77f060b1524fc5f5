package dev.rollcall.audit;

import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The record of changes and of looks at individual detail. Entries are written in the caller's
/// transaction: what was not written down did not happen. The table refuses updates and deletes.
@Component
public class AuditLog {

    private static final Duration ONE_LOOK = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final ApplicationClock clock;

    AuditLog(JdbcClient database, ApplicationClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A change of something.
    ///
    /// @param what the kind of thing, for example `agent`, `unit`, `token`
    /// @param which its code or external id
    /// @param before the state before as JSON or plain text, null when it is new; never a secret
    /// @param after the state after, null when it is gone; never a secret
    /// @throws org.springframework.transaction.IllegalTransactionStateException without a
    ///   transaction: the change and its entry are saved together or not at all
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(
            Actor actor,
            String what,
            String which,
            @Nullable String before,
            @Nullable String after) {
        write("CHANGE", actor, what, which, before, after, null);
    }

    /// A look at one person's detail. A look that goes on, as at a screen that follows somebody's
    /// day, is written down once in five minutes: whoever reads of it sees looks, not refreshes.
    ///
    /// @param which the person's external id
    /// @param screen what was looked at, for example `timeline 2026-03-02`
    @Transactional
    public void looked(Actor actor, String which, String screen) {
        if (goesOn(actor, which, screen)) {
            return;
        }
        write("LOOK", actor, "agent", which, null, null, screen);
    }

    private boolean goesOn(Actor actor, String which, String screen) {
        return database.sql(
                        """
                        select exists (select 1 from audit_entry
                            where which = ? and at > ? and kind = 'LOOK' and screen = ?
                                and actor_kind = ? and actor_id = ?)
                        """)
                .params(
                        which,
                        LocalDateTime.ofInstant(clock.instant().minus(ONE_LOOK), ZoneOffset.UTC),
                        screen,
                        actor.kind().name(),
                        actor.id())
                .query(Boolean.class)
                .single();
    }

    /// Who changed a thing last, and when; empty when its changes were never recorded.
    @Transactional(readOnly = true)
    public Optional<LastChange> lastChange(String what, String which) {
        return database.sql(
                        """
                        select at, actor_kind, actor_id, actor_name from audit_entry
                        where what = ? and which = ? and kind = 'CHANGE' order by id desc limit 1
                        """)
                .params(what, which)
                .query((row, _) ->
                        new LastChange(
                                new Actor(
                                        Actor.Kind.valueOf(row.getString("actor_kind")),
                                        row.getString("actor_id"),
                                        row.getString("actor_name")),
                                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .optional();
    }

    /// Somebody was first with a change: who, and when.
    ///
    /// @param what the kind of thing
    /// @param which its code or external id, by which people know it, too
    @Transactional(readOnly = true)
    public EditConflict conflict(String what, String which) {
        return conflict(what, which, which);
    }

    /// As [#conflict(String, String)], of a thing people know by another name.
    @Transactional(readOnly = true)
    public EditConflict conflict(String what, String which, String name) {
        var last = lastChange(what, which);
        return new EditConflict(
                what,
                name,
                last.map(change -> change.by().name()).orElse(null),
                last.map(LastChange::at).orElse(null));
    }

    private void write(
            String kind,
            Actor actor,
            String what,
            String which,
            @Nullable String before,
            @Nullable String after,
            @Nullable String screen) {
        database.sql(
                        """
                        insert into audit_entry
                            (at, kind, actor_kind, actor_id, actor_name, what, which,
                             before_state, after_state, screen)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(kind)
                .param(actor.kind().name())
                .param(actor.id())
                .param(actor.name())
                .param(what)
                .param(which)
                .param(before)
                .param(after)
                .param(screen)
                .update();
    }

    /// @param by who changed it
    /// @param at when
    public record LastChange(Actor by, Instant at) {}
}
