package dev.rollcall.work;

import dev.rollcall.audit.Actor;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Tracking;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import dev.rollcall.work.WorkRefused.Why;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/// Everything that happens to items. Of two who want the same item at the same moment, exactly one
/// gets it: each change names the version it builds on, and the database takes only the first.
@Service
public class WorkItems {

    private static final int LONGEST_NOTE = 500;

    private final WorkTable table;
    private final OpenWork open;
    private final Arrivals arrivals;
    private final Handling handling;
    private final Directory directory;
    private final LivePresence presence;
    private final Tracking tracking;
    private final Access access;
    private final ApplicationClock clock;
    private final ApplicationEventPublisher events;
    private final Retries retries;

    WorkItems(
            WorkTable table,
            OpenWork open,
            Arrivals arrivals,
            Handling handling,
            Directory directory,
            LivePresence presence,
            Tracking tracking,
            Access access,
            ApplicationClock clock,
            ApplicationEventPublisher events,
            Retries retries) {
        this.table = table;
        this.open = open;
        this.arrivals = arrivals;
        this.handling = handling;
        this.directory = directory;
        this.presence = presence;
        this.tracking = tracking;
        this.access = access;
        this.clock = clock;
        this.events = events;
        this.retries = retries;
    }

    // ------------------------------------------------------------------ arrival

    /// Takes work in, into the queue of its group. The same reference again is the same item, as it
    /// is by now: a source that heard no answer sends it again without harm.
    ///
    /// @throws InvalidInput naming every bad field; also when the reference is that of an item the
    ///   caller may not see
    @Requires(Permission.WORK_WRITE)
    public WorkItem arrive(NewWorkItem draft) {
        var viewer = access.viewer();
        var scope = viewer.scope(Permission.WORK_WRITE);
        var arrived = arrivals.check(draft, scope);
        var known = table.find(arrived.reference());
        if (known.isPresent()) {
            return ofScope(known.get(), scope);
        }
        try {
            return retries.inTransactionOfItsOwn(() -> {
                var item = table.insert(arrived);
                note(item, item, WorkStep.Kind.ARRIVED, viewer.actor(), null);
                return item;
            });
        } catch (DuplicateKeyException e) {
            return retries.inTransactionOfItsOwn(() -> table.find(arrived.reference()))
                    .map(first -> ofScope(first, scope))
                    .orElseThrow(() -> e);
        }
    }

    private WorkItem ofScope(WorkItem known, Scope scope) {
        if (!arrivals.isOfScope(known.group(), scope)) {
            throw InvalidInput.of(
                    "/reference",
                    "This reference belongs to an item of a group you do not manage. Give the new"
                            + " item another one.");
        }
        return known;
    }

    /// An item of a group in the caller's scope, done or not.
    ///
    /// @throws NotFound when there is none they may see
    @Requires({Permission.WORK_VIEW, Permission.WORK_WRITE})
    public WorkItem item(String reference) {
        var scope = access.scope(Permission.WORK_VIEW, Permission.WORK_WRITE);
        return table.find(reference)
                .filter(item -> arrivals.isOfScope(item.group(), scope))
                .orElseThrow(() -> new NotFound("work item", reference));
    }

    // ------------------------------------------------------------------ what the agent does

    /// Takes a waiting item by hand, in one's own name.
    ///
    /// @throws WorkRefused when it cannot be; then somebody else may have it
    @Requires(Permission.WORK_OWN)
    public WorkItem take(WorkItemId id) {
        var person = oneself();
        var taken =
                change(
                        id,
                        item -> {
                            if (item.state() != WorkItem.State.WAITING) {
                                throw new WorkRefused(item.isOpen() ? Why.TAKEN : Why.DONE);
                            }
                            mayTake(person, item.group())
                                    .ifPresent(why -> {
                                        throw new WorkRefused(why);
                                    });
                            return item.givenTo(person.id(), clock.instant());
                        },
                        WorkStep.Kind.TAKEN,
                        null);
        // Of taking it and clocking out at the same moment, clocking out wins: whoever left before
        // they had anything to put down puts it down now.
        if (hasToClockIn(person.id())) {
            putBack(taken);
            throw new WorkRefused(Why.CLOCKED_OUT);
        }
        return taken;
    }

    /// Lets an item wait again; not if something else has happened to it since.
    private void putBack(WorkItem given) {
        step(given, given.backInTheQueueOf(given.group(), clock.instant()), WorkStep.Kind.RETURNED);
    }

