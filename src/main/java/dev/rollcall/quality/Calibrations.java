package dev.rollcall.quality;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Evaluators score the same interaction, each without seeing the others, and see afterwards how
/// far they agree. It evaluates nobody: no score of it ever counts for the person.
@Service
public class Calibrations {

    private static final String WHAT = "calibration";
    private static final int MOST = 200;
    private static final int FEWEST = 2;

    private final CalibrationTable table;
    private final InteractionTable interactions;
    private final ScorecardTable scorecards;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Calibrations(
            CalibrationTable table,
            InteractionTable interactions,
            ScorecardTable scorecards,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.interactions = interactions;
        this.scorecards = scorecards;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Opens a session; whoever opens it gives the reference.
    ///
    /// @return its number
    /// @throws InvalidInput without a name
    /// @throws NotFound when there is no such interaction in scope, or no such card offered
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public long open(String name, long interaction, String card) {
        var viewer = access.viewer();
        var known =
                interactions
                        .find(interaction, viewer.scope(Permission.QUALITY_WRITE))
                        .orElseThrow(() -> new NotFound("interaction", "" + interaction));
        if (Objects.equals(viewer.agent(), Optional.of(known.agent()))) {
            throw new AccessDeniedException("Nobody evaluates themselves");
        }
        var version =
                scorecards
                        .find(card)
                        .filter(Scorecard::isOffered)
                        .flatMap(Scorecard::published)
                        .orElseThrow(() -> new NotFound("scorecard", card));
        var text = name.strip();
        if (text.isEmpty() || text.length() > SheetCheck.LONGEST_NAME) {
            throw InvalidInput.of(
                    "/name",
                    SheetCheck.sentence("planName", "Give it a name of up to 120 characters."));
        }
        long number = table.insert(text, known, version, viewer.actor(), clock.instant());
        audit.changed(viewer.actor(), WHAT, "" + number, null, "opened: " + text);
        return number;
    }

    /// Scores, or scores anew, while it is open.
    ///
    /// @throws InvalidInput naming every question without an answer
    /// @throws EditConflict when it is closed
    /// @throws NotFound when there is none in scope
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public void score(long number, Map<String, Answer> answers) {
        var known = held(number);
        var sheet = card(known).sheet();
        var clean = AnswersCheck.clean(sheet, answers, true);
        table.score(
                number,
                access.viewer().actor(),
                clean,
                Scoring.review(sheet, clean),
                clock.instant());
    }

    /// Closes a session: everybody sees what all answered.
    ///
    /// @throws InvalidInput when fewer than two have scored
    /// @throws EditConflict when it is closed already
    /// @throws AccessDeniedException when somebody else opened it
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public void close(long number) {
        var known = held(number);
        var by = access.viewer().actor();
        if (!known.facilitatorId().equals(CalibrationTable.id(by))) {
            throw new AccessDeniedException("Whoever opened a calibration closes it");
        }
        if (table.scores(number).size() < FEWEST) {
            throw InvalidInput.of(
                    "",
                    SheetCheck.sentence(
                            "fewScores",
                            "At least two have to score before there is anything to compare."));
        }
        table.close(number, clock.instant());
        audit.changed(by, WHAT, "" + number, "open", "closed");
    }

    private CalibrationTable.Row held(long number) {
        var viewer = access.viewer();
        var known =
                table.hold(number, viewer.scope(Permission.QUALITY_WRITE))
                        .filter(each -> !Objects.equals(viewer.agent(), Optional.of(each.agent())))
                        .orElseThrow(() -> new NotFound(WHAT, "" + number));
        if (known.closedAt() != null) {
            throw audit.conflict(WHAT, "" + number, known.name());
        }
        return known;
    }

    /// The latest sessions about the caller's people, never about the caller.
    @Requires(Permission.QUALITY_WRITE)
    @Transactional(readOnly = true)
    public List<CalibrationSession> list() {
        var viewer = access.viewer();
        return table
                .list(viewer.scope(Permission.QUALITY_WRITE), viewer.agent().orElse(null), MOST)
                .stream()
                .map(this::session)
                .toList();
    }

    /// One of them; empty when there is none in scope.
    @Requires(Permission.QUALITY_WRITE)
    @Transactional(readOnly = true)
    public Optional<CalibrationSession> find(long number) {
        var viewer = access.viewer();
        return table.find(number, viewer.scope(Permission.QUALITY_WRITE))
                .filter(each -> !Objects.equals(viewer.agent(), Optional.of(each.agent())))
                .map(this::session);
    }

    private CalibrationSession session(CalibrationTable.Row row) {
        var card = card(row);
        var scores = table.scores(row.number());
        var self = CalibrationTable.id(access.viewer().actor());
        return new CalibrationSession(
                row.number(),
                row.name(),
                interactions.find(row.interaction(), Scope.everyone()).orElseThrow(),
                card,
                row.facilitator(),
                row.openedAt(),
                row.closedAt(),
                scores.stream().map(CalibrationTable.Score::scorer).toList(),
                scores.stream()
                        .filter(each -> each.scorerId().equals(self))
                        .map(CalibrationTable.Score::answers)
                        .findFirst()
                        .orElse(null),
                row.closedAt() == null ? null : agreement(card.sheet(), scores, row),
                row.facilitatorId().equals(self));
    }

    /// Of two of one name the second is told apart by a number.
    private static Agreement agreement(
            Sheet sheet, List<CalibrationTable.Score> scores, CalibrationTable.Row row) {
        var named = new LinkedHashMap<String, Map<String, Answer>>();
        String reference = null;
        for (var score : scores) {
            var name = score.scorer();
            for (int i = 2; named.containsKey(name); i++) {
                name = score.scorer() + " " + i;
            }
            named.put(name, score.answers());
            if (score.scorerId().equals(row.facilitatorId())) {
                reference = name;
            }
        }
        return Agreement.of(sheet, named, reference);
    }

    private ScorecardVersion card(CalibrationTable.Row row) {
        return scorecards
                .find(row.card())
                .flatMap(card -> card.version(row.cardVersion()))
                .orElseThrow();
    }
}
