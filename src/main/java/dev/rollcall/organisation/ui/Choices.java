package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox.AutoExpandMode;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.kit.SearchText;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the fields forms have in common. What a record refers to already is offered besides what
/// the viewer may choose, so that it can stay.
final class Choices {

    private final Chart chart;
    private final Words words;

    Choices(Chart chart, Words words) {
        this.chart = chart;
        this.words = words;
    }

    String label(String field) {
        return words.get("organisation.field." + field);
    }

    TextField text(String field) {
        return new TextField(label(field));
    }

    TextField required(String field) {
        var text = text(field);
        text.setRequiredIndicatorVisible(true);
        return text;
    }

    ComboBox<@Nullable UnitId> unit(String field, @Nullable UnitId present) {
        var choice = new ComboBox<@Nullable UnitId>(label(field));
        choice.setItemLabelGenerator(this::name);
        choice.setItems(with(chart.unitsToChoose(), present == null ? Set.of() : Set.of(present)));
        choice.setRequiredIndicatorVisible(true);
        return choice;
    }

    MultiSelectComboBox<UnitId> units(String field, Set<UnitId> present) {
        var choice = new MultiSelectComboBox<UnitId>(label(field));
        choice.setItemLabelGenerator(chart::name);
        choice.setItems(with(chart.unitsToChoose(), present));
        choice.setAutoExpand(AutoExpandMode.VERTICAL);
        return choice;
    }

    MultiSelectComboBox<GroupId> groups(String field, Set<GroupId> present) {
        var choice = new MultiSelectComboBox<GroupId>(label(field));
        var offered = chart.groups().stream().filter(chart::mayChange).map(Group::id).toList();
        choice.setItemLabelGenerator(chart::name);
        choice.setItems(with(offered, present));
        choice.setAutoExpand(AutoExpandMode.VERTICAL);
        return choice;
    }

    /// Zones by name; `new york` finds America/New_York.
    ComboBox<@Nullable ZoneId> zone(String field, @Nullable ZoneId present) {
        var choice = new ComboBox<@Nullable ZoneId>(label(field));
        choice.setItemLabelGenerator(Choices::zoneName);
        choice.setItems(
                (zone, typed) -> zone != null && new SearchText(typed).isIn(searched(zone)),
                with(Zones.OFFERED, present == null ? Set.of() : Set.of(present)));
        return choice;
    }

    private static String searched(ZoneId zone) {
        return zone.getId() + " " + zone.getId().replace('_', ' ');
    }

    static String zoneName(@Nullable ZoneId zone) {
        return zone == null ? "" : zone.getId();
    }

    private static <T> List<T> with(Collection<T> offered, Collection<T> present) {
        var all = new LinkedHashSet<>(offered);
        all.addAll(present);
        return new ArrayList<>(all);
    }

    String name(@Nullable UnitId unit) {
        return unit == null ? "" : chart.name(unit);
    }

    @Nullable String code(@Nullable UnitId unit) {
        return unit == null ? null : chart.code(unit);
    }

    /// In the order people read them in.
    Set<UnitId> sortedUnits(Set<UnitId> units) {
        return sorted(units, chart::name);
    }

    Set<GroupId> sortedGroups(Set<GroupId> groups) {
        return sorted(groups, chart::name);
    }

    private static <T> Set<T> sorted(Set<T> some, Function<T, String> name) {
        return some.stream()
                .sorted(Comparator.comparing(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    String unitNames(Set<UnitId> units) {
        return units.stream().map(chart::name).sorted().collect(Collectors.joining(", "));
    }
}
