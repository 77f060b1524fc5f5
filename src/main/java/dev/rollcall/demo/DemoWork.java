package dev.rollcall.demo;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.work.GroupRules;
import dev.rollcall.work.GroupRules.SeenBy;
import dev.rollcall.work.Handling;
import dev.rollcall.work.OpenWork;
import dev.rollcall.work.WorkItem;
import dev.rollcall.work.WorkItemId;
import dev.rollcall.work.WorkItems;
import dev.rollcall.work.WorkRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets chats, tickets and calls come to the demo's groups, and its people handle what is assigned
/// to them, through the same services as everybody else. Whoever touches somebody's items plays
/// them from then on. Not safe for several threads.
@Component
@Profile("demo")
class DemoWork {

    private static final long NEVER_CHANGED = 0;
    private static final Duration LONGEST_GAP = Duration.ofMinutes(10);

    /// The share of their time people are kept busy.
    private static final double BUSY = 0.7;

    /// So many wait at most: the demo's customers see that it is full.
    private static final int LONGEST_QUEUE = 6;

    /// So many the demo's agent finds in their console.
    private static final int AT_FIRST = 3;

    /// The demo's agent takes their time: somebody looks on.
    private static final int PATIENCE = 4;

    private final WorkItems items;
    private final OpenWork open;
    private final Handling handling;
    private final LivePresence presence;
    private final Directory directory;
    private final TransactionTemplate transaction;
    private final SplittableRandom chance;
    private final Customers customers;

    private final Map<AgentId, Job> jobs = new HashMap<>();
    private final Map<AgentId, Instant> restingUntil = new HashMap<>();
    private final Set<AgentId> played = new HashSet<>();
    private @Nullable Instant seen;

    DemoWork(
            WorkItems items,
            OpenWork open,
            Handling handling,
            LivePresence presence,
            Directory directory,
            ApplicationClock clock,
            PlatformTransactionManager transactions) {
        this.items = items;
        this.open = open;
        this.handling = handling;
        this.presence = presence;
        this.directory = directory;
        this.transaction = new TransactionTemplate(transactions);
        this.chance = new SplittableRandom(clock.millis());
        this.customers = new Customers(chance);
    }

    /// What somebody works on.
    ///
    /// @param version of the item when they began; another: somebody else touched it
    private record Job(WorkItemId item, long version, Instant until) {}

    // ------------------------------------------------------------------ once

