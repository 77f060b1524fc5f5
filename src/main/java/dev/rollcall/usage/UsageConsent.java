package dev.rollcall.usage;

import dev.rollcall.database.Retries;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// Whether an agent agrees that it is kept how they use their own page. Theirs alone: nobody else
/// can ask, answer or see it, and it is in no audit log, where an admin could read who takes part.
@Service
@Requires({
    Permission.ADHERENCE_OWN,
    Permission.PRESENCE_OWN,
    Permission.WORK_OWN,
    Permission.KPI_OWN
})
public class UsageConsent {

    private final UsageTable table;
    private final UsageSwitch usage;
    private final Access access;
    private final Retries retries;
    private final ApplicationClock clock;

    UsageConsent(
            UsageTable table,
            UsageSwitch usage,
            Access access,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.usage = usage;
        this.access = access;
        this.retries = retries;
        this.clock = clock;
    }

    public enum Answer {
        /// The organisation does not ask.
        OFF,
        NOT_ASKED,
        GIVEN,
        /// Asked and not given, or withdrawn.
        DECLINED
    }

    /// @param since when it was answered, null where it was not
    public record Standing(Answer answer, @Nullable Instant since) {}

    /// What the caller answered.
    public Standing own() {
        if (!usage.isOn()) {
            return new Standing(Answer.OFF, null);
        }
        return table.decision(agent())
                .map(decision ->
                        new Standing(
                                decision.given() ? Answer.GIVEN : Answer.DECLINED, decision.at()))
                .orElse(new Standing(Answer.NOT_ASKED, null));
    }

    /// The caller agrees, from now on.
    public void give() {
        decide(agent(), true);
    }

    /// The caller does not agree, or no longer: what was kept of them is gone when this returns.
    public void withdraw() {
        decide(agent(), false);
    }

    private void decide(AgentId agent, boolean given) {
        retries.inTransactionOfItsOwn(() -> {
            if (!table.holdOn()) {
                return false;
            }
            table.decide(agent, given, clock.instant());
            if (!given) {
                table.keys()
                        .forEach(
                                (week, secret) -> table.delete(week, Pseudonyms.of(agent, secret)));
            }
            return true;
        });
    }

    private AgentId agent() {
        return access.viewer()
                .agent()
                .orElseThrow(() -> new AccessDeniedException("This is for agents alone."));
    }
}
