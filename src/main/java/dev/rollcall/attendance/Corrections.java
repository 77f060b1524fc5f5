package dev.rollcall.attendance;

import dev.rollcall.attendance.Correction.Progress;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Timelines;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Corrections of what was reported about a day. People ask for their own; somebody else who may
/// record presence for them decides. Nobody decides about their own, whatever they may do
/// otherwise.
@Service
public class Corrections {

    /// The longest reason and the longest note, in characters.
    public static final int LONGEST_TEXT = 500;

    /// How far back one can ask.
    public static final Duration FURTHEST_BACK = Duration.ofDays(Attendance.MOST_DAYS);

    private static final Duration LONGEST_SPAN = Duration.ofDays(7);
    private static final int PAGE = 500;
    private static final String WHAT = "correction";

    private final CorrectionTable table;
    private final PresenceLog log;
    private final Reasons reasons;
    private final Directory directory;
    private final LivePresence live;
    private final Timelines timelines;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    Corrections(
            CorrectionTable table,
            PresenceLog log,
            Reasons reasons,
            Directory directory,
            LivePresence live,
            Timelines timelines,
            Access access,
            AuditLog audit,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.log = log;
        this.reasons = reasons;
        this.directory = directory;
        this.live = live;
        this.timelines = timelines;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ asking

    /// Asks for a correction of one's own past.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws AccessDeniedException when the caller is nobody whose presence is recorded
    @Requires(Permission.PRESENCE_OWN)
    @Transactional
    public Correction ask(CorrectionDraft draft) {
        var viewer = access.viewer();
        var agent =
                viewer.agent()
                        .orElseThrow(() ->
                                new AccessDeniedException("Only agents have days to correct"));
        return asked(draft, agent, viewer);
    }

    /// Asks for a correction of somebody's past in their name, as a system does in which they ask.
    /// Whoever did cannot decide about it.
    ///
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when there is no such person in scope
    @Requires(Permission.PRESENCE_WRITE)
    @Transactional
    public Correction askFor(AgentId agent, CorrectionDraft draft) {
        var scope = access.scope(Permission.PRESENCE_WRITE);
        if (directory.agent(agent).filter(person -> sees(scope, person)).isEmpty()) {
            throw new NotFound("agent", "" + agent.value());
        }
        return asked(draft, agent, access.viewer());
    }

    private Correction asked(CorrectionDraft draft, AgentId agent, Viewer viewer) {
        check(draft, agent);
        long number = table.insert(agent, draft, viewer.actor(), clock.instant());
        audit.changed(
                viewer.actor(), WHAT, "" + number, null, inWords(draft) + ": " + draft.reason());
        return known(number);
    }

    private void check(CorrectionDraft draft, AgentId agent) {
        var now = clock.instant();
        var found = new InvalidInput.Collector();
        boolean forward =
                found.check(
                        draft.until().isAfter(draft.from()),
                        "/until",
                        sentence("order", "The end comes after the beginning."));
        found.check(
                !draft.until().isAfter(now),
                "/until",
                sentence("future", "Only what is over can be corrected."));
        found.check(
                !draft.from().isBefore(now.minus(FURTHEST_BACK)),
                "/from",
                sentence(
                        "tooOld",
                        "Corrections go back %d days at most.".formatted(FURTHEST_BACK.toDays()),
                        FURTHEST_BACK.toDays()));
        if (forward) {
            found.check(
                    Duration.between(draft.from(), draft.until()).compareTo(LONGEST_SPAN) <= 0,
                    "/until",
                    sentence(
                            "tooLong",
                            "A correction covers %d days at most.".formatted(LONGEST_SPAN.toDays()),
                            LONGEST_SPAN.toDays()));
            found.check(
                    table
                            .of(List.of(agent), TimeSpan.of(draft.from(), draft.until()))
                            .getOrDefault(agent, List.of())
                            .stream()
                            .noneMatch(Correction::isWaiting),
                    "/from",
                    sentence(
                            "twice",
                            "You have already asked for a correction of this time. Take that back"
                                    + " first, or wait until it is decided."));
        }
        found.check(isOffered(draft), "/state", sentence("state", "Choose one of the statuses."));
        found.check(
                !draft.reason().isEmpty(),
                "/reason",
                sentence("noReason", "Say in a few words what happened."));
        checkText(draft.reason(), "/reason", found);
        found.throwIfAny();
    }

    private boolean isOffered(CorrectionDraft draft) {
        return switch (draft.kind()) {
            case CLOCK_IN -> draft.state().base() == Base.AVAILABLE && draft.state().code() == null;
            // Whoever stayed longer than was taken for granted was still there.
            case CLOCK_OUT ->
                    (draft.state().base() == Base.AWAY || draft.state().base() == Base.AVAILABLE)
                            && draft.state().code() == null;
            case STATUS ->
                    switch (draft.state().base()) {
                        case AWAY, AVAILABLE -> draft.state().code() == null;
                        case UNAVAILABLE ->
                                draft.state().reason().flatMap(reasons::find).isPresent();
                        case ACTIVE, UNKNOWN -> false;
                    };
        };
    }

    private static void checkText(String text, String pointer, InvalidInput.Collector found) {
        found.check(
                text.codePointCount(0, text.length()) <= LONGEST_TEXT,
                pointer,
                sentence(
                        "textTooLong",
                        "Use at most %d characters.".formatted(LONGEST_TEXT),
                        LONGEST_TEXT));
    }

    private static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("attendance.correction.problem." + key, english, List.of(values));
    }

