package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import dev.rollcall.kit.Drawer;
import dev.rollcall.people.UnitId;
import org.jspecify.annotations.Nullable;

/// Which form a query asks for.
final class PeopleForms {

    private PeopleForms() {}

    /// @throws NotFound when the record is out of sight
    static PeopleForm<?> open(FormContext context, Kind kind, String code) {
        var people = context.people();
        return switch (kind) {
            case AGENTS -> new AgentForm(context, people.agent(code), null);
            case GROUPS -> new GroupForm(context, people.group(code), null);
            case DEPARTMENTS -> new DepartmentForm(context, people.department(code), null);
            case UNITS -> new UnitForm(context, people.unit(code), null);
        };
    }

    static PeopleForm<?> add(FormContext context, Kind kind, @Nullable String unit) {
        var home = home(context.chart(), unit);
        return switch (kind) {
            case AGENTS -> new AgentForm(context, null, home);
            case GROUPS -> new GroupForm(context, null, home);
            case DEPARTMENTS -> new DepartmentForm(context, null, home);
            case UNITS -> new UnitForm(context, null, home);
        };
    }

    /// The unit in force, or the only one there is.
    private static @Nullable UnitId home(Chart chart, @Nullable String unit) {
        var offered = chart.unitsToChoose();
        if (offered.size() == 1) {
            return offered.getFirst();
        }
        return offered.stream().filter(id -> chart.code(id).equals(unit)).findFirst().orElse(null);
    }

    /// Instead of a record that is out of sight.
    static Component nothing(FormContext context, Kind kind, String code) {
        var drawer = new Drawer(context::close);
        drawer.setTitle(drawer.getTranslation("kit.form.gone"), "");
        drawer.add(new Paragraph(drawer.getTranslation(kind.key("gone"), code)));
        return drawer;
    }
}
