package dev.rollcall.requests.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.people.Directory;
import dev.rollcall.requests.AbsenceTypes;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;

/// The kinds of time off people may ask for, for the whole organisation.
@PartOfWorkforceManagement
@Route("settings/absence-types")
@Menu(title = "requests.types.title", order = 75, icon = "vaadin:lines-list")
@Requires(Permission.SETTINGS_ADMIN)
final class AbsenceTypesView extends Div implements HasDynamicTitle {

    AbsenceTypesView(
            AbsenceTypes types, Activities activities, Directory directory, Access access) {
        addClassName("requests-view");
        add(
                new H1(getTranslation("requests.types.title")),
                new Paragraph(getTranslation("requests.types.what")),
                new TypesPanel(
                        types,
                        activities,
                        new RequestWords(this::getTranslation, getLocale(), types.all(), directory),
                        access.scope(Permission.SETTINGS_ADMIN).everybody()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("requests.types.title") + " – Rollcall";
    }
}
