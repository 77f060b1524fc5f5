package dev.rollcall.messages.ui;

import com.vaadin.flow.component.Component;
import dev.rollcall.kit.HeaderItem;
import dev.rollcall.security.Permission;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/// Shows agents on whatever page they are what they were sent.
@org.springframework.stereotype.Component
@Order(940)
class BannerItem implements HeaderItem {

    private final MessageSources sources;

    BannerItem(MessageSources sources) {
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
                .flatMap(viewer -> viewer.agent().map(agent -> new MessageBanner(agent, sources)));
    }
}
