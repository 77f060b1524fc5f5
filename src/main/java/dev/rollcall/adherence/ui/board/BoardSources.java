package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.Retrospect;
import dev.rollcall.adherence.acting.BoardPart;
import dev.rollcall.adherence.acting.PeopleAction;
import dev.rollcall.adherence.acting.PersonPart;
import dev.rollcall.adherence.ui.picture.Pictures;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.StatusTopics;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.PlanVersions;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Where the board's screen gets everything from.
@SpringComponent
record BoardSources(
        Adherence adherence,
        Retrospect retrospect,
        Directory directory,
        Activities activities,
        Reasons reasons,
        StatusTopics topics,
        PlanVersions versions,
        Access access,
        Pictures pictures,
        List<PeopleAction> actions,
        List<PersonPart> personParts,
        List<BoardPart> boardParts,
        ApplicationClock clock) {

    Instant now() {
        return clock.instant();
    }

    /// What whoever looks can do about people, in order.
    List<PeopleAction> offered() {
        return actions.stream().filter(PeopleAction::isOffered).toList();
    }

    /// What somebody is about, by name, as far as the viewer may see their work.
    Optional<String> topicOf(Agent agent) {
        return topics.of(agent, access.viewer().scope(Permission.WORK_VIEW));
    }

    Scope scope() {
        return access.scope(Permission.ADHERENCE_VIEW);
    }

    /// The zone in force: the one chosen, else that of the units asked for, else the viewer's own,
    /// else that of the first unit they may see.
    ZoneId zone(BoardQuery query, Scope scope) {
        if (query.time().zone() != null) {
            return query.time().zone();
        }
        return query.people().units().stream()
                .map(directory::unit)
                .flatMap(Optional::stream)
                .map(Unit::zone)
                .findFirst()
                .or(this::ownZone)
                .or(() -> zones(scope).stream().findFirst())
                .orElse(ZoneOffset.UTC);
    }

    private Optional<ZoneId> ownZone() {
        return access.viewer().agent().flatMap(directory::agent).map(Agent::zone);
    }

    /// The zones of the units one may see, in the order of their names.
    List<ZoneId> zones(Scope scope) {
        return directory.units(scope).stream()
                .map(Unit::zone)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }
}
