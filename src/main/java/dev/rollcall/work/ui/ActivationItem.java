package dev.rollcall.work.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.rollcall.kit.HeaderItem;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.Reasons;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.work.Handling;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/// Puts the switch of one's own groups into the header, for people who have work.
@org.springframework.stereotype.Component
@Order(800)
class ActivationItem implements HeaderItem {

    private final Access access;
    private final Directory directory;
    private final Handling handling;
    private final Reasons reasons;
    private final ActivationPulse pulse;

    ActivationItem(
            Access access,
            Directory directory,
            Handling handling,
            Reasons reasons,
            ActivationPulse pulse) {
        this.access = access;
        this.directory = directory;
        this.handling = handling;
        this.reasons = reasons;
        this.pulse = pulse;
    }

    @Override
    public Optional<Component> create() {
        return access.currentViewer()
                .filter(viewer -> viewer.may(Permission.WORK_OWN))
                .flatMap(viewer -> viewer.agent())
                .map(agent ->
                        new ActivationMenu(
                                agent,
                                directory,
                                handling,
                                pulse,
                                AgentWords.of(UI.getCurrentOrThrow(), reasons, directory)));
    }
}
