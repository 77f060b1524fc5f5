package dev.rollcall.work;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceChanged;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.security.Access;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells presence when somebody begins and ends work here, as any other source does, and puts down
/// the work of somebody who clocks out. What a crash kept from being told is told at the next
/// start: each event is named after the turn it is about, and counts once.
@Component
class WorkPresence {

    /// As which source this speaks.
    static final String SOURCE = "/rollcall/work";

    /// More than can be on its way at one moment.
    private static final int MAY_BE_MISSING = 200;

    private final PresenceLog log;
    private final LivePresence live;
    private final WorkTable table;
    private final OpenWork open;
    private final WorkItems items;
    private final Directory directory;
    private final Access access;

    WorkPresence(
            PresenceLog log,
            LivePresence live,
            WorkTable table,
            OpenWork open,
            WorkItems items,
            Directory directory,
            Access access) {
        this.log = log;
        this.live = live;
        this.table = table;
        this.open = open;
        this.items = items;
        this.directory = directory;
        this.access = access;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Worked worked) {
        var before = worked.before();
        var after = worked.after();
        var had = before.agent();
        var has = after.agent();
        if (worked.ends() && had != null) {
            tell(ended(had, before, before.turns(), worked.at()).stream().toList());
        }
        if (worked.begins() && has != null) {
            tell(started(has, after, after.turns(), worked.at()).stream().toList());
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
        tell(events);
        open.all().stream()
                .map(WorkItem::agent)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::putDownWhenAway);
    }

    private void tell(List<PresenceEvent> events) {
        if (!events.isEmpty()) {
            access.asSystem(
                    "work", () -> log.append(events, Actor.system("work"), Scope.everyone()));
        }
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

    @EventListener
    void on(PresenceChanged change) {
        putDownWhenAway(change.agent());
    }

    private void putDownWhenAway(AgentId agent) {
        boolean away =
                live.of(agent)
                        .filter(now -> now.state().base() == PresenceState.Base.AWAY)
                        .isPresent();
        if (away && !open.of(agent).isEmpty()) {
            items.putDown(agent);
        }
    }
}
