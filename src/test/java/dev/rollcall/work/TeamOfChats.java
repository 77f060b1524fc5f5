package dev.rollcall.work;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.support.Floor;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Groups of the unit "care", their members, and what arrives for them, for tests.
@Component
public class TeamOfChats {

    private static final Actor TEST = Actor.system("test");

    private final Floor floor;
    private final Register register;
    private final WorkItems items;
    private final Access access;

    TeamOfChats(Floor floor, Register register, WorkItems items, Access access) {
        this.floor = floor;
        this.register = register;
        this.items = items;
        this.access = access;
    }

    /// @param channel TICKET, CHAT or CALL
    public Group group(String code, String channel) {
        return register.putGroup(
                code, new GroupDraft(code, "care", null, channel), null, Scope.everyone(), TEST);
    }

    /// Somebody of the unit "care" in some of its groups.
    public Agent member(String name, String... groups) {
        floor.agent(name);
        var draft = new AgentDraft(name, null, "care", null, Set.of(groups), null, true);
        return register.putAgent(name, draft, null, Scope.everyone(), TEST);
    }

    public WorkItem arrives(String reference, String channel, String group) {
        return access.asSystem(
                "test",
                () ->
                        items.arrive(
                                new NewWorkItem(
                                        reference, channel, group, "Hello", "customer", null)));
    }
}
