package dev.rollcall.incentives.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.incentives.Appeals;
import dev.rollcall.incentives.Awards;
import dev.rollcall.incentives.DryRuns;
import dev.rollcall.incentives.Redemptions;
import dev.rollcall.incentives.Schemes;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Where the pages of those who look after incentives get everything from.
@SpringComponent
record IncentivesSources(
        Schemes schemes,
        DryRuns dryRuns,
        Awards awards,
        Redemptions redemptions,
        Appeals appeals,
        Directory directory,
        Access access,
        ApplicationClock clock) {

    String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("–");
    }

    boolean may(Permission permission) {
        return access.viewer().may(permission);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
