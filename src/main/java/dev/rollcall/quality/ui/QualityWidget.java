package dev.rollcall.quality.ui;

import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Widget;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetKey;
import dev.rollcall.dashboard.WidgetSize;
import dev.rollcall.security.Permission;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// How good the work is this month, and what waits to be evaluated or resolved.
@Component
@Order(70)
class QualityWidget implements Widget {

    private final QualitySources sources;

    QualityWidget(QualitySources sources) {
        this.sources = sources;
    }

    @Override
    public WidgetKey key() {
        return new WidgetKey("quality.month");
    }

    @Override
    public String words() {
        return "quality.widget.month";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.QUALITY_VIEW);
    }

    @Override
    public WidgetSize size() {
        return new WidgetSize(6, 4);
    }

    @Override
    public WidgetContent create(Audience audience) {
        return new QualityMonth(sources, audience);
    }
}
