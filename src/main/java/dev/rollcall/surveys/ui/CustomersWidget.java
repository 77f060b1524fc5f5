package dev.rollcall.surveys.ui;

import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Widget;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetKey;
import dev.rollcall.dashboard.WidgetSize;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.surveys.Surveys;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What customers say this month.
@Component
@Order(72)
class CustomersWidget implements Widget {

    private final Surveys surveys;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    CustomersWidget(Surveys surveys, Directory directory, Access access, ApplicationClock clock) {
        this.surveys = surveys;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public WidgetKey key() {
        return new WidgetKey("surveys.month");
    }

    @Override
    public String words() {
        return "surveys.widget";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.SURVEYS_VIEW);
    }

    @Override
    public WidgetSize size() {
        return new WidgetSize(6, 4);
    }

    @Override
    public WidgetContent create(Audience audience) {
        return new CustomersMonth(surveys, directory, access, clock, audience);
    }
}
