package dev.rollcall.excuses;

import dev.rollcall.adherence.Adherence;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.excuses.Explanation.Progress;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people explain of their own deviations. Somebody else who may act on their adherence
/// decides: approved it becomes an excuse. Of time of which somebody waits for an answer already
/// they say more in the same explanation: whoever decides finds one, not ten.
@Service
public class Explanations {

    private static final int PAGE = 500;

    /// No deviation is granted for longer without somebody saying so.
    private static final Duration AT_MOST = Duration.ofHours(12);

    private static final String WHAT = "explanation";

    private final ExplanationTable table;
    private final Excuses excuses;
    private final ExplanationNews news;
    private final Adherence adherence;
    private final Directory directory;
    private final LivePresence live;
    private final Access access;
    private final AuditLog audit;
    private final Deeds deeds;
    private final Retries retries;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    Explanations(
            ExplanationTable table,
            Excuses excuses,
            ExplanationNews news,
            Adherence adherence,
            Directory directory,
            LivePresence live,
            Access access,
            AuditLog audit,
            Deeds deeds,
            Retries retries,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.excuses = excuses;
        this.news = news;
        this.adherence = adherence;
        this.directory = directory;
        this.live = live;
        this.access = access;
        this.audit = audit;
        this.deeds = deeds;
        this.retries = retries;
        this.events = events;
        this.clock = clock;
    }

    /// Something that was decided.
    ///
    /// @param deed what it can be taken back by; empty when it was done by no person
    public record Done(Explanation explanation, OptionalLong deed) {}

    // ------------------------------------------------------------------ explaining

    /// Explains a deviation of one's own; of time that is being explained already, more.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws AccessDeniedException when the caller is no agent
    @Requires(Permission.ADHERENCE_OWN)
    @Transactional
    public Explanation explain(ExplanationDraft draft) {
        var viewer = access.viewer();
        var agent =
                viewer.agent()
                        .orElseThrow(() ->
                                new AccessDeniedException("Only agents have a plan to explain"));
        return explained(agent, draft, viewer);
    }

    /// Explains a deviation of somebody in their name, as a system does in which they say it.
    /// Whoever did cannot decide about it.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when there is no such person in scope
    @Requires(Permission.ADHERENCE_WRITE)
    @Transactional
    public Explanation explainFor(AgentId agent, ExplanationDraft draft) {
        if (!isInScope(agent, access.scope(Permission.ADHERENCE_WRITE))) {
            throw new NotFound("agent", "" + agent.value());
        }
        return explained(agent, draft, access.viewer());
    }

    private Explanation explained(AgentId agent, ExplanationDraft draft, Viewer viewer) {
        var problems = new InvalidInput.Collector();
        problems.check(
                !draft.from().isAfter(clock.instant()),
                "/from",
                Excuses.sentence("future", "Only what has begun can be explained."));
        excuses.checkTimes(draft.from(), draft.until(), problems);
        excuses.checkReason(draft.reason(), draft.text(), "/text", problems);
        problems.throwIfAny();
        var now = clock.instant();
        var span =
                TimeSpan.of(
                        draft.from(),
                        Objects.requireNonNullElseGet(
                                draft.until(), () -> draft.from().plusSeconds(1)));
        var waiting =
                table.page(List.of(agent), Progress.ASKED, span, Long.MAX_VALUE, PAGE).stream()
                        .filter(each -> isSame(each, draft, viewer))
                        .findFirst();
        long number;
        if (waiting.isPresent()) {
            number = waiting.get().number();
            if (!table.say(waiting.get(), draft, now)) {
                throw conflict(number);
            }
        } else {
            number = table.insert(agent, draft, viewer.actor(), now);
        }
        var known = known(number);
        audit.changed(
                viewer.actor(),
                WHAT,
                "" + number,
                waiting.map(Explanations::told).orElse(null),
                told(known));
        events.publishEvent(new ExplanationsChanged(agent));
        return known;
    }

    /// Whether something says more about what the same one explained: it began at the same moment,
    /// or the one time lies within the other. What somebody else said of it stays as it was said.
    private static boolean isSame(Explanation known, ExplanationDraft draft, Viewer viewer) {
        if (known.askedBy().kind() != viewer.actor().kind()
                || !known.askedBy().id().equals(viewer.actor().id())) {
            return false;
        }
        var until = draft.until();
        return known.span().start().equals(draft.from())
                || until != null
                        && !known.goesOn()
                        && (isWithin(known.span(), draft.from(), until)
                                || isWithin(
                                        TimeSpan.of(draft.from(), until),
                                        known.span().start(),
                                        known.span().end()));
    }

