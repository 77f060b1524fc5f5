package dev.rollcall.organisation;

import dev.rollcall.audit.Actor;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.NotFound;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A group and who is in it, written together. Membership lies with the agents, so each of them is
/// written, and has an entry in the audit log.
@Component
class Members {

    private final Directory directory;
    private final Register register;
    private final Retries retries;

    Members(Directory directory, Register register, Retries retries) {
        this.directory = directory;
        this.register = register;
        this.retries = retries;
    }

    Group putGroup(
            String code,
            GroupDraft draft,
            Set<String> joining,
            Set<String> leaving,
            @Nullable Long expectedVersion,
            Scope scope,
            Actor by) {
        return retries.inTransaction(() -> {
            var group = register.putGroup(code, draft, expectedVersion, scope, by);
            // Always in the same order, so that two writers do not wait for each other.
            for (var externalId : new TreeSet<>(joining)) {
                put(externalId, code, true, scope, by);
            }
            for (var externalId : new TreeSet<>(leaving)) {
                put(externalId, code, false, scope, by);
            }
            return group;
        });
    }

    private void put(String externalId, String group, boolean member, Scope scope, Actor by) {
        var agent =
                directory.agent(externalId).orElseThrow(() -> new NotFound("agent", externalId));
        var groups = new HashSet<>(groups(agent));
        if (member ? groups.add(group) : groups.remove(group)) {
            register.putAgent(externalId, draft(agent, groups), agent.version(), scope, by);
        }
    }

    private AgentDraft draft(Agent agent, Set<String> groups) {
        return new AgentDraft(
                agent.name(),
                agent.email(),
                code(agent.unit()),
                agent.mayWorkIn().stream().map(this::code).collect(Collectors.toSet()),
                groups,
                agent.ownZone() == null ? null : agent.ownZone().getId(),
                agent.tracked());
    }

    private Set<String> groups(Agent agent) {
        return agent.groups().stream()
                .flatMap(id -> directory.group(id).stream())
                .map(Group::code)
                .collect(Collectors.toSet());
    }

    private String code(UnitId id) {
        return directory.unit(id).map(Unit::code).orElseThrow();
    }
}
