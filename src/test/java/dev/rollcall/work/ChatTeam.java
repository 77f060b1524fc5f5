package dev.rollcall.work;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import dev.rollcall.support.Floor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// People who handle chats in the unit "care", set up anew by each test that wants them.
@Component
public class ChatTeam {

    private static final Actor TEST = Actor.system("test");

    private final Floor floor;
    private final Register register;
    private final SignIns signIns;
    private final Access access;
    private final WorkItems items;
    private final Handling handling;
    private final AtomicInteger deeds = new AtomicInteger();

    ChatTeam(
            Floor floor,
            Register register,
            SignIns signIns,
            Access access,
            WorkItems items,
            Handling handling) {
        this.floor = floor;
        this.register = register;
        this.signIns = signIns;
        this.access = access;
        this.items = items;
        this.handling = handling;
    }

    /// The group, whose items are taken by hand only: nothing happens by itself.
    public Group byHand(String code) {
        deeds.set(0);
        floor.unit("care", "UTC");
        var group =
                register.putGroup(
                        code,
                        new GroupDraft("Group " + code, "care", null, "CHAT"),
                        null,
                        Scope.everyone(),
                        TEST);
        decide(
                new GroupRules(
                        group.id(),
                        null,
                        false,
                        true,
                        true,
                        true,
                        GroupRules.SeenBy.MEMBERS,
                        List.of(),
                        0));
        return group;
    }

    public void decide(GroupRules rules) {
        access.asSystem("test", () -> handling.decide(rules));
    }

    /// Somebody who belongs to the group.
    public Agent member(String name, Group group) {
        floor.agent(name);
        var draft = new AgentDraft(name, null, "care", null, Set.of(group.code()), null, true);
        return register.putAgent(name, draft, null, Scope.everyone(), TEST);
    }

    /// Lets them clock in to another unit, too.
    public Agent mayWorkIn(Agent agent, String unit) {
        var draft = new AgentDraft(agent.name(), null, "care", Set.of(unit), null, null, true);
        return register.putAgent(agent.externalId(), draft, null, Scope.everyone(), TEST);
    }

    public User user(Agent agent) {
        return signIns.user(agent.id(), Assignment.everywhere(Role.AGENT));
    }

    public WorkItem arrives(Group group, String reference, String subject) {
        return access.asSystem(
                "test",
                () ->
                        items.arrive(
                                new NewWorkItem(
                                        reference, "CHAT", group.code(), subject, "Ada", null)));
    }

    /// Each deed a minute after the one before, from 7 o'clock on.
    public void does(Agent agent, String presence) {
        floor.of(agent).at("07:%02d".formatted(deeds.incrementAndGet()), presence);
    }
}
