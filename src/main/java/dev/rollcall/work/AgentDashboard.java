package dev.rollcall.work;

import static java.util.stream.Collectors.groupingBy;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.work.AgentStanding.Seat;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// How the agents and the chat groups stand now, for those who look after them. From memory alone:
/// it is asked anew with every change that is pushed.
@Service
public class AgentDashboard {

    private final OpenWork open;
    private final Handling handling;
    private final Directory directory;
    private final LivePresence presence;
    private final Access access;
    private final ApplicationClock clock;

    AgentDashboard(
            OpenWork open,
            Handling handling,
            Directory directory,
            LivePresence presence,
            Access access,
            ApplicationClock clock) {
        this.open = open;
        this.handling = handling;
        this.directory = directory;
        this.presence = presence;
        this.access = access;
        this.clock = clock;
    }

    /// Everybody in the caller's scope, by name.
    @Requires(Permission.WORK_VIEW)
    public List<AgentStanding> agents() {
        var scope = access.scope(Permission.WORK_VIEW);
        var floor = new Floor(open.all(), clock.instant());
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
                .map(agent -> new Floor(open.of(agent.id()), clock.instant()).standing(agent));
    }

    /// The groups in the caller's scope that handle chats, by name.
    @Requires(Permission.WORK_VIEW)
    public List<ChatGroup> chatGroups() {
        var floor = new Floor(open.all(), clock.instant());
        return directory.groups(access.scope(Permission.WORK_VIEW)).stream()
                .filter(group -> group.channel() == Channel.CHAT)
                .map(floor::chatGroup)
                .toList();
    }

    private boolean isOfScope(Agent agent, Scope scope) {
        return presence.isIn(scope, agent);
    }

    /// One look at everything: each item is counted once, however many people are looked at.
    private final class Floor {

        private final Instant now;
        private final Map<AgentId, List<WorkItem>> held;
        private final Map<GroupId, List<WorkItem>> waiting;
        private final Map<GroupId, Boolean> opened = new HashMap<>();

        Floor(Collection<WorkItem> items, Instant now) {
            this.now = now;
            held =
                    items.stream()
                            .filter(WorkItem::isHeld)
                            .collect(groupingBy(item -> Objects.requireNonNull(item.agent())));
            waiting =
                    items.stream()
                            .filter(item -> item.state() == WorkItem.State.WAITING)
                            .collect(groupingBy(WorkItem::group));
        }

        AgentStanding standing(Agent agent) {
            var live = presence.of(agent.id());
            var status = live.map(LivePresence.Now::state).orElse(PresenceState.AWAY);
            boolean onCall = live.filter(LivePresence.Now::onCall).isPresent();
            var seats = seats(agent, status.base());
            var counting =
                    seats.stream().anyMatch(Seat::isActive)
                            ? seats.stream().filter(Seat::isActive).toList()
                            : seats;
            return new AgentStanding(
                    agent,
                    status,
                    live.map(LivePresence.Now::since).orElse(null),
                    live.map(LivePresence.Now::changedBy).orElse(null),
                    onCall,
                    Availability.of(
                            status.base(),
                            onCall,
                            counting.stream()
                                    .map(seat -> new Availability.Chance(seat.open(), seat.full()))
                                    .toList()),
                    seats,
                    load(agent, Channel.TICKET),
                    handling.limit(agent.id(), Channel.TICKET),
                    load(agent, Channel.CHAT),
                    handling.limit(agent.id(), Channel.CHAT));
        }

        private List<Seat> seats(Agent agent, PresenceState.Base status) {
            return agent.groups().stream()
                    .map(directory::group)
                    .flatMap(Optional::stream)
                    .filter(group -> group.channel() != Channel.TEAM)
                    .sorted(Comparator.comparing(Group::name).thenComparing(Group::code))
                    .map(group ->
                            new Seat(
                                    group,
                                    isOpen(group.id()),
                                    candidate(agent, group, status)
                                            .barrier(group.channel())
                                            .filter(Barrier.AT_LIMIT::equals)
                                            .isPresent(),
                                    handling.inactivity(agent.id(), group.id()).orElse(null)))
                    .toList();
        }

        /// As assignment would see them if nothing else kept work away.
        private Candidate candidate(Agent agent, Group group, PresenceState.Base status) {
            return new Candidate(
                    agent.id(),
                    true,
                    status == PresenceState.Base.ACTIVE ? status : PresenceState.Base.AVAILABLE,
                    false,
                    load(agent, group.channel()),
                    handling.limit(agent.id(), group.channel()),
                    loadOf(agent, group),
                    handling.rules(group.id()).limitPerAgent(),
                    now);
        }

        ChatGroup chatGroup(Group group) {
            var members =
                    directory.everybody().stream()
                            .filter(agent -> agent.groups().contains(group.id()))
                            .toList();
            var active =
                    members.stream()
                            .filter(agent -> handling.isActive(agent.id(), group.id()))
                            .toList();
            boolean isOpen = isOpen(group.id());
            int free = 0;
            int available = 0;
            for (var agent : active) {
                int places = isOpen && mayBeGivenWork(agent) ? freePlaces(agent, group) : 0;
                free += places;
                available += places > 0 ? 1 : 0;
            }
            var queue = waiting.getOrDefault(group.id(), List.of());
            return new ChatGroup(
                    group,
                    isOpen,
                    members.size(),
                    active.size(),
                    available,
                    free,
                    members.stream().mapToInt(agent -> loadOf(agent, group)).sum(),
                    queue.size(),
                    longestWait(queue));
        }

        private boolean mayBeGivenWork(Agent agent) {
            return presence.of(agent.id())
                    .filter(live -> !live.onCall())
                    .map(live -> live.state().base())
                    .filter(base ->
                            base == PresenceState.Base.AVAILABLE
                                    || base == PresenceState.Base.ACTIVE)
                    .isPresent();
        }

        private int freePlaces(Agent agent, Group group) {
            int places = handling.limit(agent.id(), Channel.CHAT) - load(agent, Channel.CHAT);
            var ofGroup = handling.rules(group.id()).limitPerAgent();
            if (ofGroup != null) {
                places = Math.min(places, ofGroup - loadOf(agent, group));
            }
            return Math.max(0, places);
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

        private int load(Agent agent, Channel channel) {
            return count(agent, item -> item.channel() == channel);
        }

        private int loadOf(Agent agent, Group group) {
            return count(agent, item -> item.group().equals(group.id()));
        }

        private int count(Agent agent, Predicate<WorkItem> which) {
            return (int) held.getOrDefault(agent.id(), List.of()).stream().filter(which).count();
        }
    }
}