    /// Takes back what one asked for, while nobody has decided.
    ///
    /// @throws EditConflict when somebody was first
    @Requires(Permission.PRESENCE_OWN)
    @Transactional
    public void withdraw(long number, long expectedVersion) {
        var viewer = access.viewer();
        var known = version(number, expectedVersion);
        if (!viewer.agent().equals(Optional.of(known.agent()))) {
            throw new AccessDeniedException("Only whoever asked can take it back");
        }
        decide(known, Progress.WITHDRAWN, null);
    }

    // ------------------------------------------------------------------ deciding

    /// Approves a correction and writes it into the log of presence: both or neither.
    ///
    /// @param note for whoever asked, up to [#LONGEST_TEXT] characters; empty: none
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is none that the viewer may decide about
    /// @throws AccessDeniedException when it is about the viewer themselves
    @Requires(Permission.PRESENCE_WRITE)
    public Correction approve(long number, long expectedVersion, String note) {
        var known = toDecide(number, expectedVersion);
        var text = checkedNote(note, false);
        log.correct(
                "" + known.number(),
                known.agent(),
                known.span(),
                known.state(),
                access.viewer().actor(),
                () -> decide(known, Progress.APPROVED, text));
        return decided(number);
    }

    /// Refuses a correction; the record stays as it is.
    ///
    /// @param note why, for whoever asked, up to [#LONGEST_TEXT] characters
    /// @throws InvalidInput without a note
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when there is none that the viewer may decide about
    /// @throws AccessDeniedException when it is about the viewer themselves
    @Requires(Permission.PRESENCE_WRITE)
    @Transactional
    public Correction refuse(long number, long expectedVersion, String note) {
        var known = toDecide(number, expectedVersion);
        decide(known, Progress.REFUSED, checkedNote(note, true));
        return decided(number);
    }

    private Correction toDecide(long number, long expectedVersion) {
        var known = version(number, expectedVersion);
        if (!isInScope(known, access.scope(Permission.PRESENCE_WRITE))) {
            throw new NotFound(WHAT, "" + number);
        }
        if (!mayDecide(known)) {
            throw new AccessDeniedException("Somebody else decides about one's own days");
        }
        return known;
    }

    private Correction version(long number, long expectedVersion) {
        var known = known(number);
        if (known.version() != expectedVersion || !known.isWaiting()) {
            throw conflict(known);
        }
        return known;
    }

