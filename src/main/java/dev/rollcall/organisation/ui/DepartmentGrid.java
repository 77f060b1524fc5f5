package dev.rollcall.organisation.ui;

import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Department;
import dev.rollcall.people.UnitId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Departments and how many groups each has.
final class DepartmentGrid extends PeopleGrid<Department> {

    DepartmentGrid() {
        super(Kind.DEPARTMENTS, Department::code);
        nameColumn(Department::name, this::unit);
        textColumn("code", Layout.MEDIUM, "9rem", Department::code);
        textColumn("unit", Layout.MEDIUM, "9rem", this::unit);
        numberColumn("groups", department -> chart().groupsOf(department.id()).size());
    }

    private String unit(Department department) {
        return chart().name(department.unit());
    }

    @Override
    List<Department> records(Chart chart, @Nullable Set<UnitId> within, SearchText text) {
        return chart.departments().stream()
                .filter(department -> within == null || within.contains(department.unit()))
                .filter(department -> text.isIn(department.name(), department.code()))
                .toList();
    }
}