    /// Settles how groups handle their work, unless it is settled.
    void settleIn() {
        var groups =
                directory.groups(Scope.everyone()).stream()
                        .filter(group -> group.channel() != Channel.TEAM)
                        .toList();
        if (groups.stream().anyMatch(g -> handling.rules(g.id()).version() != NEVER_CHANGED)) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            groups.forEach(this::settle);
            Roster.PEOPLE.forEach(this::switchOff);
        });
    }

    private void settle(Group group) {
        boolean calls = group.channel() == Channel.CALL;
        handling.decide(
                new GroupRules(
                        group.id(),
                        null,
                        true,
                        true,
                        !calls,
                        !calls,
                        SeenBy.UNIT,
                        List.of(),
                        NEVER_CHANGED));
    }

    /// Calls reach people at home through a system of their own, a ghost would let them ring, and
    /// the demo's agent writes today.
    private void switchOff(Person person) {
        var agent = directory.agent(person.externalId()).orElseThrow();
        for (var id : agent.groups()) {
            var group = directory.group(id).orElseThrow();
            boolean off =
                    person.homeOffice()
                            || person.habit() == Person.Habit.GHOST
                            || (isDemoAgent(agent) && group.channel() == Channel.CALL);
            if (off && group.channel() != Channel.TEAM) {
                handling.switchTo(agent.id(), id, false, "Served by another system today");
            }
        }
    }

    private static boolean isDemoAgent(Agent agent) {
        return agent.externalId().equals(Roster.DEMO_AGENT);
    }

    // ------------------------------------------------------------------ as time passes

    /// Whether a visitor works in somebody's place.
    boolean isPlayed(Agent agent) {
        return played.contains(agent.id());
    }

    /// Whether what somebody works on is told here, and not by the script.
    static boolean tells(Person person) {
        return !person.homeOffice();
    }

    /// Lets everything happen that is due.
    void live(Instant now) {
        var before = seen;
        seen = now;
        if (before == null) {
            adopt(now);
            fillDesk(now);
        }
        var gap = before == null ? LONGEST_GAP : Duration.between(before, now);
        arrivals(now, gap.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap);
        for (var person : Roster.PEOPLE) {
            if (tells(person)) {
                directory.agent(person.externalId()).ifPresent(agent -> handle(agent, now));
            }
        }
    }

    /// What was begun before the start goes on.
    private void adopt(Instant now) {
        for (var person : Roster.PEOPLE) {
            directory
                    .agent(person.externalId())
                    .ifPresent(agent ->
                            open.of(agent.id()).stream()
                                    .filter(item -> item.state() == WorkItem.State.ACTIVE)
                                    .findFirst()
                                    .ifPresent(
                                            item -> jobs.put(agent.id(), job(agent, item, now))));
        }
    }

    private void fillDesk(Instant now) {
        var agent = directory.agent(Roster.DEMO_AGENT).orElseThrow();
        for (var code : List.of("north-billing", "north-mail", "north-billing")) {
            var group = directory.group(code);
            if (open.of(agent.id()).size() < AT_FIRST
                    && group.filter(it -> agent.groups().contains(it.id())).isPresent()) {
                var item = items.arrive(customers.want(group.get(), now));
                items.transfer(item.id(), agent.id(), customers.note());
            }
        }
    }

    private void arrivals(Instant now, Duration gap) {
        for (var group : directory.groups(Scope.everyone())) {
            if (group.channel() == Channel.TEAM) {
                continue;
            }
            double expected = BUSY * heads(group) * gap.toSeconds() / meanLength(group.channel());
            int come = (int) (expected + chance.nextDouble());
            int room = LONGEST_QUEUE - open.waiting(group.id()).size();
            for (int i = 0; i < Math.min(come, room); i++) {
                items.arrive(customers.want(group, now));
            }
        }
    }

    /// The demo's own people: customers do not come to a group somebody added to try something.
    private long heads(Group group) {
        return Roster.PEOPLE.stream()
                .flatMap(person -> directory.agent(person.externalId()).stream())
                .filter(agent -> handling.isActive(agent.id(), group.id()))
                .filter(agent -> isWorking(agent.id()))
                .count();
    }

    private boolean isWorking(AgentId agent) {
        var base = base(agent);
        return base == Base.AVAILABLE || base == Base.ACTIVE;
    }

    private boolean isOnCall(AgentId agent) {
        return presence.of(agent).filter(LivePresence.Now::onCall).isPresent();
    }

    private Base base(AgentId agent) {
        return presence.of(agent).map(now -> now.state().base()).orElse(Base.AWAY);
    }

    // ------------------------------------------------------------------ what each of them does

    private void handle(Agent agent, Instant now) {
        var id = agent.id();
        if (played.contains(id)) {
            return;
        }
        try {
            var job = jobs.get(id);
            if (job != null) {
                goOn(agent, job, now);
            } else if (isWorking(id)
                    && !isOnCall(id)
                    && !now.isBefore(restingUntil.getOrDefault(id, Instant.EPOCH))) {
                begin(agent, now);
            }
        } catch (WorkRefused e) {
            // Somebody was first; how things are now shows at the next look.
            jobs.remove(id);
        }
    }

    private void goOn(Agent agent, Job job, Instant now) {
        var id = agent.id();
        var item = open.find(job.item());
        if (item.filter(it -> it.version() == job.version()).isEmpty()) {
            jobs.remove(id);
            boolean handedOn = item.filter(it -> !id.equals(it.agent())).isPresent();
            if (base(id) != Base.AWAY && !handedOn) {
                played.add(id);
            }
        } else if (!now.isBefore(job.until()) || base(id) == Base.UNAVAILABLE) {
            items.complete(job.item());
            jobs.remove(id);
            restingUntil.put(id, now.plusSeconds(chance.nextInt(15, 90)));
        }
    }

    private void begin(Agent agent, Instant now) {
        var held = open.of(agent.id());
        if (held.stream().anyMatch(item -> item.state() == WorkItem.State.ACTIVE)) {
            played.add(agent.id());
            return;
        }
        next(held).ifPresent(item -> jobs.put(agent.id(), job(agent, items.start(item.id()), now)));
    }

    /// A telephone that rings comes first.
    private static Optional<WorkItem> next(List<WorkItem> held) {
        return held.stream()
                .min(
                        Comparator.comparing((WorkItem item) -> item.channel() != Channel.CALL)
                                .thenComparing(WorkItem::priority)
                                .thenComparing(WorkItem::id));
    }

    private Job job(Agent agent, WorkItem item, Instant now) {
        long mean = meanLength(item.channel());
        long length = chance.nextLong(mean / 3, mean * 5 / 3);
        return new Job(
                item.id(),
                item.version(),
                now.plusSeconds(isDemoAgent(agent) ? length * PATIENCE : length));
    }

    private static long meanLength(Channel channel) {
        return switch (channel) {
            case CALL, TEAM -> 360;
            case CHAT -> 520;
            case TICKET -> 700;
        };
    }
}
