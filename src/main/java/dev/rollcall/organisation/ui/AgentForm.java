package dev.rollcall.organisation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An agent: who they are, where they belong, and whether their attendance is tracked.
final class AgentForm extends PeopleForm<Agent> {

    private final FormContext context;
    private final Choices choices;
    private final TextField name;
    private final TextField externalId;
    private final TextField email;
    private final ComboBox<@Nullable UnitId> unit;
    private final MultiSelectComboBox<GroupId> groups;
    private final MultiSelectComboBox<UnitId> mayWorkIn;
    private final ComboBox<@Nullable ZoneId> zone;
    private final RadioButtonGroup<Tracking> tracked = new RadioButtonGroup<>();

    /// @param home the unit a new agent is offered as home, null: none
    AgentForm(FormContext context, @Nullable Agent known, @Nullable UnitId home) {
        super(Kind.AGENTS, context, known);
        this.context = context;
        var chart = context.chart();
        choices = new Choices(chart, this::getTranslation);
        name = choices.required("name");
        externalId = choices.text("externalId");
        email = choices.text("email");
        unit = choices.unit("homeUnit", known == null ? null : known.unit());
        groups = choices.groups("groups", known == null ? Set.of() : known.groups());
        mayWorkIn = choices.units("mayWorkIn", known == null ? Set.of() : known.mayWorkIn());
        zone = choices.zone("zone", known == null ? null : known.ownZone());
        zone.setClearButtonVisible(true);
        mayWorkIn.setHelperText(getTranslation("organisation.help.mayWorkIn"));
        tracked.setLabel(getTranslation("organisation.field.tracked"));
        tracked.setItems(Tracking.values());
        tracked.setItemLabelGenerator(each -> getTranslation("organisation.tracking." + each));

        textField("/name", name, Agent::name);
        codeField("/externalId", externalId);
        textField("/email", email, agent -> Objects.requireNonNullElse(agent.email(), ""));
        field("/unit", unit, home, Agent::unit, choices::name);
        field(
                "/groups",
                groups,
                Set.of(),
                agent -> choices.sortedGroups(agent.groups()),
                chart::names);
        field(
                "/mayWorkIn",
                mayWorkIn,
                Set.of(),
                agent -> choices.sortedUnits(agent.mayWorkIn()),
                choices::unitNames);
        field("/zone", zone, null, Agent::ownZone, Choices::zoneName);
        field(
                "/tracked",
                tracked,
                Tracking.BY_GROUP,
                agent -> Tracking.of(agent.tracked()),
                each -> getTranslation("organisation.tracking." + each));
        unit.addValueChangeListener(_ -> explainZone());
        explainZone();
        finish(known == null ? chart.mayAdd() : chart.mayChange(known));
    }

    private void explainZone() {
        var home = unit.getValue() == null ? null : context.chart().unit(unit.getValue());
        zone.setPlaceholder(home == null ? "" : home.zone().getId());
        zone.setHelperText(getTranslation("organisation.help.ownZone"));
    }

    @Override
    protected String name(Agent agent) {
        return agent.name();
    }

    @Override
    String code(Agent agent) {
        return agent.externalId();
    }

    @Override
    protected long version(Agent agent) {
        return agent.version();
    }

    @Override
    Agent read(String code) {
        return context.people().agent(code);
    }

    @Override
    protected Agent write(long expectedVersion) {
        var chart = context.chart();
        return context.people()
                .putAgent(
                        externalId.getValue(),
                        new AgentDraft(
                                name.getValue(),
                                email.getValue(),
                                choices.code(unit.getValue()),
                                mayWorkIn.getValue().stream()
                                        .map(chart::code)
                                        .collect(Collectors.toSet()),
                                groups.getValue().stream()
                                        .map(chart::code)
                                        .collect(Collectors.toSet()),
                                zone.getValue() == null ? null : zone.getValue().getId(),
                                tracked.getValue().tracked()),
                        expectedVersion);
    }
}
