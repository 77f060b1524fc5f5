package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.people.Department;
import dev.rollcall.people.DepartmentDraft;
import dev.rollcall.people.UnitId;
import org.jspecify.annotations.Nullable;

/// A department, with the way to its groups.
final class DepartmentForm extends PeopleForm<Department> {

    private final FormContext context;
    private final Choices choices;
    private final TextField name;
    private final TextField code;
    private final ComboBox<@Nullable UnitId> unit;

    /// @param home the unit a new department is offered, null: none
    DepartmentForm(FormContext context, @Nullable Department known, @Nullable UnitId home) {
        super(Kind.DEPARTMENTS, context, known);
        this.context = context;
        var chart = context.chart();
        choices = new Choices(chart, this::getTranslation);
        name = choices.required("name");
        code = choices.text("code");
        unit = choices.unit("unit", known == null ? null : known.unit());
        textField("/name", name, Department::name);
        codeField("/code", code);
        field("/unit", unit, home, Department::unit, choices::name);
        if (known != null) {
            more(groups(chart, known));
        }
        finish(known == null ? chart.mayAdd() : chart.mayChange(known.unit()));
    }

    private Div groups(Chart chart, Department department) {
        var groups = chart.groupsOf(department.id());
        var list = new Div(new H3(getTranslation("organisation.field.groups")));
        list.addClassName("people-links");
        if (groups.isEmpty()) {
            list.add(new Paragraph(getTranslation("organisation.department.noGroups")));
        }
        for (var group : groups) {
            var link = new Button(group.name(), _ -> context.open(Kind.GROUPS, group.code()));
            link.addThemeVariants(ButtonVariant.TERTIARY);
            list.add(link);
        }
        return list;
    }

    @Override
    protected String name(Department department) {
        return department.name();
    }

    @Override
    String code(Department department) {
        return department.code();
    }

    @Override
    protected long version(Department department) {
        return department.version();
    }

    @Override
    Department read(String departmentCode) {
        return context.people().department(departmentCode);
    }

    @Override
    protected Department write(long expectedVersion) {
        return context.people()
                .putDepartment(
                        code.getValue(),
                        new DepartmentDraft(name.getValue(), choices.code(unit.getValue())),
                        expectedVersion);
    }
}
