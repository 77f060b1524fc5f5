package dev.rollcall.work;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.work.WorkRefused.Why;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// What whoever is asking works with: what they have, the queues they may take from, and whom they
/// can hand something to. From memory.
@Service
public class Desk {

    private final OpenWork open;
    private final WorkItems items;
    private final Handling handling;
    private final Directory directory;
    private final LivePresence presence;
    private final Access access;
    private final ApplicationClock clock;

    Desk(
            OpenWork open,
            WorkItems items,
            Handling handling,
            Directory directory,
            LivePresence presence,
            Access access,
            ApplicationClock clock) {
        this.open = open;
        this.items = items;
        this.handling = handling;
        this.directory = directory;
        this.presence = presence;
        this.access = access;
        this.clock = clock;
    }

    /// The queue of a group somebody belongs to.
    ///
    /// @param isOpen whether the group handles work at this hour
    /// @param isActive whether items of it are assigned to them
    /// @param refusal why they may not take items of it by hand now; empty: they may
    /// @param waiting in the order in which it is worked off
    public record Queue(
            Group group,
            boolean isOpen,
            boolean isActive,
            Optional<Why> refusal,
            List<WorkItem> waiting) {}

    /// The agent who is asking; empty for people who are none.
    @Requires({Permission.WORK_OWN, Permission.WORK_VIEW})
    public Optional<Agent> owner() {
        return access.viewer().agent().flatMap(directory::agent);
    }

    /// What they have: what they work on first, then what they have had longest.
    @Requires(Permission.WORK_OWN)
    public List<WorkItem> items() {
        return owner().map(person -> open.of(person.id())).orElse(List.of());
    }

    /// Whether a call lasts, which keeps chats and tickets from being assigned to them.
    @Requires(Permission.WORK_OWN)
    public boolean isOnCall() {
        return owner().flatMap(person -> presence.of(person.id()))
                .filter(LivePresence.Now::onCall)
                .isPresent();
    }

    /// The queues of their groups, by name.
    @Requires(Permission.WORK_OWN)
    public List<Queue> queues() {
        return owner().stream()
                .flatMap(person ->
                        person.groups().stream()
                                .flatMap(group -> directory.group(group).stream())
                                .filter(group -> group.channel() != Channel.TEAM)
                                .sorted(Comparator.comparing(Group::name))
                                .map(group -> queue(person, group)))
                .toList();
    }

    private Queue queue(Agent person, Group group) {
        return new Queue(
                group,
                handling.isOpen(group.id(), clock.instant()),
                handling.isActive(person.id(), group.id()),
                items.mayTake(person, group.id()),
                open.waiting(group.id()));
    }

    /// The groups an item can be handed to, by name.
    @Requires(Permission.WORK_OWN)
    public List<Group> groupsFor(WorkItem item) {
        return directory.groups(Scope.everyone()).stream()
                .filter(group -> group.channel() == item.channel())
                .filter(group -> !group.id().equals(item.group()))
                .toList();
    }

    /// The colleagues an item can be handed to: those of its group, by name; a chat or a call only
    /// to those who are there.
    @Requires(Permission.WORK_OWN)
    public List<Agent> colleaguesFor(WorkItem item) {
        AgentId holder = item.agent();
        return directory.everybody().stream()
                .filter(person -> person.groups().contains(item.group()))
                .filter(person -> !person.id().equals(holder))
                .filter(person -> !items.wouldLie(item, person.id()))
                .toList();
    }
}
