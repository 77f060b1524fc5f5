package dev.rollcall.incentives.ui;

import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Widget;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetKey;
import dev.rollcall.dashboard.WidgetSize;
import dev.rollcall.security.Permission;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What somebody who decides about rewards has to decide.
@Component
@Order(90)
class RewardsWidget implements Widget {

    private final IncentivesSources sources;

    RewardsWidget(IncentivesSources sources) {
        this.sources = sources;
    }

    @Override
    public WidgetKey key() {
        return new WidgetKey("incentives.waiting");
    }

    @Override
    public String words() {
        return "incentives.widget";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.INCENTIVES_DECIDE);
    }

    @Override
    public WidgetSize size() {
        return new WidgetSize(4, 3);
    }

    @Override
    public WidgetContent create(Audience audience) {
        return new RewardsWaiting(sources, audience);
    }
}
