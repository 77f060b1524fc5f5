package dev.rollcall.presence.ui;

import com.vaadin.flow.component.Component;
import dev.rollcall.kit.HeaderItem;
import dev.rollcall.presence.Tracking;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/// Puts the status menu into the header, for people who are agents and may set their own status; it
/// is there while their attendance is tracked.
@org.springframework.stereotype.Component
@Order(900)
class StatusItem implements HeaderItem {

    private final Access access;
    private final Tracking tracking;
    private final OwnStatus status;
    private final StatusPulse pulse;

    StatusItem(Access access, Tracking tracking, OwnStatus status, StatusPulse pulse) {
        this.access = access;
        this.tracking = tracking;
        this.status = status;
        this.pulse = pulse;
    }

    @Override
    public Optional<Component> create() {
        return access.currentViewer()
                .filter(viewer -> viewer.may(Permission.PRESENCE_OWN))
                .flatMap(viewer ->
                        viewer.agent()
                                .map(agent ->
                                        new TrackedStatus(
                                                agent,
                                                () -> tracking.isTracked(agent),
                                                () ->
                                                        new StatusMenu(
                                                                agent,
                                                                viewer.actor(),
                                                                status,
                                                                pulse),
                                                pulse)));
    }
}
