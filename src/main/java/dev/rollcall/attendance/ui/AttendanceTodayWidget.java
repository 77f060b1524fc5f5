package dev.rollcall.attendance.ui;

import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Widget;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetKey;
import dev.rollcall.dashboard.WidgetSize;
import dev.rollcall.security.Permission;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Today's attendance in numbers.
@Component
@Order(40)
class AttendanceTodayWidget implements Widget {

    private final AttendanceToday.Source source;

    AttendanceTodayWidget(AttendanceToday.Source source) {
        this.source = source;
    }

    @Override
    public WidgetKey key() {
        return new WidgetKey("attendance.today");
    }

    @Override
    public String words() {
        return "attendance.widget.today";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.PRESENCE_VIEW);
    }

    @Override
    public WidgetSize size() {
        return new WidgetSize(6, 4);
    }

    @Override
    public WidgetContent create(Audience audience) {
        return new AttendanceToday(source, audience);
    }
}
