package dev.rollcall.quality;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What evaluators find: begun as a draft nobody else sees, published to the person, and from then
/// on changed only by the resolution of a dispute, which leaves the old revision beside the new.
/// Nobody evaluates themselves, and nobody meets their own evaluations here: those are
/// [OwnEvaluations].
@Service
public class Evaluations {

    static final String WHAT = "evaluation";
    private static final int PAGE = 500;

    private final EvaluationTable table;
    private final ReplyTable replies;
    private final InteractionTable interactions;
    private final ScorecardTable scorecards;
    private final SamplingTable tasks;
    private final EvaluationNews news;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    Evaluations(
            EvaluationTable table,
            ReplyTable replies,
            InteractionTable interactions,
            ScorecardTable scorecards,
            SamplingTable tasks,
            EvaluationNews news,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.replies = replies;
        this.interactions = interactions;
        this.scorecards = scorecards;
        this.tasks = tasks;
        this.news = news;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ evaluating

    /// Begins to evaluate an interaction by the published version of a scorecard, or goes on with
    /// what the caller began.
    ///
    /// @return the evaluation's number
    /// @throws InvalidInput when it was evaluated by that card already, or by somebody else now
    /// @throws NotFound when there is no such interaction in scope, or no such card offered
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public long begin(long interaction, String card) {
        var viewer = access.viewer();
        var known =
                interactions
                        .find(interaction, viewer.scope(Permission.QUALITY_WRITE))
                        .orElseThrow(() -> new NotFound("interaction", "" + interaction));
        demandNotOwn(known.agent(), viewer);
        var version =
                scorecards
                        .find(card)
                        .filter(Scorecard::isOffered)
                        .flatMap(Scorecard::published)
                        .orElseThrow(() -> new NotFound("scorecard", card));
        var before = table.of(interaction, card).orElse(null);
        if (before != null) {
            if (before.isDraft() && isBy(before, viewer)) {
                return before.number();
            }
            throw InvalidInput.of(
                    "/interaction",
                    before.isDraft()
                            ? SheetCheck.sentence(
                                    "begun",
                                    "%s is evaluating it already."
                                            .formatted(before.evaluator().name()),
                                    before.evaluator().name())
                            : SheetCheck.sentence(
                                    "evaluated",
                                    "It was evaluated by this scorecard already; open that evaluation, or calibrate."));
        }
        var agent = directory.agent(known.agent()).orElseThrow();
        var now = clock.instant();
        var by = viewer.actor();
        long number = table.insert(known, agent.unit(), version, by, now);
        table.write(
                number,
                new Revision(1, Map.of(), "", now, by.name()),
                Scoring.review(version.sheet(), Map.of()),
                false);
        return number;
    }

    /// Keeps a draft as far as it is; not every question needs an answer yet.
    ///
    /// @return the version it has now
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when it is another version, or published
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public long save(long number, long expectedVersion, EvaluationDraft draft) {
        var known = ownDraft(number, expectedVersion);
        keep(known, draft, false);
        if (!table.change(known, ", asks_self = :asks", Map.of("asks", draft.asksSelf()))) {
            throw audit.conflict(WHAT, "" + number);
        }
        return known.version() + 1;
    }

    private void keep(Evaluation known, EvaluationDraft draft, boolean published) {
        var sheet = sheet(known).sheet();
        var answers = AnswersCheck.clean(sheet, draft.answers(), published);
        var by = access.viewer().actor().name();
        var now = clock.instant();
        table.write(
                known.number(),
                new Revision(
                        1, answers, AnswersCheck.text(draft.comment(), "/comment", false), now, by),
                Scoring.review(sheet, answers),
                published);
        table.note(
                known.number(),
                AnswersCheck.text(draft.privateNote(), "/privateNote", false),
                now,
                by);
    }

    /// Publishes what is written: the person is told, and it never changes but by a dispute.
    ///
    /// @throws InvalidInput naming every question without an answer
    /// @throws EditConflict when it is another version, or published already
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public void publish(long number, long expectedVersion, EvaluationDraft draft) {
        var known = ownDraft(number, expectedVersion);
        keep(known, draft, true);
        boolean published =
                table.change(
                        known,
                        ", state = 'PUBLISHED', published_at = :now, asks_self = :asks",
                        Map.of("now", Rows.utc(clock.instant()), "asks", draft.asksSelf()));
        if (!published) {
            throw audit.conflict(WHAT, "" + number);
        }
        tasks.done(known.interaction(), known.card(), number);
        audit.changed(access.viewer().actor(), WHAT, "" + number, "draft", "published");
        news.published(known);
        events.publishEvent(new EvaluationsChanged(known.agent()));
    }

    /// Throws a draft away.
    ///
    /// @throws EditConflict when it is another version, or published already
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public void discard(long number, long expectedVersion) {
        if (!table.delete(ownDraft(number, expectedVersion))) {
            throw audit.conflict(WHAT, "" + number);
        }
    }

    private Evaluation ownDraft(long number, long expectedVersion) {
        var viewer = access.viewer();
        var known =
                table.find(number)
                        .filter(each -> isIn(each, viewer.scope(Permission.QUALITY_WRITE)))
                        .filter(each -> isBy(each, viewer))
                        .orElseThrow(() -> new NotFound(WHAT, "" + number));
        demandNotOwn(known.agent(), viewer);
        if (!known.isDraft() || known.version() != expectedVersion) {
            throw audit.conflict(WHAT, "" + number);
        }
        return known;
    }

    // ------------------------------------------------------------------ disputes

    /// Whether the caller may resolve the dispute that waits: neither about oneself, nor of what
    /// one evaluated oneself.
    public boolean mayResolve(Evaluation known) {
        var viewer = access.viewer();
        return known.disputed()
                && !isAbout(known.agent(), viewer)
                && !isBy(known, viewer)
                && isIn(known, viewer.scope(Permission.QUALITY_WRITE));
    }

    /// Leaves an evaluation as it is.
    ///
    /// @param note why, for the person
    /// @throws InvalidInput without a note
    /// @throws EditConflict when somebody was first
    /// @throws AccessDeniedException when somebody else has to
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public void keep(long number, long expectedVersion, String note) {
        var known = toResolve(number, expectedVersion);
        resolve(known, Dispute.Outcome.KEPT, note, known.revision());
    }

    /// Changes an evaluation: a new revision counts, and the old one stays beside it.
    ///
    /// @param note why, for the person
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws AccessDeniedException when somebody else has to
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public void change(
            long number, long expectedVersion, Map<String, Answer> answers, String note) {
        var known = toResolve(number, expectedVersion);
        var sheet = sheet(known).sheet();
        var clean = AnswersCheck.clean(sheet, answers, true);
        int next = known.revision() + 1;
        table.write(
                number,
                new Revision(
                        next,
                        clean,
                        AnswersCheck.text(note, "/note", true),
                        clock.instant(),
                        access.viewer().actor().name()),
                Scoring.review(sheet, clean),
                true);
        resolve(known, Dispute.Outcome.CHANGED, note, next);
    }

    private void resolve(Evaluation known, Dispute.Outcome outcome, String note, int revision) {
        var why = AnswersCheck.text(note, "/note", true);
        var by = access.viewer().actor();
        boolean resolved =
                table.change(
                                known,
                                ", disputed = false, revision = :revision",
                                Map.of("revision", revision))
                        && replies.resolve(known.number(), outcome, why, by, clock.instant());
        if (!resolved) {
            throw audit.conflict(WHAT, "" + known.number());
        }
        audit.changed(
                by,
                WHAT,
                "" + known.number(),
                "disputed, revision " + known.revision(),
                outcome.name().toLowerCase(Locale.ROOT) + ", revision " + revision);
        news.resolved(known, outcome);
        events.publishEvent(new EvaluationsChanged(known.agent()));
    }

    private Evaluation toResolve(long number, long expectedVersion) {
        var known =
                table.find(number)
                        .filter(each -> isIn(each, access.scope(Permission.QUALITY_WRITE)))
                        .orElseThrow(() -> new NotFound(WHAT, "" + number));
        if (known.version() != expectedVersion || !known.disputed()) {
            throw audit.conflict(WHAT, "" + number);
        }
        if (!mayResolve(known)) {
            throw new AccessDeniedException("Somebody else resolves this dispute");
        }
        return known;
    }

    // ------------------------------------------------------------------ reading

    /// All about one: a published one of the caller's people, or a draft of the caller's own. The
    /// look is written down.
    ///
    /// @param scope whose the caller may see
    @Requires({Permission.QUALITY_VIEW, Permission.QUALITY_WRITE})
    @Transactional
    public Optional<EvaluationFile> open(long number, Scope scope) {
        var viewer = access.viewer();
        var found =
                table.find(number)
                        .filter(each -> isIn(each, scope))
                        .filter(each -> !isAbout(each.agent(), viewer))
                        .filter(each -> !each.isDraft() || isBy(each, viewer));
        found.filter(each -> !each.isDraft())
                .flatMap(each -> directory.agent(each.agent()))
                .ifPresent(agent ->
                        audit.looked(viewer.actor(), agent.externalId(), "evaluation " + number));
        return found.map(each -> file(each, viewer));
    }

    private EvaluationFile file(Evaluation known, Viewer viewer) {
        boolean evaluates = isIn(known, viewer.scope(Permission.QUALITY_WRITE));
        return new EvaluationFile(
                known,
                interactions.find(known.interaction(), Scope.everyone()).orElseThrow(),
                sheet(known),
                table.revisions(known.number()),
                replies.selfAssessment(known.number()).orElse(null),
                replies.disputes(known.number()),
                evaluates ? table.note(known.number()).orElse(null) : null);
    }

    /// What the caller began and has not published.
    @Requires(Permission.QUALITY_WRITE)
    @Transactional(readOnly = true)
    public List<Evaluation> drafts() {
        var viewer = access.viewer();
        return table.drafts(viewer.actor().id()).stream()
                .filter(each -> isIn(each, viewer.scope(Permission.QUALITY_WRITE)))
                .toList();
    }

    /// One page of published ones, the latest begun first; not the caller's own.
    ///
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500 and one more, which tells that the list goes on
    @Requires(Permission.QUALITY_VIEW)
    @Transactional(readOnly = true)
    public List<Evaluation> page(EvaluationFilter filter, long before, int limit, Scope scope) {
        return table.page(
                filter,
                before,
                Math.clamp(limit, 1, PAGE + 1),
                scope,
                access.viewer().agent().orElse(null));
    }

    private ScorecardVersion sheet(Evaluation known) {
        return scorecards
                .find(known.card())
                .flatMap(card -> card.version(known.cardVersion()))
                .orElseThrow();
    }

    private boolean isIn(Evaluation known, Scope scope) {
        return directory.agent(known.agent()).filter(one -> isIn(one, scope)).isPresent();
    }

    private static boolean isIn(Agent agent, Scope scope) {
        return scope.includes(agent, null);
    }

    private static boolean isBy(Evaluation known, Viewer viewer) {
        return known.evaluator().kind() == viewer.actor().kind()
                && known.evaluator().id().equals(viewer.actor().id());
    }

    private static boolean isAbout(AgentId agent, Viewer viewer) {
        return Objects.equals(viewer.agent().orElse(null), agent);
    }

    private static void demandNotOwn(AgentId agent, Viewer viewer) {
        if (isAbout(agent, viewer)) {
            throw new AccessDeniedException("Nobody evaluates themselves");
        }
    }
}
