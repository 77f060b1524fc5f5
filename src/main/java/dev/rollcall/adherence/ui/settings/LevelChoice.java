package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Chooses whose settings one sees: the organisation's, or a unit's, each below the unit above it.
final class LevelChoice extends ComboBox<LevelChoice.Level> {

    /// @param unit null for the organisation
    /// @param code what addresses call it, empty for the organisation
    /// @param path its name, and of which units it is a part
    record Level(@Nullable UnitId unit, String code, String path) {}

    /// @param onChoose told the code of what somebody chose
    LevelChoice(Consumer<String> onChoose) {
        setLabel(getTranslation("adherence.settings.level"));
        setItemLabelGenerator(Level::path);
        addClassName("level-choice");
        addValueChangeListener(e -> {
            if (e.isFromClient()) {
                var chosen = e.getValue();
                var before = e.getOldValue();
                // What is shown stays until it is really left: somebody may be asked first.
                setValue(before);
                if (chosen != null && !chosen.equals(before)) {
                    onChoose.accept(chosen.code());
                }
            }
        });
    }

    /// @param units those the viewer may choose from, by name
    /// @param chosen the code of the one shown
    void show(List<Unit> units, String chosen) {
        var levels = new ArrayList<Level>();
        levels.add(new Level(null, "", getTranslation("adherence.settings.organisation")));
        addBelow(null, "", units, levels);
        setItems(levels);
        setValue(
                levels.stream()
                        .filter(level -> level.code().equals(chosen))
                        .findFirst()
                        .orElse(null));
    }

    private static void addBelow(
            @Nullable UnitId parent, String path, List<Unit> units, List<Level> levels) {
        for (var unit : units) {
            if (isBelow(unit, parent, units)) {
                var own = path + unit.name();
                levels.add(new Level(unit.id(), unit.code(), own));
                addBelow(unit.id(), own + " › ", units, levels);
            }
        }
    }

    /// A unit whose parent is out of sight stands at the top.
    private static boolean isBelow(Unit unit, @Nullable UnitId parent, List<Unit> units) {
        boolean inSight = units.stream().anyMatch(each -> Objects.equals(each.id(), unit.parent()));
        return parent == null ? !inSight : parent.equals(unit.parent());
    }

    /// The code a viewer begins with: the organisation, or the first unit they may change.
    static String first(Scope scope, List<Unit> units) {
        return scope.everybody() || units.isEmpty() ? "" : units.getFirst().code();
    }
}