    /// Why somebody may not take items of a group by hand now; empty: they may.
    public Optional<Why> mayTake(Agent person, GroupId group) {
        if (!person.groups().contains(group)) {
            return Optional.of(Why.NOT_A_MEMBER);
        }
        var rules = handling.rules(group);
        if (!rules.byHand()) {
            return Optional.of(Why.NOT_BY_HAND);
        }
        if (hasToClockIn(person.id())) {
            return Optional.of(Why.CLOCK_IN_FIRST);
        }
        return base(person.id()) == PresenceState.Base.UNAVAILABLE && !rules.whileUnavailable()
                ? Optional.of(Why.UNAVAILABLE)
                : Optional.empty();
    }

    private PresenceState.Base base(AgentId agent) {
        return presence.of(agent)
                .map(LivePresence.Now::state)
                .map(PresenceState::base)
                .orElse(PresenceState.Base.AWAY);
    }

    private boolean hasToClockIn(AgentId agent) {
        return base(agent) == PresenceState.Base.AWAY && tracking.isTracked(agent);
    }

    /// Begins to work on an item: one's own, or in the name of whoever has it where the caller
    /// manages its group, as a chat or telephone system does.
    @Requires({Permission.WORK_OWN, Permission.WORK_WRITE})
    public WorkItem start(WorkItemId id) {
        var started =
                change(
                        id,
                        item ->
                                item.state() == WorkItem.State.ACTIVE
                                        ? held(item)
                                        : held(item).begun(),
                        WorkStep.Kind.STARTED,
                        null);
        var self = access.viewer().agent().filter(started::isHeldBy);
        if (self.isPresent() && hasToClockIn(self.get())) {
            putDown(self.get());
            throw new WorkRefused(Why.CLOCKED_OUT);
        }
        return started;
    }

    /// Lays an item aside: whoever has it has it still, and does not work on it.
    @Requires({Permission.WORK_OWN, Permission.WORK_WRITE})
    public WorkItem layAside(WorkItemId id) {
        return change(
                id,
                item -> item.state() == WorkItem.State.ACTIVE ? held(item).laidAside() : held(item),
                WorkStep.Kind.PAUSED,
                null);
    }

    /// Finishes an item somebody has.
    @Requires({Permission.WORK_OWN, Permission.WORK_WRITE})
    public WorkItem complete(WorkItemId id) {
        return change(id, item -> held(item).done(clock.instant()), WorkStep.Kind.COMPLETED, null);
    }

    /// Hands an item to another group: one's own item, or one of somebody the caller manages.
    ///
    /// @param note why, for whoever gets it
    @Requires({Permission.WORK_OWN, Permission.WORK_WRITE})
    public WorkItem transfer(WorkItemId id, GroupId group, @Nullable String note) {
        return change(
                id,
                item -> {
                    var target = target(group, item.channel());
                    return movable(item).backInTheQueueOf(target.id(), clock.instant());
                },
                WorkStep.Kind.TRANSFERRED,
                checkedNote(note));
    }

    /// Hands an item to a colleague of its group, whatever their status. Chats and calls need
    /// somebody now: whoever has to clock in first cannot be given one.
    @Requires({Permission.WORK_OWN, Permission.WORK_WRITE})
    public WorkItem transfer(WorkItemId id, AgentId colleague, @Nullable String note) {
        var given =
                change(
                        id,
                        item -> {
                            var person =
                                    directory
                                            .agent(colleague)
                                            .filter(it -> it.groups().contains(item.group()))
                                            .orElseThrow(() -> new WorkRefused(Why.NOT_A_MEMBER));
                            var mine = movable(item);
                            if (wouldLie(item, colleague)) {
                                throw new WorkRefused(Why.COLLEAGUE_AWAY);
                            }
                            return mine.givenTo(person.id(), clock.instant());
                        },
                        WorkStep.Kind.TRANSFERRED,
                        checkedNote(note));
        // They clocked out at the same moment: it waits for somebody else, and whoever handed it
        // over is told.
        if (wouldLie(given, colleague)) {
            putBack(given);
            throw new WorkRefused(Why.COLLEAGUE_AWAY);
        }
        return given;
    }

    /// Whether a customer would wait with somebody who is not there.
    boolean wouldLie(WorkItem item, AgentId agent) {
        return item.channel() != Channel.TICKET && hasToClockIn(agent);
    }

