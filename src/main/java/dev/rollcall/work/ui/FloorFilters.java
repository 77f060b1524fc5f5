package dev.rollcall.work.ui;

import com.vaadin.flow.component.Component;
import dev.rollcall.kit.BrowseQuery;
import dev.rollcall.kit.FilterChoice;
import dev.rollcall.kit.SearchField;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What narrows a list of people: a text, a unit with those below it, a group. The address says it.
final class FloorFilters {

    static final String TEXT = "q";
    static final String UNIT = "unit";
    static final String GROUP = "group";

    private final Directory directory;
    private final SearchField search;
    private final FilterChoice<Unit> units;
    private final FilterChoice<Group> groups;

    /// @param words what names the fields
    /// @param narrow told a filter and its new value, empty for none
    FloorFilters(AgentWords words, Directory directory, BiConsumer<String, String> narrow) {
        this.directory = directory;
        search = new SearchField(text -> narrow.accept(TEXT, text));
        search.describe(words.say("search"));
        units =
                new FilterChoice<>(
                        words.say(UNIT),
                        words.say(UNIT + ".all"),
                        Unit::name,
                        Unit::code,
                        code -> narrow.accept(UNIT, code));
        groups =
                new FilterChoice<>(
                        words.say(GROUP),
                        words.say(GROUP + ".all"),
                        Group::name,
                        Group::code,
                        code -> narrow.accept(GROUP, code));
    }

    Component[] fields() {
        return new Component[] {search, units, groups};
    }

    void show(BrowseQuery query, Scope scope) {
        search.show(query.get(TEXT).orElse(""));
        var knownUnits = directory.units(scope);
        units.offer(knownUnits, unit(query));
        units.setVisible(knownUnits.size() > 1);
        var knownGroups =
                directory.groups(scope).stream()
                        .filter(group -> group.channel() != Channel.TEAM)
                        .toList();
        groups.offer(knownGroups, group(query));
        groups.setVisible(knownGroups.size() > 1);
    }

    private Optional<Unit> unit(BrowseQuery query) {
        return query.get(UNIT).flatMap(directory::unit);
    }

    private Optional<Group> group(BrowseQuery query) {
        return query.get(GROUP).flatMap(directory::group);
    }

    /// Whether somebody is among those the address asks for.
    boolean includes(Agent agent, BrowseQuery query) {
        var ofUnit = unit(query).map(unit -> directory.withDescendants(unit.id()));
        var ofGroup = group(query);
        return (ofUnit.isEmpty() || ofUnit.get().contains(agent.unit()))
                && (ofGroup.isEmpty() || agent.groups().contains(ofGroup.get().id()))
                && new SearchText(query.get(TEXT).orElse(""))
                        .isIn(agent.name(), agent.externalId());
    }
}
