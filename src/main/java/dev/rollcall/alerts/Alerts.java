package dev.rollcall.alerts;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.UserId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The alerts there were, for whoever was told of them and whomever the budget kept from them.
@Service
public class Alerts {

    private static final int PAGE = 500;

    private final AlertTable table;
    private final AlertMail mail;
    private final Directory directory;
    private final Access access;

    Alerts(AlertTable table, AlertMail mail, Directory directory, Access access) {
        this.table = table;
        this.mail = mail;
        this.directory = directory;
        this.access = access;
    }

    /// Which of somebody's alerts.
    public enum Show {
        /// Still out.
        OPEN,
        /// The budget was used up.
        HELD_BACK,
        ALL
    }

    /// An alert as one person has it.
    ///
    /// @param heldBack whether the budget kept its last step from them
    public record Own(Alert alert, boolean heldBack, Instant at) {}

    /// An alert and how many it reached, with any of its steps.
    ///
    /// @param heldBack how many the budget kept it, or one of its steps, from
    public record Known(Alert alert, int told, int heldBack) {}

    /// Whether alerts can go out by e-mail.
    public boolean sendsMail() {
        return mail.isOn();
    }

    /// Those of the caller, the latest first; programs have none.
    ///
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500 and one more, which tells that the list goes on
    @Requires(Permission.ADHERENCE_WRITE)
    @Transactional(readOnly = true)
    public List<Own> own(Show show, long before, int limit) {
        var self = access.viewer().actor();
        return self.kind() == Actor.Kind.USER
                ? table.own(
                        new UserId(Long.parseLong(self.id())),
                        show,
                        before,
                        Math.clamp(limit, 1, PAGE + 1))
                : List.of();
    }

    /// Those about people in scope, the latest first.
    ///
    /// @param heldBack only those somebody was kept from
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500 and one more, which tells that the list goes on
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE})
    @Transactional(readOnly = true)
    public List<Known> page(boolean heldBack, long before, int limit, Scope scope) {
        var whose =
                scope.everybody() ? null : directory.agents(scope).stream().map(Agent::id).toList();
        return table.page(whose, heldBack, before, Math.clamp(limit, 1, PAGE + 1));
    }
}
