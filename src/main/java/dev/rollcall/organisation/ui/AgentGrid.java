package dev.rollcall.organisation.ui;

import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Agent;
import dev.rollcall.people.UnitId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who works here.
final class AgentGrid extends PeopleGrid<Agent> {

    AgentGrid() {
        super(Kind.AGENTS, Agent::externalId);
        nameColumn(Agent::name, agent -> agent.externalId() + " · " + unit(agent));
        textColumn("externalId", Layout.MEDIUM, "8rem", Agent::externalId);
        textColumn("unit", Layout.MEDIUM, "8rem", this::unit);
        textColumn("groups", Layout.MEDIUM, "9rem", agent -> chart().names(agent.groups()));
        textColumn(
                "email",
                Layout.WIDE,
                "12rem",
                agent -> Objects.requireNonNullElse(agent.email(), ""));
        textColumn(
                "tracked",
                Layout.WIDE,
                "8rem",
                agent ->
                        getTranslation(
                                "organisation.tracking.short." + Tracking.of(agent.tracked())));
    }

    private String unit(Agent agent) {
        return chart().name(agent.unit());
    }

    @Override
    List<Agent> records(Chart chart, @Nullable Set<UnitId> within, SearchText text) {
        return chart.agents().stream()
                .filter(agent -> within == null || within.contains(agent.unit()))
                .filter(agent -> text.isIn(agent.name(), agent.externalId(), agent.email()))
                .toList();
    }
}
