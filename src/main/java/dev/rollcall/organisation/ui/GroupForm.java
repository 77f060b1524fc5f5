package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Department;
import dev.rollcall.people.DepartmentId;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.UnitId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A group: what it handles, where it belongs, and who is in it.
final class GroupForm extends PeopleForm<Group> {

    /// As many as may all be shown at once.
    private static final int FEW_MEMBERS = 20;

    private final FormContext context;
    private final Choices choices;
    private final Set<AgentId> membersBefore;
    private final TextField name;
    private final TextField code;
    private final ComboBox<@Nullable UnitId> unit;
    private final ComboBox<@Nullable DepartmentId> department;
    private final Select<Channel> channel = new Select<>();
    private final MultiSelectComboBox<AgentId> members;

    /// @param home the unit a new group is offered, null: none
    GroupForm(FormContext context, @Nullable Group known, @Nullable UnitId home) {
        super(Kind.GROUPS, context, known);
        this.context = context;
        var chart = context.chart();
        choices = new Choices(chart, this::getTranslation);
        name = choices.required("name");
        code = choices.text("code");
        unit = choices.unit("unit", known == null ? null : known.unit());
        department = new ComboBox<>(choices.label("department"));
        department.setItemLabelGenerator(id -> id == null ? "" : chart.name(id));
        department.setClearButtonVisible(true);
        department.setItems(List.of());
        unit.addValueChangeListener(e -> offerDepartments(e.getValue()));
        channel.setLabel(choices.label("channel"));
        channel.setItems(Channel.values());
        channel.setItemLabelGenerator(this::channelName);
        membersBefore = known == null ? Set.of() : chart.members(known.id());
        members = members(chart);

        textField("/name", name, Group::name);
        codeField("/code", code);
        field("/channel", channel, Channel.TEAM, Group::channel, this::channelName);
        field("/unit", unit, home, Group::unit, choices::name);
        field(
                "/department",
                department,
                null,
                Group::department,
                id -> id == null ? "" : chart.name(id));
        field("/members", members, Set.of(), this::membersNow, this::names);
        finish(known == null ? chart.mayAdd() : chart.mayChange(known));
    }

    private MultiSelectComboBox<AgentId> members(Chart chart) {
        var choice = new MultiSelectComboBox<AgentId>(choices.label("members"));
        choice.setItems(
                chart.agents().stream()
                        .filter(agent ->
                                chart.mayChange(agent) || membersBefore.contains(agent.id()))
                        .map(Agent::id)
                        .toList());
        choice.setItemLabelGenerator(chart::name);
        choice.setSelectedItemsOnTop(true);
        if (membersBefore.size() <= FEW_MEMBERS) {
            choice.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        }
        choice.setHelperText(getTranslation("organisation.help.members"));
        return choice;
    }

    /// A department has one unit; a group has the same.
    private void offerDepartments(@Nullable UnitId chosen) {
        var chart = context.chart();
        var present = department.getValue();
        department.setItems(
                chart.departments().stream()
                        .filter(each -> each.unit().equals(chosen))
                        .map(Department::id)
                        .toList());
        var stays =
                present != null
                        && chart.departments().stream()
                                .anyMatch(each ->
                                        each.id().equals(present) && each.unit().equals(chosen));
        department.setValue(stays ? present : null);
    }

    private String channelName(Channel each) {
        return getTranslation("organisation.channel." + each);
    }

    private Set<AgentId> membersNow(Group group) {
        return context.people().agents().stream()
                .filter(agent -> agent.groups().contains(group.id()))
                .map(Agent::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String names(Set<AgentId> agents) {
        return agents.stream()
                .map(context.chart()::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Override
    protected String name(Group group) {
        return group.name();
    }

    @Override
    String code(Group group) {
        return group.code();
    }

    @Override
    protected long version(Group group) {
        return group.version();
    }

    @Override
    Group read(String groupCode) {
        return context.people().group(groupCode);
    }

    @Override
    protected Group write(long expectedVersion) {
        var chart = context.chart();
        var chosen = department.getValue();
        var draft =
                new GroupDraft(
                        name.getValue(),
                        choices.code(unit.getValue()),
                        chosen == null ? "" : chart.code(chosen),
                        channel.getValue().name());
        return context.people()
                .putGroup(
                        code.getValue(),
                        draft,
                        externalIds(without(members.getValue(), membersBefore)),
                        externalIds(without(membersBefore, members.getValue())),
                        expectedVersion);
    }

    private Set<String> externalIds(Set<AgentId> agents) {
        return agents.stream().map(context.chart()::externalId).collect(Collectors.toSet());
    }

    private static Set<AgentId> without(Set<AgentId> some, Set<AgentId> others) {
        var rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
