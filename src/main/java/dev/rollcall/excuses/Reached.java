package dev.rollcall.excuses;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Whom excuses reach, and whose they are to give and to take back. A group may have members in
/// units its supervisor has no say in: those are reached by whoever may act on them.
@Component
class Reached {

    private final Directory directory;
    private final LivePresence live;
    private final Access access;

    Reached(Directory directory, LivePresence live, Access access) {
        this.directory = directory;
        this.live = live;
        this.access = access;
    }

    /// Those a draft is for.
    ///
    /// @throws NotFound when somebody, the unit or the group is not there for the caller
    /// @throws AccessDeniedException for everybody, when the caller may not act on everybody
    /// @throws InvalidInput when callers name themselves
    Set<AgentId> whom(ExcuseDraft draft) {
        var scope = access.scope(Permission.ADHERENCE_WRITE);
        return switch (draft.reach()) {
            case PEOPLE -> byName(draft.people(), scope);
            case UNIT -> {
                var unit = of(draft.unit());
                if (!scope.includes(unit)) {
                    throw new NotFound("unit", "" + unit.value());
                }
                yield in(below(unit));
            }
            case GROUP -> {
                var id = of(draft.group());
                if (!isOf(scope, id)) {
                    throw new NotFound("group", "" + id.value());
                }
                yield in(agent -> live.isIn(members(id), agent) && live.isIn(scope, agent));
            }
            case EVERYBODY -> {
                if (!scope.everybody()) {
                    throw new AccessDeniedException(
                            "Only whoever may act on everybody excuses everybody");
                }
                yield in(scope);
            }
        };
    }

    private Set<AgentId> byName(Set<AgentId> people, Scope scope) {
        var own = access.viewer().agent();
        for (var person : people) {
            if (!isIn(scope, person)) {
                throw new NotFound("agent", "" + person.value());
            }
            if (own.equals(Optional.of(person))) {
                throw InvalidInput.of(
                        "/people",
                        Excuses.sentence("self", "Somebody else decides about your own time."));
            }
        }
        return people;
    }

    /// Everybody in a scope, at home or where they work now.
    Set<AgentId> in(Scope scope) {
        return in(agent -> live.isIn(scope, agent));
    }

    private Set<AgentId> in(Predicate<Agent> which) {
        return directory.everybody().stream()
                .filter(which)
                .map(Agent::id)
                .collect(Collectors.toSet());
    }

    private boolean isIn(Scope scope, AgentId person) {
        return directory.agent(person).filter(agent -> live.isIn(scope, agent)).isPresent();
    }

    // ------------------------------------------------------------------ an incident that goes on

    /// Those an incident may go on covering: whoever is none of them has left.
    Set<AgentId> reached(Excuse incident) {
        return switch (incident.reach()) {
            case PEOPLE -> incident.people();
            case UNIT -> in(below(of(incident.unit())));
            case GROUP -> in(members(of(incident.group())));
            case EVERYBODY -> in(Scope.everyone());
        };
    }

    /// Those an incident covers when they come. Of a group only who is in the group's own unit or
    /// below it: nobody can say any more how far the say of whoever gave it went.
    Set<AgentId> belonging(Excuse incident) {
        if (incident.reach() != Reach.GROUP) {
            return reached(incident);
        }
        var belonging = new HashSet<>(reached(incident));
        belonging.retainAll(
                directory.group(of(incident.group())).map(Group::unit).map(this::below).stream()
                        .flatMap(scope -> in(scope).stream())
                        .collect(Collectors.toSet()));
        return belonging;
    }

    private Scope below(UnitId unit) {
        return Scope.ofUnits(directory.withDescendants(unit));
    }

    private static Scope members(GroupId group) {
        return new Scope(false, Set.of(), Set.of(group), Set.of());
    }

    // ------------------------------------------------------------------ whose it is

    /// Whether everybody an excuse reaches is the viewer's to act on.
    boolean isCallers(Excuse excuse) {
        var viewer = access.viewer();
        var scope = viewer.scope(Permission.ADHERENCE_WRITE);
        return switch (excuse.reach()) {
            case PEOPLE ->
                    excuse.people().stream()
                            .allMatch(person ->
                                    !viewer.agent().equals(Optional.of(person))
                                            && isIn(scope, person));
            case UNIT -> scope.includes(of(excuse.unit()));
            case GROUP -> isOf(scope, of(excuse.group()));
            case EVERYBODY -> scope.everybody();
        };
    }

    private boolean isOf(Scope scope, GroupId id) {
        return directory
                .group(id)
                .filter(group -> scope.includes(group.unit()) || scope.groups().contains(id))
                .isPresent();
    }

    private static <T> T of(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
