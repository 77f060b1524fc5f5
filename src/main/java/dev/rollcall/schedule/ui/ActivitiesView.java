package dev.rollcall.schedule.ui;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.kit.ListView;
import dev.rollcall.kit.RecordForm;
import dev.rollcall.kit.SearchText;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.util.List;
import java.util.Optional;

/// The kinds of blocks one may plan.
@PartOfWorkforceManagement
@Route("settings/activities")
@RouteAlias("settings/activities/:record")
@Menu(title = "schedule.activities.title", order = 73, icon = "vaadin:palette")
@Requires(Permission.SETTINGS_ADMIN)
final class ActivitiesView extends ListView<ActivityRow> {

    private final Activities activities;
    private final Access access;

    ActivitiesView(Activities activities, Access access, ApplicationClock clock) {
        super("schedule.activities", clock, new ActivityGrid());
        this.activities = activities;
        this.access = access;
    }

    @Override
    protected List<ActivityRow> rows(SearchText text) {
        return activities.all().stream()
                .map(this::row)
                .filter(row ->
                        text.isIn(row.activity().name(), row.activity().code(), row.category()))
                .toList();
    }

    private ActivityRow row(Activity activity) {
        return new ActivityRow(
                activity,
                getTranslation("schedule.activities.category." + activity.category()),
                yesOrNo(activity.paid()),
                yesOrNo(activity.needsPresence()));
    }

    private String yesOrNo(boolean value) {
        return getTranslation("schedule.activities." + (value ? "yes" : "no"));
    }

    @Override
    protected Optional<RecordForm<?>> form(String record) {
        return activities.of(record).map(this::form);
    }

    private RecordForm<?> form(Activity activity) {
        return new ActivityForm(this, activities, access, activity, mayChange());
    }

    @Override
    protected RecordForm<?> newForm(String like) {
        return new ActivityForm(this, activities, access, null, mayChange());
    }

    private boolean mayChange() {
        return access.scope(Permission.SETTINGS_ADMIN).everybody();
    }
}