    private static EditConflict conflict(Correction known) {
        var by = known.decidedBy();
        return new EditConflict(
                WHAT, "" + known.number(), by == null ? null : by.name(), known.decidedAt());
    }

    private static @Nullable String checkedNote(String note, boolean required) {
        var text = note.strip();
        var found = new InvalidInput.Collector();
        found.check(
                !required || !text.isEmpty(),
                "/note",
                sentence("noNote", "Say why it is refused: whoever asked will read it."));
        checkText(text, "/note", found);
        found.throwIfAny();
        return text.isEmpty() ? null : text;
    }

    private void decide(Correction known, Progress progress, @Nullable String note) {
        var by = access.viewer().actor();
        if (!table.decide(known, progress, by, clock.instant(), note)) {
            throw conflict(known(known.number()));
        }
        audit.changed(
                by,
                WHAT,
                "" + known.number(),
                "asked",
                progress.name().toLowerCase(Locale.ROOT) + (note == null ? "" : ": " + note));
    }

    private Correction decided(long number) {
        var correction = known(number);
        events.publishEvent(new CorrectionDecided(correction));
        return correction;
    }

    // ------------------------------------------------------------------ reading

    /// Whether the viewer may approve or refuse it: not when it is their own.
    public boolean mayDecide(Correction correction) {
        var viewer = access.viewer();
        return correction.isWaiting()
                && !viewer.agent().equals(Optional.of(correction.agent()))
                && !viewer.actor().id().equals(correction.askedBy().id())
                && isInScope(correction, viewer.scope(Permission.PRESENCE_WRITE));
    }

    /// Whether the viewer asked for it and can still take it back.
    public boolean mayWithdraw(Correction correction) {
        return correction.isWaiting()
                && access.viewer().agent().equals(Optional.of(correction.agent()));
    }

    /// One correction; empty when there is none in scope.
    @Requires({Permission.PRESENCE_VIEW, Permission.PRESENCE_WRITE, Permission.ADHERENCE_OWN})
    public Optional<Correction> find(long number, Scope scope) {
        return table.find(number).filter(correction -> isInScope(correction, scope));
    }

    /// What the record said in the span when it was asked for; it still says so, beneath.
    ///
    /// @return in order, uncut; nothing before the first event
    @Requires({Permission.PRESENCE_VIEW, Permission.ADHERENCE_OWN})
    public List<PresenceSegment> reported(Correction correction, Scope scope) {
        return isInScope(correction, scope)
                ? timelines.asKnownAt(correction.agent(), correction.span(), correction.askedAt())
                : List.of();
    }

    /// One page, newest first.
    ///
    /// @param progress null: whatever became of them
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500 and one more, which tells that the list goes on
    @Requires({Permission.PRESENCE_VIEW, Permission.ADHERENCE_OWN})
    public List<Correction> page(@Nullable Progress progress, long before, int limit, Scope scope) {
        return table.page(whose(scope), progress, before, Math.clamp(limit, 1, PAGE + 1));
    }

    /// How many wait for a decision.
    @Requires({Permission.PRESENCE_VIEW, Permission.ADHERENCE_OWN})
    public int waiting(Scope scope) {
        return table.count(whose(scope), Progress.ASKED);
    }

    private @Nullable Collection<AgentId> whose(Scope scope) {
        return scope.everybody()
                ? null
                : directory.everybody().stream()
                        .filter(agent -> sees(scope, agent))
                        .map(Agent::id)
                        .toList();
    }

    private boolean isInScope(Correction correction, Scope scope) {
        return directory.agent(correction.agent()).filter(agent -> sees(scope, agent)).isPresent();
    }

    private boolean sees(Scope scope, Agent agent) {
        return live.isIn(scope, agent);
    }

    private Correction known(long number) {
        return table.find(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
    }

    private static String inWords(CorrectionDraft draft) {
        return "%s from %s until %s".formatted(draft.state(), draft.from(), draft.until());
    }
}
