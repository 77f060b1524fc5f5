package dev.rollcall.coaching;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.messages.QuickMessages;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Coaching of one's people: sessions are prepared, put into the plan, held and followed up, and
/// tips are given in the moment. Nobody coaches themselves, and nobody meets their own sessions
/// here: those are [OwnCoaching].
@Service
public class Coaching {

    static final String WHAT = "coaching session";
    private static final int MOST = 200;
    private static final int ATTEMPTS = 5;

    private final CoachingTable table;
    private final CoachingPlans plans;
    private final CoachingNews news;
    private final QuickMessages messages;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationClock clock;

    Coaching(
            CoachingTable table,
            CoachingPlans plans,
            CoachingNews news,
            QuickMessages messages,
            Directory directory,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.plans = plans;
        this.news = news;
        this.messages = messages;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ preparing

    /// Makes a session and tells those who take part. One that is to come is put into their plans:
    /// of a one-on-one it is refused when there is no room, of a group the others have it in theirs
    /// all the same.
    ///
    /// @return the session's number
    /// @throws InvalidInput naming every bad field, and why there is no room
    /// @throws NotFound when one of them is not in scope
    @Requires(Permission.COACHING_WRITE)
    public long prepare(SessionDraft draft) {
        Checks.draft(draft);
        draft.people().forEach(this::demandMine);
        return take(() -> {
            var by = access.viewer().actor();
            var now = clock.instant();
            var span = draft.span();
            var planned =
                    span != null && isToCome(span) && draft.intoPlan()
                            ? plans.move(
                                    Map.of(),
                                    null,
                                    draft.people(),
                                    span,
                                    isAlone(draft.people()),
                                    by)
                            : Map.<AgentId, LocalDate>of();
            long number = table.insert(draft, planned, by, now);
            if (!draft.link().isBlank()) {
                table.material(number, draft.title().strip(), draft.link().strip());
            }
            var made = known(number);
            audit.changed(by, WHAT, "" + number, null, described(made));
            if (span == null || isToCome(span)) {
                news.session(made, people(made), "SCHEDULED");
            }
            return number;
        });
    }

    /// Changes what is planned: another title, agenda, time or day to come back to it. A session
    /// that moves takes the plan with it.
    ///
    /// @param draft whose people, kind, reason and link are left alone
    /// @throws InvalidInput naming every bad field, and why there is no room
    /// @throws EditConflict when it is another version, or not planned any more
    @Requires(Permission.COACHING_WRITE)
    public void change(long number, long expectedVersion, SessionDraft draft) {
        take(() -> {
            var known = planned(number, expectedVersion);
            var people = Set.copyOf(people(known));
            Checks.draft(
                    new SessionDraft(
                            known.kind(),
                            draft.title(),
                            people,
                            draft.span(),
                            draft.agenda(),
                            null,
                            "https://known.invalid",
                            draft.followUp(),
                            draft.intoPlan()));
            var by = access.viewer().actor();
            var span = draft.span();
            boolean moves = !Objects.equals(span, known.span());
            var into =
                    span != null && isToCome(span) && draft.intoPlan() ? people : Set.<AgentId>of();
            var planned =
                    plans.move(plannedOn(known), known.span(), into, span, isAlone(people), by);
            var values = new HashMap<String, @Nullable Object>();
            values.put("title", draft.title().strip());
            values.put("agenda", draft.agenda().strip());
            values.put("start", span == null ? null : CoachingTable.utc(span.start()));
            values.put("end", span == null ? null : CoachingTable.utc(span.end()));
            values.put("follow", draft.followUp());
            demand(
                    table.change(
                            known,
                            ", title = :title, agenda = :agenda, starts_at = :start, ends_at = :end, follow_up = :follow",
                            values),
                    known);
            table.planned(number, planned);
            var after = known(number);
            audit.changed(by, WHAT, "" + number, described(known), described(after));
            if (moves) {
                news.session(after, people(after), "MOVED");
            }
            return number;
        });
    }

    /// Cancels a session; the plans are as if it had never been.
    ///
    /// @param why for those who would have taken part
    /// @throws InvalidInput without a reason
    /// @throws EditConflict when it is another version, or not planned any more
    @Requires(Permission.COACHING_WRITE)
    public void cancel(long number, long expectedVersion, String why) {
        var said = Checks.text(why, "/why", Checks.WHY, true);
        take(() -> {
            var known = planned(number, expectedVersion);
            var span = known.span();
            if (span != null && isToCome(span)) {
                plans.move(plannedOn(known), span, Set.of(), null, false, access.viewer().actor());
                table.planned(number, Map.of());
            }
            settle(known, SessionState.CANCELLED, said);
            news.session(known, people(known), "CANCELLED");
            return number;
        });
    }

    /// Says that it took place. Those who took part are asked to take note of it.
    ///
    /// @throws EditConflict when it is another version, or not planned any more
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public void held(long number, long expectedVersion) {
        var known = planned(number, expectedVersion);
        settle(known, SessionState.HELD, null);
        news.session(known, people(known), "HELD");
    }

    /// Says that it did not take place, and nobody cancelled it.
    ///
    /// @throws EditConflict when it is another version, or not planned any more
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public void missed(long number, long expectedVersion) {
        settle(planned(number, expectedVersion), SessionState.MISSED, null);
    }

    private void settle(Session known, SessionState state, @Nullable String why) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("state", state.name());
        values.put("why", why);
        demand(table.change(known, ", state = :state, why = :why", values), known);
        changed(known, "planned", state.name().toLowerCase(Locale.ROOT));
    }

