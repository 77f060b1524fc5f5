package dev.rollcall.work;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.StatusTopics;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.work.AgentStanding.Seat;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// How the agents and the groups stand now, for those who look after them. From memory alone: it is
/// asked anew with every change that is pushed.
@Service
public class AgentDashboard {

    private final OpenWork open;
    private final Candidates candidates;
    private final Handling handling;
    private final Directory directory;
    private final LivePresence presence;
    private final StatusTopics topics;
    private final Access access;
    private final ApplicationClock clock;

    AgentDashboard(
            OpenWork open,
            Candidates candidates,
            Handling handling,
            Directory directory,
            LivePresence presence,
            StatusTopics topics,
            Access access,
            ApplicationClock clock) {
        this.open = open;
        this.candidates = candidates;
        this.handling = handling;
        this.directory = directory;
        this.presence = presence;
        this.topics = topics;
        this.access = access;
        this.clock = clock;
    }

    /// Everybody in the caller's scope, by name.
    @Requires(Permission.WORK_VIEW)
    public List<AgentStanding> agents() {
        var scope = access.scope(Permission.WORK_VIEW);
        var floor = new Floor(clock.instant(), scope);
        return directory.everybody().stream()
                .filter(agent -> isOfScope(agent, scope))
                .map(floor::standing)
                .toList();
    }

    /// Somebody in the caller's scope.
    ///
    /// @param externalId what other systems call them
    @Requires(Permission.WORK_VIEW)
    public Optional<AgentStanding> agent(String externalId) {
        var scope = access.scope(Permission.WORK_VIEW);
        return directory
                .agent(externalId)
                .filter(agent -> isOfScope(agent, scope))
                .map(agent -> new Floor(clock.instant(), scope).standing(agent));
    }

    /// The groups in the caller's scope that handle chats, by name.
    @Requires(Permission.WORK_VIEW)
    public List<GroupStanding> chatGroups() {
        return groups(group -> group.channel() == Channel.CHAT);
    }

    /// The groups in the caller's scope that handle work, whatever its channel, by name.
    @Requires(Permission.WORK_VIEW)
    public List<GroupStanding> groups() {
        return groups(group -> group.channel() != Channel.TEAM);
    }

    private List<GroupStanding> groups(Predicate<Group> which) {
        var scope = access.scope(Permission.WORK_VIEW);
        var floor = new Floor(clock.instant(), scope);
        var members = new Members(directory.everybody());
        var queues = open.queues();
        var working = open.working();
        return directory.groups(scope).stream()
                .filter(which)
                .map(group ->
                        floor.standing(
                                group,
                                members.of(group.id()),
                                queues.getOrDefault(group.id(), List.of()),
                                working.getOrDefault(group.id(), 0L).intValue()))
                .toList();
    }

    private boolean isOfScope(Agent agent, Scope scope) {
        return presence.isIn(scope, agent);
    }

    /// One look at everything, at one moment.
    private final class Floor {

        private final Instant now;
        private final Scope scope;
        private final Map<GroupId, Boolean> opened = new HashMap<>();

        Floor(Instant now, Scope scope) {
            this.now = now;
            this.scope = scope;
        }

        AgentStanding standing(Agent agent) {
            var live = presence.of(agent.id());
            var status = live.map(LivePresence.Now::state).orElse(PresenceState.AWAY);
            boolean onCall = live.filter(LivePresence.Now::onCall).isPresent();
            var seats = seats(agent);
            var counting =
                    seats.stream().anyMatch(Seat::isActive)
                            ? seats.stream().filter(Seat::isActive).toList()
                            : seats;
            return new AgentStanding(
                    agent,
                    status,
                    topics.of(agent, scope).orElse(null),
                    live.map(LivePresence.Now::since).orElse(null),
                    live.map(LivePresence.Now::expectedReturn).orElse(null),
                    live.map(LivePresence.Now::changedBy).orElse(null),
                    onCall,
                    Availability.of(
                            status.base(),
                            onCall,
                            counting.stream()
                                    .map(seat -> new Availability.Chance(seat.open(), seat.full()))
                                    .toList()),
                    seats,
                    open.load(agent.id(), Channel.TICKET),
                    handling.limit(agent.id(), Channel.TICKET),
                    open.load(agent.id(), Channel.CHAT),
                    handling.limit(agent.id(), Channel.CHAT));
        }

        private List<Seat> seats(Agent agent) {
            return agent.groups().stream()
                    .map(directory::group)
                    .flatMap(Optional::stream)
                    .filter(group -> group.channel() != Channel.TEAM)
                    .sorted(Comparator.comparing(Group::name).thenComparing(Group::code))
                    .map(group ->
                            new Seat(
                                    group,
                                    isOpen(group.id()),
                                    candidate(agent, group).isFull(group.channel()),
                                    handling.inactivity(agent.id(), group.id()).orElse(null)))
                    .toList();
        }

        /// As assignment sees them; how long they have been idle is nothing to look at here.
        private Candidate candidate(Agent agent, Group group) {
            return candidates.of(agent.id(), group.id(), group.channel(), Instant.EPOCH);
        }

        GroupStanding standing(
                Group group, List<Agent> members, List<WorkItem> queue, int working) {
            var active =
                    members.stream()
                            .filter(agent -> handling.isActive(agent.id(), group.id()))
                            .toList();
            boolean isOpen = isOpen(group.id());
            int free = 0;
            int available = 0;
            for (var agent : active) {
                int places = isOpen ? candidate(agent, group).freePlaces(group.channel()) : 0;
                free += places;
                available += places > 0 ? 1 : 0;
            }
            return new GroupStanding(
                    group,
                    isOpen,
                    members.size(),
                    active.size(),
                    available,
                    free,
                    members.stream().mapToInt(agent -> open.load(agent.id(), group.id())).sum(),
                    working,
                    queue.size(),
                    longestWait(queue));
        }

        private static @Nullable Instant longestWait(List<WorkItem> queue) {
            return queue.stream()
                    .map(WorkItem::waitsSince)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        private boolean isOpen(GroupId group) {
            return opened.computeIfAbsent(group, it -> handling.isOpen(it, now));
        }
    }
}
