package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import com.vaadin.flow.data.provider.hierarchy.TreeDataProvider;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The units in sight, each below its parent, with how many agents are at home there. Choosing one
/// narrows the lists to it and everything below it.
final class UnitTree extends TreeGrid<UnitTree.Branch> {

    /// @param code null: all units
    record Branch(@Nullable String code, String name, int agents) {}

    private boolean showing;
    private List<Branch> shown = List.of();

    /// @param onChoice told the code of the unit somebody chooses; null: all of them
    UnitTree(Consumer<@Nullable String> onChoice) {
        addClassName("people-tree");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.NO_ROW_BORDERS);
        setAriaLabel(getTranslation("organisation.tree"));
        addHierarchyColumn(Branch::name)
                .setHeader(getTranslation("organisation.UNITS.title"))
                .setTooltipGenerator(Branch::name)
                .setSortable(false)
                .setFlexGrow(1)
                .setWidth("8rem");
        addColumn(Branch::agents)
                .setHeader(getTranslation("organisation.AGENTS.title"))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("4.5rem");
        setSelectionMode(SelectionMode.SINGLE);
        setSizeFull();
        asSingleSelect()
                .addValueChangeListener(e -> {
                    if (!showing) {
                        onChoice.accept(e.getValue() == null ? null : e.getValue().code());
                    }
                });
    }

    /// @param chosen the code of the unit in force, null: all
    void show(Chart chart, @Nullable String chosen) {
        showing = true;
        try {
            var data = tree(chart);
            if (!branches(data).equals(shown)) {
                shown = branches(data);
                setDataProvider(new TreeDataProvider<>(data));
                expandRecursively(data.getRootItems(), 20);
            }
            var choice =
                    shown.stream()
                            .filter(branch -> Objects.equals(branch.code(), chosen))
                            .findFirst();
            asSingleSelect().setValue(choice.orElse(null));
        } finally {
            showing = false;
        }
    }

    private TreeData<Branch> tree(Chart chart) {
        var data = new TreeData<Branch>();
        data.addRootItems(
                new Branch(null, getTranslation("organisation.allUnits"), chart.agents().size()));
        Map<UnitId, Branch> branches = new HashMap<>();
        chart.units()
                .forEach(unit ->
                        branches.put(
                                unit.id(),
                                new Branch(unit.code(), unit.name(), chart.agentsIn(unit.id()))));
        var placed = new HashSet<UnitId>();
        chart.units().forEach(unit -> place(unit, chart, branches, data, placed));
        return data;
    }

    /// A unit whose parent is out of sight stands at the top.
    private static @Nullable Branch place(
            @Nullable Unit unit,
            Chart chart,
            Map<UnitId, Branch> branches,
            TreeData<Branch> data,
            HashSet<UnitId> placed) {
        var branch = unit == null ? null : branches.get(unit.id());
        if (unit == null || branch == null || !placed.add(unit.id())) {
            return branch;
        }
        var above = unit.parent() == null ? null : chart.unit(unit.parent());
        data.addItem(place(above, chart, branches, data, placed), branch);
        return branch;
    }

    /// Everything in it, a parent ahead of its children.
    private static List<Branch> branches(TreeData<Branch> data) {
        var found = new ArrayList<Branch>();
        var next = new ArrayDeque<>(data.getRootItems());
        while (!next.isEmpty()) {
            var branch = next.remove();
            found.add(branch);
            next.addAll(data.getChildren(branch));
        }
        return found;
    }
}