    // ------------------------------------------------------------------ what belongs to it

    /// Keeps the notes: those everybody reads who takes part, and those of the caller alone.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when it is another version
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public void note(long number, long expectedVersion, String shared, String mine) {
        var known = known(number, expectedVersion);
        var notes = Checks.text(shared, "/notes", Checks.NOTES, false);
        demand(table.change(known, ", notes = :notes", Map.of("notes", notes)), known);
        var by = access.viewer().actor();
        table.privateNote(
                number,
                by,
                Checks.text(mine, "/privateNote", Checks.NOTES, false),
                clock.instant());
        if (!notes.equals(known.notes())) {
            changed(known, null, "shared notes");
        }
    }

    /// Sets a goal, in a group for everybody who takes part.
    ///
    /// @throws InvalidInput naming every bad field
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public void goal(long number, GoalDraft draft) {
        Checks.goal(draft);
        var known = mine(number);
        people(known).forEach(agent -> table.goal(number, agent, draft));
        changed(known, null, "goal by " + draft.metric().name().toLowerCase(Locale.ROOT));
    }

    /// Agrees on something to be done, in a group by everybody.
    ///
    /// @throws InvalidInput naming every bad field
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public void action(long number, ActionItem.Owner owner, String text, LocalDate due) {
        var said = Checks.text(text, "/text", Checks.TEXT, true);
        var known = mine(number);
        people(known).forEach(agent -> table.action(number, agent, owner, said, due));
        changed(known, null, "action of the " + owner.name().toLowerCase(Locale.ROOT));
    }

    /// Says that something is done, or not yet after all.
    ///
    /// @throws NotFound when there is none of one's people
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public void tick(long action, boolean done) {
        var known =
                table.action(action)
                        .filter(each -> isMine(each.agent()))
                        .orElseThrow(() -> new NotFound("action", "" + action));
        table.done(known, done ? clock.instant() : null);
        changed(mine(known.session()), null, done ? "action done" : "action open again");
    }

    /// Adds something to read or watch.
    ///
    /// @throws InvalidInput naming every bad field
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public void material(long number, String title, String link) {
        var named = Checks.text(title, "/title", Checks.WHY, true);
        var problems = new InvalidInput.Collector();
        Checks.link(link, problems);
        problems.throwIfAny();
        var known = mine(number);
        table.material(number, named, link.strip());
        changed(known, null, "material");
    }

    /// Says that it was come back to, or on which other day it will be.
    ///
    /// @param again null: it was, and that is it
    /// @throws EditConflict when it is another version
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public void followUp(long number, long expectedVersion, @Nullable LocalDate again) {
        var known = known(number, expectedVersion);
        var values = new HashMap<String, @Nullable Object>();
        values.put("day", again == null ? known.followUp() : again);
        values.put("done", again == null);
        demand(
                table.change(
                        known, ", follow_up = :day, followed_up = :done, reminded = false", values),
                known);
        changed(known, null, again == null ? "followed up" : "follow-up " + again);
    }

    // ------------------------------------------------------------------ tips

    /// Gives some people a tip in the moment. It goes out as a quick message, which they see and
    /// answer wherever they are, and is kept as coaching.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when one of them is not in scope
    /// @throws AccessDeniedException when the caller may not send messages
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public void tip(Set<AgentId> people, String text) {
        people.forEach(this::demandMine);
        var sent = messages.send(people, text).message();
        var by = access.viewer().actor();
        people.forEach(agent -> table.tip(sent.number(), agent, sent.text(), by, sent.sentAt()));
        audit.changed(by, "coaching tip", "" + sent.number(), null, "to " + people.size());
    }

    /// The latest tips to one's people, the newest first, with what was answered as far as messages
    /// still know.
    ///
    /// @param agent null: to anybody
    @Requires(Permission.COACHING_WRITE)
    @Transactional(readOnly = true)
    public List<Tip> tips(@Nullable AgentId agent, int limit) {
        var viewer = access.viewer();
        var tips = table.tips(mine(agent), Math.clamp(limit, 1, MOST));
        if (!viewer.may(Permission.ADHERENCE_VIEW) && !viewer.may(Permission.ADHERENCE_WRITE)) {
            return tips;
        }
        var scope = access.scope(Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE);
        return tips.stream()
                .map(tip ->
                        tip.answered(
                                messages.find(tip.message(), scope)
                                        .flatMap(message -> message.of(tip.agent()))
                                        .map(copy -> copy.answer())
                                        .orElse(null)))
                .toList();
    }

