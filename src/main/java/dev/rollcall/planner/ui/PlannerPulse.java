package dev.rollcall.planner.ui;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.Drafts;
import dev.rollcall.planner.DraftsChanged;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.Wants;
import dev.rollcall.planner.WantsChanged;
import dev.rollcall.schedule.ScheduleChanged;
import dev.rollcall.security.Access;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells open planners what others do to the days they show. Touches no component.
@Component
class PlannerPulse {

    private static final Logger LOG = LoggerFactory.getLogger(PlannerPulse.class);

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final Drafts drafts;
    private final WantsReader wants;
    private final Directory directory;
    private final Access access;

    PlannerPulse(Drafts drafts, WantsReader wants, Directory directory, Access access) {
        this.drafts = drafts;
        this.wants = wants;
        this.directory = directory;
        this.access = access;
    }

    /// @param shown the people and dates a page shows
    /// @param told of their days, as they are now; on the writer's thread or one of its own
    /// @param wanted of what one of them would like and asked for, as it is now; likewise
    Registration follow(
            Sheet shown, Consumer<List<RosterDay>> told, BiConsumer<AgentId, Wants> wanted) {
        var watcher = new Watcher(shown.ids(), shown.first(), shown.last(), told, wanted);
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(DraftsChanged change) {
        tell(change.days());
    }

    /// Plans come from other programs and files, too. They are read once for everybody, and off the
    /// writer's thread.
    @TransactionalEventListener(fallbackExecution = true)
    void on(ScheduleChanged change) {
        var keys =
                change.days().stream()
                        .filter(day ->
                                watchers.stream()
                                        .anyMatch(each -> each.whom().contains(day.agent())))
                        // Of somebody who was removed meanwhile there is nothing to tell.
                        .filter(day -> directory.agent(day.agent()).isPresent())
                        .map(day -> new DayKey(day.agent(), day.date()))
                        .toList();
        if (keys.isEmpty()) {
            return;
        }
        Thread.ofVirtual()
                .name("planner-pulse")
                .start(() -> access.asSystem("planner", () -> read(keys)));
    }

    /// Read off the writer's thread, too.
    @TransactionalEventListener(fallbackExecution = true)
    void on(WantsChanged change) {
        for (var watcher : watchers) {
            var whom =
                    change.agents().stream()
                            .filter(watcher.whom()::contains)
                            .collect(Collectors.toSet());
            if (!whom.isEmpty()) {
                Thread.ofVirtual().name("planner-pulse").start(() -> read(watcher, whom));
            }
        }
    }

    private void read(Watcher watcher, Set<AgentId> whom) {
        // One after the other: what is read last is what is shown.
        synchronized (watcher) {
            readInTurn(watcher, whom);
        }
    }

    private void readInTurn(Watcher watcher, Set<AgentId> whom) {
        try {
            for (var each : whom) {
                watcher.wanted().accept(each, wants.of(Set.of(each), watcher.from(), watcher.to()));
            }
        } catch (DataAccessException | TransactionException e) {
            // What is shown stays until the page is shown anew.
            LOG.warn("Planners could not be told of requests: {}", e.getClass().getSimpleName());
        }
    }

    private void read(List<DayKey> keys) {
        try {
            tell(drafts.days(keys));
        } catch (DataAccessException | TransactionException e) {
            // A planner who edits such a day is told then.
            LOG.warn("Planners could not be told of new plans: {}", e.getClass().getSimpleName());
        }
    }

    private void tell(List<RosterDay> days) {
        for (var watcher : watchers) {
            var shown =
                    days.stream()
                            .filter(day -> watcher.whom().contains(day.key().agent()))
                            .toList();
            if (!shown.isEmpty()) {
                watcher.told().accept(shown);
            }
        }
    }

    private record Watcher(
            Set<AgentId> whom,
            LocalDate from,
            LocalDate to,
            Consumer<List<RosterDay>> told,
            BiConsumer<AgentId, Wants> wanted) {}
}
