package dev.rollcall.adherence.ui.nudge;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.adherence.OwnAdherence;
import dev.rollcall.adherence.OwnDeviation;
import dev.rollcall.adherence.acting.OwnAction;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Statuses;
import dev.rollcall.presence.Tracking;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.WorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;

/// What the note needs, all of it from memory, and what its buttons do.
@SpringComponent
record NudgeSources(
        OwnAdherence own,
        WorkforceManagement workforce,
        Tracking tracking,
        Statuses statuses,
        Reasons reasons,
        Activities activities,
        Directory directory,
        Access access,
        List<OwnAction> actions,
        ApplicationClock clock) {

    ZoneId zone(AgentId agent) {
        return directory.agent(agent).map(person -> person.zone()).orElse(ZoneOffset.UTC);
    }

    /// The status the plan asks for; empty when none says it by itself.
    Optional<PresenceState> asked(OwnDeviation deviation) {
        var piece = deviation.scheduled();
        return piece == null
                ? Optional.empty()
                : reasons.planned(piece.activity(), piece.category());
    }

    /// @return the key of a sentence on why it cannot be; empty when it is set
    Optional<String> set(AgentId agent, PresenceState state, Actor by) {
        try {
            var result = statuses.set(agent, state, null, null, by);
            return result.outcome() == EventResult.Outcome.REJECTED
                    ? Optional.of("presence.menu.outcome.REFUSED")
                    : Optional.empty();
        } catch (AccessDeniedException e) {
            return Optional.of("presence.menu.outcome.FORBIDDEN");
        } catch (DataAccessException | TransactionException e) {
            return Optional.of("presence.menu.outcome.TROUBLE");
        }
    }
}
