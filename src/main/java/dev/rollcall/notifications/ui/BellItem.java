package dev.rollcall.notifications.ui;

import com.vaadin.flow.component.Component;
import dev.rollcall.kit.HeaderItem;
import dev.rollcall.notifications.OwnNotices;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/// Puts the bell into the header, for everybody who signs in.
@org.springframework.stereotype.Component
@Order(950)
class BellItem implements HeaderItem {

    private final OwnNotices notices;
    private final NoticePulse pulse;

    BellItem(OwnNotices notices, NoticePulse pulse) {
        this.notices = notices;
        this.pulse = pulse;
    }

    @Override
    public Optional<Component> create() {
        return notices.recipients().isEmpty()
                ? Optional.empty()
                : Optional.of(new Bell(notices, pulse));
    }
}
