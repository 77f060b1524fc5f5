package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceChanged;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Tracking;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells presence when somebody begins and ends work here, as any other source does, and puts down
/// the work of somebody who clocks out. What a crash kept from being told is told at the next
/// start: each event is named after the turn it is about, and counts once.
///
/// Whoever never clocks in is AWAY all day and works all the same: they keep what they have. Only
/// somebody who is tracked, or was something else before, has left.
@Component
class WorkPresence {

    /// As which source this speaks.
    static final String SOURCE = "/rollcall/work";

    /// More than can be on its way at one moment.
    private static final int MAY_BE_MISSING = 200;

    private final PresenceFeed feed;
    private final LivePresence live;
    private final Tracking tracking;
    private final WorkTable table;
    private final OpenWork open;
    private final WorkItems items;
    private final Directory directory;

    /// What somebody was when they were last known to be there; nobody away is in it.
    private final Map<AgentId, Base> there = new ConcurrentHashMap<>();

    WorkPresence(
            PresenceFeed feed,
            LivePresence live,
            Tracking tracking,
            WorkTable table,
            OpenWork open,
            WorkItems items,
            Directory directory) {
        this.feed = feed;
        this.live = live;
        this.tracking = tracking;
        this.table = table;
        this.open = open;
        this.items = items;
        this.directory = directory;
    }

    @PostConstruct
    void load() {
        there.clear();
        live.all().keySet().forEach(this::hasLeft);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Worked worked) {
        var before = worked.before();
        var after = worked.after();
        var had = before.agent();
        var has = after.agent();
        if (worked.ends() && had != null) {
            feed.tell(ended(had, before, before.turns(), worked.at()).stream().toList());
        }
        if (worked.begins() && has != null) {
            feed.tell(started(has, after, after.turns(), worked.at()).stream().toList());
        }
    }

    /// Of the last things that happened, only what presence has not heard of counts; and whoever
    /// clocked out meanwhile puts down what they have.
    @EventListener(ApplicationReadyEvent.class)
    void tellWhatACrashKeptBack() {
        var events = new ArrayList<PresenceEvent>();
        for (var turn : table.lastTurns(MAY_BE_MISSING)) {
            started(turn.agent(), turn.item(), turn.number(), turn.began()).ifPresent(events::add);
            var end = turn.ended();
            if (end != null) {
                ended(turn.agent(), turn.item(), turn.number(), end).ifPresent(events::add);
            }
        }
        feed.tell(events);
        open.all().stream()
                .filter(this::wasLeftBehind)
                .map(WorkItem::agent)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(items::putDown);
    }

    /// Whether whoever has it went away after they got it, or may not have anything while away.
    private boolean wasLeftBehind(WorkItem item) {
        var agent = item.agent();
        var since = item.heldSince();
        return agent != null
                && since != null
                && live.of(agent)
                        .filter(now -> now.state().base() == Base.AWAY)
                        .filter(now -> now.since().isAfter(since) || tracking.isTracked(agent))
                        .isPresent();
    }

    // Within one instant a turn ends after it begins, and before the next one begins.

    private Optional<PresenceEvent> started(AgentId agent, WorkItem item, int turn, Instant at) {
        return directory
                .agent(agent)
                .map(person ->
                        new WorkStarted(
                                SOURCE,
                                "started-" + item.id().value() + "-" + turn,
                                person.externalId(),
                                at,
                                2L * turn,
                                item.reference(),
                                item.channel(),
                                group(item)));
    }

    private Optional<PresenceEvent> ended(AgentId agent, WorkItem item, int turn, Instant at) {
        return directory
                .agent(agent)
                .map(person ->
                        new WorkEnded(
                                SOURCE,
                                "ended-" + item.id().value() + "-" + turn,
                                person.externalId(),
                                at,
                                2L * turn + 1,
                                item.reference(),
                                item.channel(),
                                group(item)));
    }

    private @Nullable String group(WorkItem item) {
        return directory.group(item.group()).map(Group::code).orElse(null);
    }

    // ------------------------------------------------------------------ who leaves

    @EventListener
    void on(PresenceChanged change) {
        var agent = change.agent();
        boolean left = hasLeft(agent);
        if ((left || isAway(agent) && tracking.isTracked(agent)) && !open.of(agent).isEmpty()) {
            items.putDown(agent);
        }
    }

    private boolean isAway(AgentId agent) {
        return base(agent).filter(Base.AWAY::equals).isPresent();
    }

    private Optional<Base> base(AgentId agent) {
        return live.of(agent).map(now -> now.state().base());
    }

    /// Whether somebody is away who was there when this was last asked. A silent source says
    /// nothing of where they are.
    private boolean hasLeft(AgentId agent) {
        var left = new AtomicBoolean();
        // Looked up inside: of two threads the later one has seen the later state.
        there.compute(
                agent,
                (_, before) -> {
                    var base = base(agent).orElse(Base.AWAY);
                    if (base == Base.UNKNOWN) {
                        return before;
                    }
                    left.set(before != null && base == Base.AWAY);
                    return base == Base.AWAY ? null : base;
                });
        return left.get();
    }
}
