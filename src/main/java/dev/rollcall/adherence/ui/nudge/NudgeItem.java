package dev.rollcall.adherence.ui.nudge;

import com.vaadin.flow.component.Component;
import dev.rollcall.kit.HeaderItem;
import dev.rollcall.security.Permission;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/// Tells agents on whatever page they are that their plan says something else. Nobody is told of
/// others here.
@org.springframework.stereotype.Component
@Order(950)
class NudgeItem implements HeaderItem {

    private final NudgeSources sources;

    NudgeItem(NudgeSources sources) {
        this.sources = sources;
    }

    @Override
    public boolean standsBelow() {
        return true;
    }

    @Override
    public Optional<Component> create() {
        return sources.access()
                .currentViewer()
                .filter(viewer -> viewer.may(Permission.ADHERENCE_OWN))
                .filter(viewer -> viewer.may(Permission.PRESENCE_OWN))
                .flatMap(viewer ->
                        viewer.agent().map(agent -> new Nudge(agent, viewer.actor(), sources)));
    }
}
