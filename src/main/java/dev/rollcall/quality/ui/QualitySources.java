package dev.rollcall.quality.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.quality.Calibrations;
import dev.rollcall.quality.Evaluations;
import dev.rollcall.quality.Interactions;
import dev.rollcall.quality.QualityFigures;
import dev.rollcall.quality.Sampling;
import dev.rollcall.quality.Scorecard;
import dev.rollcall.quality.Scorecards;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;

/// Where the pages of quality get everything from.
@SpringComponent
record QualitySources(
        Evaluations evaluations,
        Interactions interactions,
        Scorecards scorecards,
        Sampling sampling,
        Calibrations calibrations,
        QualityFigures figures,
        Directory directory,
        Access access,
        ApplicationClock clock) {

    String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("–");
    }

    String card(String code) {
        return scorecards.find(code).map(Scorecard::name).orElse(code);
    }

    boolean mayEvaluate() {
        return access.viewer().may(Permission.QUALITY_WRITE);
    }

    /// Whose evaluations the viewer may see.
    Scope scope() {
        return access.scope(Permission.QUALITY_VIEW, Permission.QUALITY_WRITE);
    }
}
