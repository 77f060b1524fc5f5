package dev.rollcall.excuses.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.excuses.ExcuseReasons;
import dev.rollcall.excuses.Excuses;
import dev.rollcall.excuses.Explanations;
import dev.rollcall.kit.Days;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/// Where the screens of excuses get everything from.
@SpringComponent
record ExcuseSources(
        Excuses excuses,
        Explanations explanations,
        ExcuseReasons reasons,
        Deeds deeds,
        Directory directory,
        Access access,
        ApplicationClock clock) {

    Instant now() {
        return clock.instant();
    }

    String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("–");
    }

    /// In which whoever looks reads times of many: their own, else that of the first unit they may
    /// see, as the board has it.
    ZoneId zone() {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .map(Agent::zone)
                .or(() ->
                        directory.units(access.scope(Permission.ADHERENCE_WRITE)).stream()
                                .map(Unit::zone)
                                .filter(Objects::nonNull)
                                .findFirst())
                .orElseGet(Days::zone);
    }

    /// Whether whoever looks may act on anybody's adherence.
    boolean mayAct() {
        return access.viewer().may(Permission.ADHERENCE_WRITE);
    }
}