    // ------------------------------------------------------------------ reading

    /// All about one of one's people's. The look is written down for each who takes part.
    @Requires(Permission.COACHING_WRITE)
    @Transactional
    public Optional<SessionFile> open(long number) {
        var viewer = access.viewer();
        return table.find(number)
                .filter(each -> viewer.agent().flatMap(each::of).isEmpty())
                .map(each -> each.narrowedTo(this::isMine))
                .filter(each -> !each.participants().isEmpty())
                .map(each -> {
                    people(each).stream()
                            .flatMap(agent -> directory.agent(agent).stream())
                            .forEach(agent ->
                                    audit.looked(
                                            viewer.actor(),
                                            agent.externalId(),
                                            "coaching " + number));
                    return new SessionFile(
                            each,
                            table.goals(number).stream()
                                    .filter(goal -> isMine(goal.agent()))
                                    .toList(),
                            table.actions(number).stream()
                                    .filter(action -> isMine(action.agent()))
                                    .toList(),
                            table.materials(number),
                            table.privateNote(number, viewer.actor()).orElse(null));
                });
    }

    /// Sessions of one's people, the latest first.
    ///
    /// @param agent null: of anybody
    @Requires(Permission.COACHING_WRITE)
    @Transactional(readOnly = true)
    public List<Session> list(@Nullable AgentId agent, int limit) {
        var self = access.viewer().agent();
        return table.of(mine(agent), "", Math.clamp(limit, 1, MOST)).stream()
                .filter(each -> self.flatMap(each::of).isEmpty())
                .map(each -> each.narrowedTo(this::isMine))
                .toList();
    }

    /// What is still to be done, the first due first.
    ///
    /// @param agent null: about anybody
    @Requires(Permission.COACHING_WRITE)
    @Transactional(readOnly = true)
    public List<ActionItem> openActions(@Nullable AgentId agent) {
        return table.open(mine(agent), MOST);
    }

    // ------------------------------------------------------------------ of use

    /// Whom the caller coaches.
    @Requires(Permission.COACHING_WRITE)
    public List<Agent> people() {
        var self = access.viewer().agent();
        return directory.agents(access.scope(Permission.COACHING_WRITE)).stream()
                .filter(each -> self.filter(each.id()::equals).isEmpty())
                .toList();
    }

    private Set<AgentId> mine(@Nullable AgentId agent) {
        return people().stream()
                .map(Agent::id)
                .filter(id -> agent == null || agent.equals(id))
                .collect(toSet());
    }

    private boolean isMine(AgentId agent) {
        var viewer = access.viewer();
        return !Objects.equals(viewer.agent().orElse(null), agent)
                && directory
                        .agent(agent)
                        .filter(one -> viewer.scope(Permission.COACHING_WRITE).includes(one, null))
                        .isPresent();
    }

    private void demandMine(AgentId agent) {
        if (Objects.equals(access.viewer().agent().orElse(null), agent)) {
            throw new AccessDeniedException("Nobody coaches themselves");
        }
        if (!isMine(agent)) {
            throw new NotFound("agent", "" + agent.value());
        }
    }

    private Session known(long number) {
        return table.find(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    /// All who take part have to be the caller's people for what touches all of them.
    private Session mine(long number) {
        return table.find(number)
                .filter(each -> people(each).stream().allMatch(this::isMine))
                .orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private Session known(long number, long expectedVersion) {
        var known = mine(number);
        if (known.version() != expectedVersion) {
            throw audit.conflict(WHAT, "" + number);
        }
        return known;
    }

    private Session planned(long number, long expectedVersion) {
        var known = known(number, expectedVersion);
        if (!known.isPlanned()) {
            throw audit.conflict(WHAT, "" + number);
        }
        return known;
    }

    private void demand(boolean changed, Session known) {
        if (!changed) {
            throw audit.conflict(WHAT, "" + known.number());
        }
    }

    private void changed(Session known, @Nullable String before, String after) {
        audit.changed(access.viewer().actor(), WHAT, "" + known.number(), before, after);
    }

    private boolean isToCome(TimeSpan span) {
        return span.start().isAfter(clock.instant());
    }

    private static boolean isAlone(Set<AgentId> people) {
        return people.size() == 1;
    }

    private static List<AgentId> people(Session session) {
        return session.participants().stream().map(Participant::agent).toList();
    }

    private static Map<AgentId, LocalDate> plannedOn(Session session) {
        return session.participants().stream()
                .filter(each -> each.plannedOn() != null)
                .collect(
                        toMap(
                                Participant::agent,
                                each -> Objects.requireNonNull(each.plannedOn())));
    }

    private static String described(Session session) {
        var span = session.span();
        return session.kind().name().toLowerCase(Locale.ROOT)
                + (span == null ? "" : " " + span.start() + " to " + span.end())
                + ", "
                + session.participants().size()
                + " people";
    }

    /// Whoever writes a version of a plan second begins anew on what is there then.
    private <T> T take(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return retries.inTransaction(work);
            } catch (DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
