package dev.rollcall.people;

import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.ApplicationClock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Everybody and everything one may refer to by id: units, groups and agents as they are now, from
/// memory. Lookups by id are for code that already knows whom it may ask about; lists take a
/// [Scope].
///
/// Reading never waits. After the commit of a change its rows are read again, one change at a time,
/// and a new picture replaces the old one: whichever change comes last has read what all before it
/// committed.
@Component
public class Directory {

    private static final Logger log = LoggerFactory.getLogger(Directory.class);

    private final PeopleTables tables;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;
    private final Object oneChangeAtATime = new Object();
    private final Executor soon = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    private volatile Snapshot now;

    Directory(PeopleTables tables, ApplicationEventPublisher events, ApplicationClock clock) {
        this.tables = tables;
        this.events = events;
        this.clock = clock;
        this.now = Snapshot.of(tables.everything());
    }

    public Optional<Agent> agent(AgentId id) {
        return Optional.ofNullable(now.agents().get(id));
    }

    public Optional<Agent> agent(String externalId) {
        return now.agent(externalId);
    }

    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(now.units().get(id));
    }

    public Optional<Unit> unit(String code) {
        return now.unit(code);
    }

    public Optional<Department> department(DepartmentId id) {
        return Optional.ofNullable(now.departments().get(id));
    }

    public Optional<Department> department(String code) {
        return now.department(code);
    }

    public Optional<Group> group(GroupId id) {
        return Optional.ofNullable(now.groups().get(id));
    }

    public Optional<Group> group(String code) {
        return now.group(code);
    }

    /// The unit and every unit below it.
    public Set<UnitId> withDescendants(UnitId unit) {
        return now.withDescendants(unit);
    }

    /// The agents of a scope by home unit, group or name (a current unit is presence's to know), by
    /// name.
    public List<Agent> agents(Scope scope) {
        var everybody = now.agentsByName();
        return scope.everybody()
                ? everybody
                : everybody.stream().filter(agent -> scope.includes(agent, null)).toList();
    }

    /// Units of a scope, by name.
    public List<Unit> units(Scope scope) {
        return now.unitsByName().stream().filter(unit -> scope.includes(unit.id())).toList();
    }

    /// Departments of the units of a scope, by name.
    public List<Department> departments(Scope scope) {
        return now.departmentsByName().stream()
                .filter(department -> scope.includes(department.unit()))
                .toList();
    }

    /// Groups of a scope: those listed in it and those of its units, by name.
    public List<Group> groups(Scope scope) {
        return now.groupsByName().stream()
                .filter(group ->
                        scope.includes(group.unit()) || scope.groups().contains(group.id()))
                .toList();
    }

    /// Everybody, for jobs of the house itself.
    public Collection<Agent> everybody() {
        return now.agentsByName();
    }

    /// Reads everything again.
    void reload() {
        synchronized (oneChangeAtATime) {
            now = Snapshot.of(tables.everything());
        }
    }

    /// Takes changes in as soon as the current transaction commits, and tells everybody then.
    void changing(Touched touched) {
        AfterCommit.run(() -> takeIn(touched));
    }

    private void takeIn(Touched touched) {
        Set<AgentId> agents = new HashSet<>(touched.agents());
        try {
            synchronized (oneChangeAtATime) {
                var before = now;
                var after = before.with(tables.read(touched), touched, tables);
                agents.addAll(after.agentsWithAnotherZoneThan(before));
                now = after;
            }
        } catch (DataAccessException e) {
            // The change is in the database; only this picture of it is late.
            log.error("The directory could not read a change and reads everything again", e);
            readAgainSoon(touched);
            return;
        }
        tell(new PeopleChanged(agents, touched.structure(), clock.instant()));
    }

    private void readAgainSoon(Touched touched) {
        soon.execute(() -> {
            try {
                reload();
            } catch (DataAccessException e) {
                log.warn("The directory still cannot read: {}", e.getClass().getSimpleName());
                readAgainSoon(touched);
                return;
            }
            tell(
                    new PeopleChanged(
                            Set.copyOf(now.agents().keySet()),
                            touched.structure(),
                            clock.instant()));
        });
    }

    private void tell(PeopleChanged change) {
        try {
            events.publishEvent(change);
        } catch (RuntimeException e) {
            // Saved is saved: a listener's trouble is not the writer's.
            log.error("A listener failed on a change of people", e);
        }
    }
}
