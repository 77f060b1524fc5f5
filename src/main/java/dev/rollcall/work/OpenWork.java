package dev.rollcall.work;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.GroupId;
import jakarta.annotation.PostConstruct;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every item that is not done, from memory. Follows the database: a change is here before anybody
/// hears of it.
@Component
public class OpenWork {

    private final WorkTable table;
    private final Map<WorkItemId, WorkItem> items = new ConcurrentHashMap<>();

    /// The same items by who has them: loads are asked for each member of a group and each item.
    private final Map<AgentId, Map<WorkItemId, WorkItem>> held = new ConcurrentHashMap<>();

    OpenWork(WorkTable table) {
        this.table = table;
    }

    @PostConstruct
    void load() {
        items.clear();
        held.clear();
        table.open().forEach(this::update);
    }

    /// Takes an item over as it is now; of two, the later version wins. Threads may come in any
    /// order: what is not known here and is no newcomer may be done already, so the database says.
    void update(WorkItem item) {
        items.compute(
                item.id(),
                (_, known) -> {
                    var now = latest(known, item);
                    index(known, now);
                    return now;
                });
    }

    private @Nullable WorkItem latest(@Nullable WorkItem known, WorkItem item) {
        if (known == null && item.version() > 1 && item.isOpen()) {
            return table.find(item.id()).filter(WorkItem::isOpen).orElse(null);
        }
        var later = known != null && known.version() > item.version() ? known : item;
        return later.isOpen() ? later : null;
    }

    /// One item at a time: whoever changes it here holds it.
    private void index(@Nullable WorkItem before, @Nullable WorkItem now) {
        var had = holder(before);
        var has = holder(now);
        if (now != null && has != null) {
            held.compute(
                    has,
                    (_, all) -> {
                        Map<WorkItemId, WorkItem> own =
                                all == null ? new ConcurrentHashMap<>() : all;
                        own.put(now.id(), now);
                        return own;
                    });
        }
        if (before != null && had != null && !had.equals(has)) {
            held.computeIfPresent(
                    had,
                    (_, own) -> {
                        own.remove(before.id());
                        return own.isEmpty() ? null : own;
                    });
        }
    }

    private static @Nullable AgentId holder(@Nullable WorkItem item) {
        return item == null || !item.isHeld() ? null : item.agent();
    }

    /// What somebody has: what they work on first, then what they have had longest.
    public List<WorkItem> of(AgentId agent) {
        return held(agent)
                .sorted(
                        Comparator.comparing(
                                        (WorkItem item) -> item.state() != WorkItem.State.ACTIVE)
                                .thenComparing(WorkItem::priority)
                                .thenComparing(WorkItem::heldSince))
                .toList();
    }

    /// The queue of a group, in the order in which it is worked off.
    public List<WorkItem> waiting(GroupId group) {
        return items.values().stream()
                .filter(item -> item.state() == WorkItem.State.WAITING)
                .filter(item -> item.group().equals(group))
                .sorted(WorkItem.IN_QUEUE)
                .toList();
    }

    /// Everything that waits, in the order in which it is worked off.
    List<WorkItem> waiting() {
        return items.values().stream()
                .filter(item -> item.state() == WorkItem.State.WAITING)
                .sorted(WorkItem.IN_QUEUE)
                .toList();
    }

    /// The queues of all groups; one in which nothing waits is not there.
    Map<GroupId, List<WorkItem>> queues() {
        return waiting().stream().collect(groupingBy(WorkItem::group));
    }

    /// How many items of each group somebody works on; a group with none is not there.
    Map<GroupId, Long> working() {
        return items.values().stream()
                .filter(item -> item.state() == WorkItem.State.ACTIVE)
                .collect(groupingBy(WorkItem::group, counting()));
    }

    public Optional<WorkItem> find(WorkItemId id) {
        return Optional.ofNullable(items.get(id));
    }

    /// How many items of a channel somebody has.
    public int load(AgentId agent, Channel channel) {
        return (int) held(agent).filter(item -> item.channel() == channel).count();
    }

    /// How many items of a group somebody has.
    int load(AgentId agent, GroupId group) {
        return (int) held(agent).filter(item -> item.group().equals(group)).count();
    }

    Collection<WorkItem> all() {
        return List.copyOf(items.values());
    }

    private Stream<WorkItem> held(AgentId agent) {
        return held.getOrDefault(agent, Map.of()).values().stream();
    }
}
