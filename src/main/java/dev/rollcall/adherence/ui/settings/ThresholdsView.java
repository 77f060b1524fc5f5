package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.adherence.settings.Setting;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.PartOfWorkforceManagement;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Grace by activity, the target, when being out is severe, and what else the engine asks an
/// organisation to decide.
@PartOfWorkforceManagement
@Route("settings/adherence")
@Menu(title = "adherence.settings.thresholds.menu", order = 71, icon = "vaadin:sliders")
@Requires({Permission.ADHERENCE_WRITE, Permission.SETTINGS_ADMIN})
final class ThresholdsView extends LevelView {

    private final Div graces = new Div();
    private final Div values = new Div();
    private final List<EditedRow> rows = new ArrayList<>();

    ThresholdsView(SettingsSources sources) {
        super("adherence.settings.thresholds", sources);
        body(section("figures", values), section("grace", graces));
        for (var setting : Setting.values()) {
            var row = new ValueRow(this, setting);
            rows.add(row);
            values.add(row.row());
        }
    }

    private Component section(String name, Div list) {
        var id = "settings-" + name;
        var title = new H2(getTranslation("adherence.settings.thresholds." + name));
        title.setId(id);
        var what = new Paragraph(getTranslation("adherence.settings.thresholds." + name + ".what"));
        what.addClassName("record-note");
        list.addClassName("setting-rows");
        var section = new Section(title, what, list);
        section.addClassName("settings-section");
        section.getElement().setAttribute("aria-labelledby", id);
        return section;
    }

    @Override
    void show(Draft draft, boolean mayChange) {
        if (graces.getComponentCount() == 0) {
            addGraces(draft);
        }
        rows.forEach(row -> row.show(draft, mayChange));
    }

    private void addGraces(Draft draft) {
        var activities = new LinkedHashSet<String>();
        sources().planned().stream().map(Activity::code).forEach(activities::add);
        activities.addAll(draft.holds().graceByActivity().keySet());
        add(new GraceRow(this, null));
        activities.forEach(activity -> add(new GraceRow(this, activity)));
    }

    private void add(GraceRow row) {
        rows.add(row);
        graces.add(row.row());
    }

    @Override
    boolean isFine() {
        for (var row : rows) {
            if (!row.isFine()) {
                row.focus();
                return false;
            }
        }
        return true;
    }

    @Override
    boolean concerns(OwnRules own) {
        return own.hasThresholds();
    }
}
