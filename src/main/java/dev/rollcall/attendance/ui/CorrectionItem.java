package dev.rollcall.attendance.ui;

import com.vaadin.flow.component.Component;
import dev.rollcall.kit.HeaderItem;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.Reasons;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/// Tells people on whatever page they are what was decided about the corrections they asked for.
@org.springframework.stereotype.Component
@Order(890)
class CorrectionItem implements HeaderItem {

    private final Access access;
    private final Directory directory;
    private final Reasons reasons;
    private final CorrectionPulse pulse;

    CorrectionItem(Access access, Directory directory, Reasons reasons, CorrectionPulse pulse) {
        this.access = access;
        this.directory = directory;
        this.reasons = reasons;
        this.pulse = pulse;
    }

    @Override
    public Optional<Component> create() {
        return access.currentViewer()
                .filter(viewer -> viewer.may(Permission.PRESENCE_OWN))
                .flatMap(viewer -> viewer.agent())
                .flatMap(directory::agent)
                .map(agent -> new CorrectionNews(agent, reasons, pulse));
    }
}
