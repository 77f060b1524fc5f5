package dev.rollcall.work.ui;

import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Widget;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetKey;
import dev.rollcall.dashboard.WidgetSize;
import dev.rollcall.security.Permission;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What waits in each group, and who is there for it.
@Component
@Order(60)
class QueuesWidget implements Widget {

    private final Queues.Source source;

    QueuesWidget(Queues.Source source) {
        this.source = source;
    }

    @Override
    public WidgetKey key() {
        return new WidgetKey("work.queues");
    }

    @Override
    public String words() {
        return "work.widget.queues";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.WORK_VIEW);
    }

    @Override
    public WidgetSize size() {
        return new WidgetSize(6, 6);
    }

    @Override
    public WidgetContent create(Audience audience) {
        return new Queues(source, audience);
    }
}
