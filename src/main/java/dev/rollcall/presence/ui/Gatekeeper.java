package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.ClockInGate;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Tracking;
import dev.rollcall.security.Access;
import java.util.function.Supplier;

/// Knows for whom the gate is shut, and builds it into pages.
@org.springframework.stereotype.Component
class Gatekeeper implements ClockInGate {

    private final Access access;
    private final Tracking tracking;
    private final OwnStatus status;
    private final StatusPulse pulse;

    Gatekeeper(Access access, Tracking tracking, OwnStatus status, StatusPulse pulse) {
        this.access = access;
        this.tracking = tracking;
        this.status = status;
        this.pulse = pulse;
    }

    @Override
    public boolean isShut() {
        return access.currentViewer()
                .flatMap(viewer -> viewer.agent())
                .filter(this::isShutFor)
                .isPresent();
    }

    @Override
    public Component before(String name, Supplier<? extends Component> page) {
        return access.viewer()
                .agent()
                .<Component>map(agent ->
                        new Gate(this, agent, isShut -> isShut ? closed(agent, name) : page.get()))
                .orElseGet(page);
    }

    @Override
    public Component notice(String sentence, Runnable onChange) {
        return access.viewer()
                .agent()
                .<Component>map(agent -> notice(agent, sentence, onChange))
                .orElseGet(() -> new Gate.Open());
    }

    private Gate notice(AgentId agent, String sentence, Runnable onChange) {
        var gate =
                new Gate(
                        this,
                        agent,
                        isShut ->
                                isShut
                                        ? new ClosedNotice(sentence, clockIn(agent))
                                        : new Gate.Open());
        gate.onChange(onChange);
        return gate;
    }

    private Component closed(AgentId agent, String name) {
        return new ClosedPage(name, clockIn(agent));
    }

    /// Opens the dialog to clock in.
    private Runnable clockIn(AgentId agent) {
        var self = access.viewer().actor();
        return () -> ClockingIn.open(agent, self, status);
    }

    boolean isShutFor(AgentId agent) {
        return tracking.isTracked(agent)
                && status.now(agent).map(now -> now.state().base() == Base.AWAY).orElse(true);
    }

    /// Told on the writer's thread when it may be otherwise than before.
    Registration follow(AgentId agent, Runnable follower) {
        return Registration.combine(
                pulse.follow(agent, follower), pulse.followTracking(agent, follower));
    }
}
