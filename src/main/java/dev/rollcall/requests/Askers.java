package dev.rollcall.requests;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Who asks for something, and whom it is about.
@Component
class Askers {

    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    Askers(Directory directory, Access access, ApplicationClock clock) {
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// The agent whoever calls is.
    ///
    /// @throws AccessDeniedException when they are none: only agents have plans
    Agent self() {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .orElseThrow(() -> new AccessDeniedException("Only agents have plans and wishes"));
    }

    /// @throws NotFound when there is nobody of that number any more
    Agent person(AgentId agent) {
        return directory.agent(agent).orElseThrow(() -> nobody(agent));
    }

    /// @throws NotFound when there is nobody of that number in scope
    Agent inScope(AgentId agent, Scope scope) {
        return directory
                .agent(agent)
                .filter(each -> scope.includes(each, null))
                .orElseThrow(() -> nobody(agent));
    }

    boolean isIn(Scope scope, AgentId agent) {
        return directory.agent(agent).filter(each -> scope.includes(each, null)).isPresent();
    }

    private static NotFound nobody(AgentId agent) {
        return new NotFound("agent", "" + agent.value());
    }

    /// The date it is where somebody is.
    LocalDate today(Agent person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }
}
