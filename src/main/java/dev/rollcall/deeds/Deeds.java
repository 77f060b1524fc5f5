package dev.rollcall.deeds;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What somebody did on behalf of others, and the way back.
@Service
public class Deeds {

    /// How long something can be taken back.
    public static final Duration UNDOABLE = Duration.ofHours(24);

    private static final String WHAT = "action";

    private final DeedTable table;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Deeds(DeedTable table, Access access, AuditLog audit, ApplicationClock clock) {
        this.table = table;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Somebody did something, in the transaction in which it was done. Programs and jobs have
    /// other ways back: of theirs nothing is kept.
    ///
    /// @param kind the code of its kind
    /// @return its number; empty when it was no person who did it
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong done(String kind, Record facts) {
        var by = access.viewer().actor();
        return by.kind() == Actor.Kind.USER
                ? OptionalLong.of(table.insert(by.id(), kind, facts, clock.instant()))
                : OptionalLong.empty();
    }

    /// What the caller did within the last day, the latest first, what they took back included.
    @Requires({Permission.ADHERENCE_WRITE, Permission.PRESENCE_WRITE, Permission.SETTINGS_ADMIN})
    @Transactional(readOnly = true)
    public List<Deed> own() {
        return table.of(access.viewer().actor().id(), clock.instant().minus(UNDOABLE));
    }

    /// Takes back what the caller did within the last day: all of it or nothing.
    ///
    /// @throws NotFound when they did no such thing within a day
    /// @throws org.springframework.dao.OptimisticLockingFailureException when it was taken back
    ///   already, or somebody has changed meanwhile what it did
    @Requires({Permission.ADHERENCE_WRITE, Permission.PRESENCE_WRITE, Permission.SETTINGS_ADMIN})
    @Transactional
    public void undo(long number) {
        var by = access.viewer().actor();
        var deed =
                own().stream()
                        .filter(each -> each.number() == number)
                        .findFirst()
                        .orElseThrow(() -> new NotFound(WHAT, "" + number));
        if (!table.undone(number, by.id(), clock.instant())) {
            throw audit.conflict(WHAT, "" + number);
        }
        deed.done().undo();
        audit.changed(by, WHAT, "" + number, deed.done().kind().code(), "taken back");
    }
}
