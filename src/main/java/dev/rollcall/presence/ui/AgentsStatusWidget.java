package dev.rollcall.presence.ui;

import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Widget;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetKey;
import dev.rollcall.dashboard.WidgetSize;
import dev.rollcall.security.Permission;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The statuses of everybody who works in a manager's units now; for unit managers.
@Component
@Order(10)
class AgentsStatusWidget implements Widget {

    static final WidgetKey KEY = new WidgetKey("presence.agents-status");

    private final AgentsStatusSource source;

    AgentsStatusWidget(AgentsStatusSource source) {
        this.source = source;
    }

    @Override
    public WidgetKey key() {
        return KEY;
    }

    @Override
    public String words() {
        return "presence.widget.agents";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.UNIT_STATUS_VIEW);
    }

    @Override
    public WidgetSize size() {
        return new WidgetSize(6, 8);
    }

    @Override
    public WidgetContent create(Audience audience) {
        return new AgentsStatus(source, audience);
    }
}
