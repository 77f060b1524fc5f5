package dev.rollcall.attendance.ui;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.attendance.Correction;
import dev.rollcall.attendance.CorrectionDecided;
import dev.rollcall.kit.Followers;
import dev.rollcall.people.AgentId;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells the open pages of a person what was decided about what they asked for. Runs on the thread
/// of whoever decided: touches no component.
@Component
class CorrectionPulse {

    private final Followers<AgentId, Consumer<Correction>> followers = new Followers<>();

    /// After commit: whoever looks finds it decided.
    @TransactionalEventListener(fallbackExecution = true)
    void on(CorrectionDecided decided) {
        var correction = decided.correction();
        followers.of(correction.agent()).forEach(each -> each.accept(correction));
    }

    Registration follow(AgentId agent, Consumer<Correction> follower) {
        return followers.add(agent, follower);
    }
}