    private Group target(GroupId group, Channel channel) {
        return directory
                .group(group)
                .filter(it -> it.channel() == channel)
                .orElseThrow(() ->
                        InvalidInput.of(
                                "/group",
                                sentence(
                                        "otherChannel",
                                        "Choose a group that handles this channel.")));
    }

    /// An item somebody has and the caller may go on with.
    private WorkItem held(WorkItem item) {
        var open = movable(item);
        if (!open.isHeld()) {
            throw new WorkRefused(Why.NOBODYS);
        }
        return open;
    }

    private WorkItem movable(WorkItem item) {
        if (!item.isOpen()) {
            throw new WorkRefused(Why.DONE);
        }
        var viewer = access.viewer();
        if (arrivals.isOfScope(item.group(), viewer.scope(Permission.WORK_WRITE))) {
            return item;
        }
        var self = viewer.agent().filter(item::isHeldBy);
        if (self.isEmpty()) {
            throw new WorkRefused(item.isHeld() ? Why.NOT_YOURS : Why.NOBODYS);
        }
        if (hasToClockIn(self.get())) {
            throw new WorkRefused(Why.CLOCK_IN_FIRST);
        }
        return item;
    }

    private Agent oneself() {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .orElseThrow(() -> new WorkRefused(Why.NOT_A_MEMBER));
    }

    private static @Nullable String checkedNote(@Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        if (note.strip().length() > LONGEST_NOTE) {
            throw InvalidInput.of(
                    "/note",
                    sentence(
                            "longNote",
                            "A note has at most %d characters.".formatted(LONGEST_NOTE),
                            LONGEST_NOTE));
        }
        return note.strip();
    }

    private static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("work.wrong." + key, english, List.of(values));
    }

    // ------------------------------------------------------------------ what the house does

    /// Gives a waiting item to somebody by rule. They were there when the rule chose them: if they
    /// clocked out meanwhile, before they had anything to put down, they put it down now.
    ///
    /// @return false when somebody else was first
    boolean assign(WorkItem waiting, AgentId agent) {
        boolean first =
                step(waiting, waiting.givenTo(agent, clock.instant()), WorkStep.Kind.ASSIGNED);
        if (first && base(agent) == PresenceState.Base.AWAY) {
            putDown(agent);
        }
        return first;
    }

    /// What somebody who clocked out had: chats and calls wait for another person, cases stay with
    /// them.
    void putDown(AgentId agent) {
        for (var item : open.of(agent)) {
            if (item.channel() != Channel.TICKET) {
                step(
                        item,
                        item.backInTheQueueOf(item.group(), clock.instant()),
                        WorkStep.Kind.RETURNED);
            } else if (item.state() == WorkItem.State.ACTIVE) {
                step(item, item.laidAside(), WorkStep.Kind.PAUSED);
            }
        }
    }

    private boolean step(WorkItem before, WorkItem after, WorkStep.Kind kind) {
        return written(before, after, kind, Actor.system("work"), null);
    }

    // ------------------------------------------------------------------ one change

    /// Changes an item as it stands in the database. Whoever loses a race looks at it again, and is
    /// told how it stands now.
    private WorkItem change(
            WorkItemId id,
            Function<WorkItem, WorkItem> to,
            WorkStep.Kind kind,
            @Nullable String note) {
        var by = access.viewer().actor();
        while (true) {
            var before =
                    table.find(id).orElseThrow(() -> new NotFound("work item", "" + id.value()));
            var after = to.apply(before);
            if (after.equals(before)) {
                return before;
            }
            if (written(before, after, kind, by, note)) {
                return after;
            }
        }
    }

    /// @return false when somebody else was first
    private boolean written(
            WorkItem before, WorkItem after, WorkStep.Kind kind, Actor by, @Nullable String note) {
        return retries.inTransactionOfItsOwn(() -> {
            boolean first = table.update(after);
            if (first) {
                note(before, after, kind, by, note);
            }
            return first;
        });
    }

    private void note(
            WorkItem before, WorkItem after, WorkStep.Kind kind, Actor by, @Nullable String note) {
        Instant now = clock.instant();
        table.append(after.id(), new WorkStep(kind, now, after.group(), after.agent(), by, note));
        var worked = new Worked(before, after, now);
        AfterCommit.run(() -> {
            open.update(after);
            events.publishEvent(worked.change());
        });
        events.publishEvent(worked);
        var agent = after.agent();
        var ended = after.endedAt();
        if (agent != null && ended != null) {
            events.publishEvent(WorkFinished.of(after, agent, ended, table.history(after.id())));
        }
    }
}
