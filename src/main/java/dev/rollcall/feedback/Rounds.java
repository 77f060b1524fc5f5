package dev.rollcall.feedback;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Holders;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.UserId;
import dev.rollcall.security.UserNames;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Anonymous rounds, for whoever begins them and whoever may know what they came to. A round ends
/// when it was said it would; nothing is told before, and nothing of fewer than five answers.
@Service
public class Rounds {

    /// How many questions a round has at most.
    public static final int MOST_QUESTIONS = 10;

    static final String WHAT = "feedback round";
    static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_TITLE = 100;
    private static final int MOST_DAYS = 90;

    private final RoundTable table;
    private final FeedbackNews news;
    private final Directory directory;
    private final Holders holders;
    private final UserNames names;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Rounds(
            RoundTable table,
            FeedbackNews news,
            Directory directory,
            Holders holders,
            UserNames names,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.news = news;
        this.directory = directory;
        this.holders = holders;
        this.names = names;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Somebody who can be reviewed.
    public record Manager(UserId user, String name) {}

    /// Those who give feedback and so can be reviewed, by name.
    @Requires(Permission.FEEDBACK_ADMIN)
    public List<Manager> managers() {
        demandWhole();
        return holders.of(Permission.FEEDBACK_GIVE, Set.of(), _ -> true).stream()
                .flatMap(user -> names.of(user).map(name -> new Manager(user, name)).stream())
                .sorted(Comparator.comparing(Manager::name))
                .toList();
    }

    /// Begins a round and tells those who are asked.
    ///
    /// @return its number
    /// @throws InvalidInput naming every bad field, such as when fewer than five are asked
    @Requires(Permission.FEEDBACK_ADMIN)
    @Transactional
    public long open(RoundDraft draft) {
        demandWhole();
        var now = clock.instant();
        var end = draft.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        check(draft, now, end);
        var people = asked(draft);
        var pieces = pieces(draft, people);
        if (pieces.isEmpty()) {
            throw InvalidInput.of(
                    "/units",
                    FeedbackCheck.sentence(
                            "few", "Ask five people at least: fewer could be guessed."));
        }
        var manager = draft.manager();
        var by = access.viewer().actor();
        long number =
                table.insert(
                        draft,
                        manager == null ? null : names.of(manager).orElse("–"),
                        by.name(),
                        now,
                        end);
        for (int i = 0; i < pieces.size(); i++) {
            var units = pieces.get(i);
            table.insertPiece(
                    number,
                    i,
                    draft.type() == Round.Type.PULSE && units.size() == 1
                            ? units.iterator().next()
                            : null,
                    people.stream()
                            .filter(each -> units.contains(each.unit()))
                            .map(Agent::id)
                            .toList());
        }
        audit.changed(by, WHAT, "" + number, null, draft.type() + ": " + draft.title());
        news.asked(people.stream().map(Agent::id).toList(), draft.title());
        return number;
    }

    private void check(RoundDraft draft, Instant now, Instant end) {
        var problems = new InvalidInput.Collector();
        FeedbackCheck.check(draft.title().strip(), "/title", true, LONGEST_TITLE, problems);
        problems.check(
                !draft.questions().isEmpty() && draft.questions().size() <= MOST_QUESTIONS,
                "/questions",
                FeedbackCheck.sentence(
                        "questions",
                        "Ask between one and %d questions.".formatted(MOST_QUESTIONS),
                        MOST_QUESTIONS));
        for (var question : draft.questions()) {
            FeedbackCheck.check(question.strip(), "/questions", true, LONGEST_QUESTION, problems);
        }
        problems.check(
                end.isAfter(now) && end.isBefore(now.plusSeconds(MOST_DAYS * 86_400L)),
                "/lastDay",
                FeedbackCheck.sentence(
                        "lastDay",
                        "Choose a day from today on, within %d days.".formatted(MOST_DAYS),
                        MOST_DAYS));
        var manager = draft.manager();
        if (draft.type() == Round.Type.MANAGER) {
            problems.check(
                    manager != null
                            && holders.of(Permission.FEEDBACK_GIVE, Set.of(), _ -> true)
                                    .contains(manager),
                    "/manager",
                    FeedbackCheck.sentence("manager", "Choose who is reviewed."));
            problems.check(
                    manager == null || !table.hasOpenReview(manager, now),
                    "/manager",
                    FeedbackCheck.sentence("running", "A review of them is going on already."));
        }
        problems.throwIfAny();
    }

    /// Whose home is in the units or below them; never the reviewed themselves.
    private List<Agent> asked(RoundDraft draft) {
        var units = new HashSet<UnitId>();
        draft.units().forEach(each -> units.addAll(directory.withDescendants(each)));
        var manager = draft.manager();
        Optional<AgentId> self =
                manager == null
                        ? Optional.empty()
                        : access.viewer(manager).flatMap(viewer -> viewer.agent());
        return directory.everybody().stream()
                .filter(each -> units.contains(each.unit()))
                .filter(each -> !self.equals(Optional.of(each.id())))
                .sorted(Comparator.comparing(Agent::id))
                .toList();
    }

    /// Of a review nothing but the whole is ever told: it has one part.
    private List<Set<UnitId>> pieces(RoundDraft draft, List<Agent> people) {
        if (draft.type() == Round.Type.MANAGER) {
            return people.size() < Anonymous.LEAST
                    ? List.of()
                    : List.of(people.stream().map(Agent::unit).collect(Collectors.toSet()));
        }
        var byUnit = new TreeMap<Long, Set<AgentId>>();
        for (var each : people) {
            byUnit.computeIfAbsent(each.unit().value(), _ -> new HashSet<>()).add(each.id());
        }
        return Anonymous.pieces(new LinkedHashMap<>(byUnit)).stream()
                .map(each -> each.stream().map(UnitId::new).collect(Collectors.toSet()))
                .toList();
    }

    /// The rounds the caller may know of, the latest first: all for whoever begins them; for others
    /// the reviews of themselves, and pulses of units they look after.
    @Requires({Permission.FEEDBACK_ADMIN, Permission.FEEDBACK_VIEW})
    @Transactional(readOnly = true)
    public List<Round> list() {
        return table.all().stream().filter(this::mayKnow).toList();
    }

    private boolean mayKnow(Round round) {
        var viewer = access.viewer();
        if (viewer.scope(Permission.FEEDBACK_ADMIN).everybody()) {
            return true;
        }
        var manager = round.manager();
        if (manager != null) {
            return viewer.actor().kind() == Actor.Kind.USER
                    && viewer.actor().id().equals("" + manager.value());
        }
        var scope = viewer.scope(Permission.FEEDBACK_VIEW);
        return table.pieces(round.number()).stream()
                .anyMatch(each ->
                        scope.everybody() || (each.unit() != null && scope.includes(each.unit())));
    }

    /// What a round that is over came to, as far as it may be told; empty while it goes on, and for
    /// whoever may not know of it. Looking at it is no look at anybody.
    @Requires({Permission.FEEDBACK_ADMIN, Permission.FEEDBACK_VIEW})
    @Transactional(readOnly = true)
    public Optional<RoundResult> result(long number) {
        return table.find(number)
                .filter(this::mayKnow)
                .filter(each -> each.isOver(clock.instant()))
                .map(this::result);
    }

    private RoundResult result(Round round) {
        var answers = table.answers(round.number());
        var pieces = table.pieces(round.number());
        var told = Anonymous.told(answers, pieces.size());
        var lines = new ArrayList<RoundResult.Line>();
        boolean whole = seesWhole(round);
        if (whole && told.contains(-1)) {
            lines.add(line("", answers, round));
        }
        for (var piece : pieces) {
            var unit = piece.unit();
            if (unit != null && pieces.size() > 1 && told.contains(piece.number()) && sees(unit)) {
                lines.add(
                        line(
                                directory.unit(unit).map(Unit::name).orElse("–"),
                                answers.stream()
                                        .filter(each -> each.piece() == piece.number())
                                        .toList(),
                                round));
            }
        }
        return new RoundResult(
                round, lines, whole && told.contains(-1) ? table.words(round.number()) : List.of());
    }

    /// Whether the caller may see what all of those asked say together: of a review whoever may
    /// know of it, of a pulse who looks after all of them.
    private boolean seesWhole(Round round) {
        return round.type() == Round.Type.MANAGER
                || access.viewer().scope(Permission.FEEDBACK_ADMIN).everybody()
                || table.pieces(round.number()).stream()
                        .allMatch(each -> each.unit() != null && sees(each.unit()))
                || access.scope(Permission.FEEDBACK_VIEW).everybody();
    }

    private boolean sees(UnitId unit) {
        return access.scope(Permission.FEEDBACK_VIEW, Permission.FEEDBACK_ADMIN).includes(unit);
    }

    private static RoundResult.Line line(String unit, List<Anonymous.Given> answers, Round round) {
        return new RoundResult.Line(
                unit, answers.size(), Anonymous.means(answers, round.questions().size()));
    }

    private void demandWhole() {
        access.demandWholeOrganisation(Permission.FEEDBACK_ADMIN, Permission.FEEDBACK_ADMIN);
    }
}
