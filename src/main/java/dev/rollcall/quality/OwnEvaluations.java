package dev.rollcall.quality;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.quality.Evaluation.SelfState;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The caller's own evaluations. A result stays closed until they said how they see it themselves,
/// or that they would rather not.
@Service
public class OwnEvaluations {

    private static final int MOST = 200;

    private final EvaluationTable table;
    private final ReplyTable replies;
    private final InteractionTable interactions;
    private final ScorecardTable scorecards;
    private final EvaluationNews news;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    OwnEvaluations(
            EvaluationTable table,
            ReplyTable replies,
            InteractionTable interactions,
            ScorecardTable scorecards,
            EvaluationNews news,
            Access access,
            AuditLog audit,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.replies = replies;
        this.interactions = interactions;
        this.scorecards = scorecards;
        this.news = news;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// The latest published ones, the newest first.
    @Requires(Permission.QUALITY_OWN)
    @Transactional(readOnly = true)
    public List<OwnEvaluationLine> list() {
        return access.viewer()
                .agent()
                .map(self -> all(self, null, null).stream().map(OwnEvaluationLine::of).toList())
                .orElse(List.of());
    }

    private List<Evaluation> all(AgentId self, @Nullable Instant from, @Nullable Instant until) {
        return table.page(
                new EvaluationFilter(self, from, until, false),
                Long.MAX_VALUE,
                MOST,
                Scope.ofAgent(self),
                null);
    }

    /// One of them; when its result is seen for the first time, that is written down.
    @Requires(Permission.QUALITY_OWN)
    @Transactional
    public Optional<OwnEvaluation> open(long number) {
        var found = find(number);
        if (found.isPresent()) {
            news.read();
        }
        found.filter(each -> each.isOpenToPerson() && each.seenAt() == null)
                .ifPresent(each ->
                        table.change(
                                each,
                                ", seen_at = :now",
                                Map.of("now", Rows.utc(clock.instant()))));
        return found.flatMap(each -> table.find(each.number())).map(this::shown);
    }

    private OwnEvaluation shown(Evaluation known) {
        long number = known.number();
        return new OwnEvaluation(
                OwnEvaluationLine.of(known),
                interactions.find(known.interaction(), Scope.everyone()).orElseThrow(),
                card(known),
                known.isOpenToPerson()
                        ? new OwnEvaluation.Result(
                                table.revisions(number), replies.disputes(number))
                        : null,
                replies.selfAssessment(number).orElse(null));
    }

    private ScorecardVersion card(Evaluation known) {
        return scorecards
                .find(known.card())
                .flatMap(card -> card.version(known.cardVersion()))
                .orElseThrow();
    }

    /// Says how one sees it oneself; the result is open from then on.
    ///
    /// @throws InvalidInput naming every question without an answer
    /// @throws EditConflict when it was said already
    @Requires(Permission.QUALITY_OWN)
    @Transactional
    public void assess(
            long number, long expectedVersion, Map<String, Answer> answers, String comment) {
        var known = toAssess(number, expectedVersion);
        var sheet = card(known).sheet();
        var clean = AnswersCheck.clean(sheet, answers, true);
        var said = AnswersCheck.text(comment, "/comment", false);
        replies.assess(
                number,
                new SelfAssessment(clean, said, clock.instant()),
                Scoring.review(sheet, clean));
        change(known, SelfState.GIVEN);
    }

    /// Would rather see the result at once.
    ///
    /// @throws EditConflict when it was decided already
    @Requires(Permission.QUALITY_OWN)
    @Transactional
    public void decline(long number, long expectedVersion) {
        change(toAssess(number, expectedVersion), SelfState.DECLINED);
    }

    private Evaluation toAssess(long number, long expectedVersion) {
        var known = known(number, expectedVersion);
        if (known.self() != SelfState.OPEN) {
            throw audit.conflict(Evaluations.WHAT, "" + number);
        }
        return known;
    }

    private void change(Evaluation known, SelfState to) {
        demand(table.change(known, ", self_state = :state", Map.of("state", to.name())), known);
        told(known, "self-assessment " + to.name().toLowerCase(Locale.ROOT));
    }

    /// Says that one has taken note of it; agreeing is another matter.
    ///
    /// @throws EditConflict when it is another version
    @Requires(Permission.QUALITY_OWN)
    @Transactional
    public void acknowledge(long number, long expectedVersion) {
        var known = seen(number, expectedVersion);
        if (known.acknowledgedAt() != null) {
            return;
        }
        demand(
                table.change(
                        known,
                        ", acknowledged_at = :now",
                        Map.of("now", Rows.utc(clock.instant()))),
                known);
        told(known, "acknowledged");
    }

    /// Disagrees. Somebody who did not evaluate it resolves it; each revision can be disputed once.
    ///
    /// @throws InvalidInput without a reason, or when this revision was disputed already
    /// @throws EditConflict when it is another version
    @Requires(Permission.QUALITY_OWN)
    @Transactional
    public void dispute(long number, long expectedVersion, String reason) {
        var known = seen(number, expectedVersion);
        var why = AnswersCheck.text(reason, "/reason", true);
        if (replies.disputes(number).stream()
                .anyMatch(each -> each.ofRevision() == known.revision())) {
            throw InvalidInput.of(
                    "/reason",
                    SheetCheck.sentence(
                            "disputed", "This was disputed already; the answer stands below it."));
        }
        demand(table.change(known, ", disputed = true", Map.of()), known);
        replies.dispute(known, why, clock.instant());
        told(known, "disputed");
    }

    /// What a month came to.
    ///
    /// @param score mean of those published in the month and not in dispute; empty of none
    /// @param count how many that is
    /// @param waiting how many results of the month wait for the person’s own view; they do not
    ///   count until then
    public record Month(
            YearMonth month, Optional<Fraction> score, int count, int disputed, int waiting) {}

    /// The caller's own score of a month, by their own days.
    ///
    /// @return empty for who is no agent
    @Requires(Permission.QUALITY_OWN)
    @Transactional(readOnly = true)
    public Optional<Month> month(YearMonth month, ZoneId zone) {
        return access.viewer().agent().map(self -> month(self, month, zone));
    }

    private Month month(AgentId self, YearMonth month, ZoneId zone) {
        var all =
                all(
                        self,
                        month.atDay(1).atStartOfDay(zone).toInstant(),
                        month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
        var scores = new ArrayList<Fraction>();
        int disputed = 0;
        int waiting = 0;
        for (var each : all) {
            var score = each.score();
            if (!each.isOpenToPerson()) {
                waiting++;
            } else if (each.disputed()) {
                disputed++;
            } else if (score != null) {
                scores.add(Fraction.of(score).over(Fraction.of(100)));
            }
        }
        return new Month(month, Scoring.mean(scores), scores.size(), disputed, waiting);
    }

    private Optional<Evaluation> find(long number) {
        return table.find(number)
                .filter(each -> !each.isDraft())
                .filter(each -> access.viewer().agent().equals(Optional.of(each.agent())));
    }

    private Evaluation known(long number, long expectedVersion) {
        var known = find(number).orElseThrow(() -> new NotFound(Evaluations.WHAT, "" + number));
        if (known.version() != expectedVersion) {
            throw audit.conflict(Evaluations.WHAT, "" + number);
        }
        return known;
    }

    private Evaluation seen(long number, long expectedVersion) {
        var known = known(number, expectedVersion);
        if (known.seenAt() == null) {
            throw audit.conflict(Evaluations.WHAT, "" + number);
        }
        return known;
    }

    private void demand(boolean changed, Evaluation known) {
        if (!changed) {
            throw audit.conflict(Evaluations.WHAT, "" + known.number());
        }
    }

    private void told(Evaluation known, String what) {
        audit.changed(access.viewer().actor(), Evaluations.WHAT, "" + known.number(), null, what);
        events.publishEvent(new EvaluationsChanged(known.agent()));
    }
}
