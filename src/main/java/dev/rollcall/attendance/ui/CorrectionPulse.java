package dev.rollcall.attendance.ui;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.attendance.Correction;
import dev.rollcall.attendance.CorrectionDecided;
import dev.rollcall.people.AgentId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells the open pages of a person what was decided about what they asked for. Runs on the thread
/// of whoever decided: touches no component.
@Component
class CorrectionPulse {

    private final Map<AgentId, Set<Consumer<Correction>>> followers = new ConcurrentHashMap<>();

    /// After commit: whoever looks finds it decided.
    @TransactionalEventListener(fallbackExecution = true)
    void on(CorrectionDecided decided) {
        var correction = decided.correction();
        followers
                .getOrDefault(correction.agent(), Set.of())
                .forEach(each -> each.accept(correction));
    }

    Registration follow(AgentId agent, Consumer<Correction> follower) {
        followers.compute(
                agent,
                (_, all) -> {
                    var own =
                            all == null ? ConcurrentHashMap.<Consumer<Correction>>newKeySet() : all;
                    own.add(follower);
                    return own;
                });
        return () ->
                followers.computeIfPresent(
                        agent,
                        (_, all) -> {
                            all.remove(follower);
                            return all.isEmpty() ? null : all;
                        });
    }
}