    private static boolean isWithin(TimeSpan span, Instant from, Instant until) {
        return !from.isBefore(span.start()) && !until.isAfter(span.end());
    }

    /// Until when whoever decides would grant one: what it says, and where it went on when it was
    /// explained, until the deviation was over.
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE})
    @Transactional
    public Instant suggestedEnd(Explanation known) {
        if (!known.goesOn()) {
            return known.span().end();
        }
        var from = known.span().start();
        var now = clock.instant();
        return endOfDeviation(known)
                .orElseGet(() ->
                        now.isAfter(from)
                                ? earlier(now, from.plus(AT_MOST))
                                : from.plusSeconds(60));
    }

    private Optional<Instant> endOfDeviation(Explanation known) {
        if (!access.viewer().may(Permission.ADHERENCE_VIEW)) {
            return Optional.empty();
        }
        var zone = directory.agent(known.agent()).map(Agent::zone).orElse(ZoneOffset.UTC);
        var date = LocalDate.ofInstant(known.span().start(), zone);
        // After midnight it may be the day's before.
        return Stream.of(date, date.minusDays(1))
                .flatMap(each ->
                        adherence
                                .timeline(
                                        known.agent(),
                                        each,
                                        access.scope(Permission.ADHERENCE_VIEW))
                                .stream())
                .flatMap(day -> known.endIn(day.assessment().deviations()).stream())
                .findFirst();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// Takes back what one explained, while nobody has decided.
    ///
    /// @throws EditConflict when somebody was first
    @Requires(Permission.ADHERENCE_OWN)
    @Transactional
    public void withdraw(long number, long expectedVersion) {
        var known = known(number);
        if (!access.viewer().agent().equals(Optional.of(known.agent()))) {
            throw new NotFound(WHAT, "" + number);
        }
        checkVersion(known, expectedVersion);
        decide(known, Progress.WITHDRAWN, null, null);
    }

    // ------------------------------------------------------------------ deciding

    /// Approves an explanation: it becomes an excuse for a span.
    ///
    /// @param span what is granted, all of it or a part, or more
    /// @param note for whoever explained, empty for none
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is none that the caller may decide about
    /// @throws AccessDeniedException when it is about the caller themselves
    @Requires(Permission.ADHERENCE_WRITE)
    public Done approve(long number, long expectedVersion, TimeSpan span, String note) {
        return retries.<Done>inTransaction(() -> approved(number, expectedVersion, span, note));
    }

    private Done approved(long number, long expectedVersion, TimeSpan span, String note) {
        var known = toDecide(number, expectedVersion);
        var text = checked(note, false);
        var excuse =
                excuses.give(
                        ExcuseDraft.of(
                                Set.of(known.agent()),
                                span.start(),
                                span.end(),
                                known.reason(),
                                known.text()),
                        number);
        decide(known, Progress.APPROVED, text, excuse.number());
        return done(number, ExplanationDeeds.APPROVED);
    }

    /// Rejects an explanation; the figures stay as they are.
    ///
    /// @param note why, for whoever explained
    /// @throws InvalidInput without a note
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is none that the caller may decide about
    /// @throws AccessDeniedException when it is about the caller themselves
    @Requires(Permission.ADHERENCE_WRITE)
    @Transactional
    public Done reject(long number, long expectedVersion, String note) {
        var known = toDecide(number, expectedVersion);
        decide(known, Progress.REJECTED, checked(note, true), null);
        return done(number, ExplanationDeeds.REJECTED);
    }

    private Done done(long number, String kind) {
        var after = known(number);
        news.decided(after);
        var facts =
                new ExplanationDeeds.Facts(
                        number,
                        directory.agent(after.agent()).map(Agent::name).orElse(""),
                        after.span().start(),
                        after.goesOn() ? null : after.span().end(),
                        after.version());
        return new Done(after, deeds.done(kind, facts));
    }

    /// Takes a decision back: it waits again, and what it granted is taken back.
    ///
    /// @param version the one the decision made
    void reopen(long number, long version) {
        var known = known(number);
        if (!isInScope(known.agent(), access.scope(Permission.ADHERENCE_WRITE))) {
            throw new NotFound(WHAT, "" + number);
        }
        if (known.version() != version) {
            throw conflict(number);
        }
        waitAgain(known);
        if (known.excuse() != null) {
            excuses.takeBack(known.excuse());
        }
    }

    private void waitAgain(Explanation known) {
        if (!table.reopen(known)) {
            throw conflict(known.number());
        }
        audit.changed(
                access.viewer().actor(),
                WHAT,
                "" + known.number(),
                known.progress().name().toLowerCase(Locale.ROOT),
                "asked");
        news.reopened(known, access.viewer().actor());
        events.publishEvent(new ExplanationsChanged(known.agent()));
    }

    /// Nobody was granted what was taken back: the explanation waits again. When it is given again
    /// it is granted.
    @EventListener
    void on(GrantTurned turned) {
        var known = known(turned.explanation());
        if (!turned.holds()) {
            if (Objects.equals(known.excuse(), turned.excuse())) {
                waitAgain(known);
            }
            return;
        }
        if (!mayDecide(known)) {
            throw conflict(known.number());
        }
        decide(known, Progress.APPROVED, null, turned.excuse());
        news.decided(known(known.number()));
    }

    private Explanation toDecide(long number, long expectedVersion) {
        var known = known(number);
        if (!isInScope(known.agent(), access.scope(Permission.ADHERENCE_WRITE))) {
            throw new NotFound(WHAT, "" + number);
        }
        checkVersion(known, expectedVersion);
        if (!mayDecide(known)) {
            throw new AccessDeniedException("Somebody else decides about one's own deviations");
        }
        return known;
    }

    private void checkVersion(Explanation known, long expectedVersion) {
        if (known.version() != expectedVersion || !known.isWaiting()) {
            throw conflict(known.number());
        }
    }

    private EditConflict conflict(long number) {
        return audit.conflict(WHAT, "" + number);
    }

    private static @Nullable String checked(String note, boolean required) {
        var text = note.strip();
        var problems = new InvalidInput.Collector();
        problems.check(
                !required || !text.isEmpty(),
                "/note",
                Excuses.sentence("noWhy", "Say why: whoever explained it will read it."));
        Excuses.checkText(text, "/note", problems);
        problems.throwIfAny();
        return text.isEmpty() ? null : text;
    }

    private void decide(
            Explanation known, Progress progress, @Nullable String note, @Nullable Long excuse) {
        var by = access.viewer().actor();
        if (!table.decide(known, progress, by, clock.instant(), note, excuse)) {
            throw conflict(known.number());
        }
        audit.changed(
                by,
                WHAT,
                "" + known.number(),
                "asked",
                progress.name().toLowerCase(Locale.ROOT) + (note == null ? "" : ": " + note));
        events.publishEvent(new ExplanationsChanged(known.agent()));
    }

    // ------------------------------------------------------------------ reading

    /// Whether the viewer may approve or reject it: not when it is their own.
    public boolean mayDecide(Explanation explanation) {
        var viewer = access.viewer();
        return explanation.isWaiting()
                && !viewer.agent().equals(Optional.of(explanation.agent()))
                && !viewer.actor().id().equals(explanation.askedBy().id())
                && isInScope(explanation.agent(), viewer.scope(Permission.ADHERENCE_WRITE));
    }

    /// One explanation; empty when there is none in scope.
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public Optional<Explanation> find(long number, Scope scope) {
        return table.find(number).filter(each -> isInScope(each.agent(), scope));
    }

    /// One page, newest first.
    ///
    /// @param progress null: whatever became of them
    /// @param span what they touch; null: whenever
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500 and one more, which tells that the list goes on
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public List<Explanation> page(
            @Nullable Progress progress,
            @Nullable TimeSpan span,
            long before,
            int limit,
            Scope scope) {
        return table.page(whose(scope), progress, span, before, Math.clamp(limit, 1, PAGE + 1));
    }

    /// Those somebody decided about or took back, the newest first, one page as of [#page].
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE})
    @Transactional(readOnly = true)
    public List<Explanation> decided(long before, int limit, Scope scope) {
        return table.decided(whose(scope), before, Math.clamp(limit, 1, PAGE + 1));
    }

    /// How many wait for a decision of the viewer: not their own, nor what they explained for
    /// others.
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_WRITE})
    @Transactional(readOnly = true)
    public int waiting(Scope scope) {
        var viewer = access.viewer();
        return table.waiting(whose(scope), viewer.agent().orElse(null), viewer.actor().id());
    }

    private @Nullable Collection<AgentId> whose(Scope scope) {
        return scope.everybody()
                ? null
                : directory.everybody().stream()
                        .filter(agent -> live.isIn(scope, agent))
                        .map(Agent::id)
                        .toList();
    }

    private boolean isInScope(AgentId agent, Scope scope) {
        return directory.agent(agent).filter(person -> live.isIn(scope, person)).isPresent();
    }

    private Explanation known(long number) {
        return table.find(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private static String told(Explanation explanation) {
        return "from %s until %s: %s%s"
                .formatted(
                        explanation.span().start(),
                        explanation.goesOn() ? "further notice" : explanation.span().end(),
                        explanation.reason(),
                        explanation.text().isEmpty() ? "" : ", " + explanation.text());
    }
}
