package dev.rollcall.surveys;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import dev.rollcall.surveys.SurveyReport.Line;
import dev.rollcall.surveys.SurveyResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What customers answered: the way in for it, and what it comes to for those who look after the
/// people it is about.
@Service
public class Surveys {

    /// More than this many answers are not added up at once.
    static final int MOST = 50_000;

    private static final int PAGE = 50;
    private static final Duration FURTHEST_AHEAD = Duration.ofSeconds(120);

    private final SurveyTable table;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationClock clock;

    Surveys(
            SurveyTable table,
            Directory directory,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ coming in

    /// Keeps answers; one result for each in the order given, after the commit. One bad one does
    /// not harm its neighbours.
    ///
    /// @param scope whom the caller may speak of; others are rejected as `unknown-agent`
    @Requires(Permission.SURVEYS_WRITE)
    public List<SurveyResult> take(List<ToldResponse> told, Actor by, Scope scope) {
        return retries.inTransactionOfItsOwn(
                () -> told.stream().map(each -> take(each, by, scope)).toList());
    }

    private SurveyResult take(ToldResponse told, Actor by, Scope scope) {
        var refused = refusal(told, scope);
        if (refused.isPresent()) {
            return refused.get();
        }
        var agent = directory.agent(told.agent()).orElseThrow();
        boolean kept = table.keep(told, agent.id(), agent.unit(), by, clock.instant());
        return SurveyResult.of(told.id(), kept ? Outcome.ACCEPTED : Outcome.DUPLICATE);
    }

    /// Why one would be rejected; empty when it would not.
    Optional<SurveyResult> refusal(ToldResponse told, Scope scope) {
        if (told.at().isAfter(clock.instant().plus(FURTHEST_AHEAD))) {
            return refused(
                    told,
                    SurveyResult.CLOCK_SKEW,
                    "/answeredAt",
                    new Sentence(
                            "surveys.problem.future",
                            "answeredAt lies more than two minutes in the future. Check the sender's clock.",
                            List.of()));
        }
        boolean known =
                directory.agent(told.agent()).filter(one -> scope.includes(one, null)).isPresent();
        // Whose it was before must be of the caller's people, too.
        boolean theirs =
                table.about(told.source(), told.id())
                        .flatMap(directory::agent)
                        .filter(before -> !scope.includes(before, null))
                        .isEmpty();
        return known && theirs
                ? Optional.empty()
                : refused(
                        told,
                        SurveyResult.UNKNOWN_AGENT,
                        "/agent",
                        new Sentence(
                                "surveys.problem.agent",
                                "There is no agent \"%s\". Add them, then send it again."
                                        .formatted(told.agent()),
                                List.of(told.agent())));
    }

    private static Optional<SurveyResult> refused(
            ToldResponse told, String code, String pointer, Sentence sentence) {
        return Optional.of(
                SurveyResult.rejected(
                        told.id(), code, List.of(new InvalidInput.Problem(pointer, sentence))));
    }

    // ------------------------------------------------------------------ what it comes to

    /// Adds up the answers of a span about people of a scope.
    ///
    /// @param kind what was asked
    /// @param zone of the months
    /// @param scope of the caller's own; others are not counted
    @Requires(Permission.SURVEYS_VIEW)
    @Transactional(readOnly = true)
    public SurveyReport report(
            SurveyKind kind, Instant from, Instant until, ZoneId zone, Scope scope) {
        var all = counted(kind, from, until, scope);
        return new SurveyReport(
                tally(kind, all),
                lines(kind, all, each -> unit(each).stream().toList()),
                lines(kind, all, this::groups),
                lines(kind, all, each -> agent(each).stream().toList()),
                lines(kind, all, SurveyResponse::tags),
                lines(
                        kind,
                        all,
                        each -> List.of(YearMonth.from(each.at().atZone(zone)).toString())));
    }

    private List<SurveyResponse> counted(
            SurveyKind kind, Instant from, Instant until, Scope scope) {
        var mine = access.scope(Permission.SURVEYS_VIEW);
        return table.between(from, until, MOST).stream()
                .filter(each -> each.kind() == kind)
                .filter(each ->
                        directory
                                .agent(each.agent())
                                .filter(one ->
                                        mine.includes(one, null) && scope.includes(one, null))
                                .isPresent())
                .toList();
    }

    static SurveyTally tally(SurveyKind kind, Collection<SurveyResponse> all) {
        return SurveyTally.of(
                kind,
                all.stream()
                        .filter(each -> each.kind() == kind)
                        .map(SurveyResponse::score)
                        .toList());
    }

    private static List<Line> lines(
            SurveyKind kind,
            List<SurveyResponse> all,
            Function<SurveyResponse, List<String>> names) {
        var byName = new TreeMap<String, List<SurveyResponse>>();
        for (var each : all) {
            names.apply(each)
                    .forEach(
                            name -> byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(each));
        }
        return byName.entrySet().stream()
                .map(each -> new Line(each.getKey(), tally(kind, each.getValue())))
                .toList();
    }

    private Optional<String> unit(SurveyResponse each) {
        return directory.unit(each.unit()).map(Unit::name);
    }

    private Optional<String> agent(SurveyResponse each) {
        return directory.agent(each.agent()).map(Agent::name);
    }

    private List<String> groups(SurveyResponse each) {
        return directory.agent(each.agent()).stream()
                .flatMap(agent -> agent.groups().stream())
                .flatMap(id -> directory.group(id).stream())
                .map(Group::name)
                .sorted()
                .toList();
    }

    /// The latest answers of a span about people of a scope, as customers gave them. That the
    /// caller looked at them is written down.
    ///
    /// @param badOnly only those of detractors or dissatisfied customers
    @Requires(Permission.SURVEYS_VIEW)
    @Transactional
    public List<SurveyResponse> answers(
            SurveyKind kind, Instant from, Instant until, Scope scope, boolean badOnly) {
        var shown =
                counted(kind, from, until, scope).stream()
                        .filter(each -> !badOnly || kind.isBad(each.score()))
                        .limit(PAGE)
                        .toList();
        var by = access.viewer().actor();
        shown.stream()
                .map(SurveyResponse::agent)
                .distinct()
                .flatMap(agent -> directory.agent(agent).stream())
                .forEach(agent -> audit.looked(by, agent.externalId(), "answers of customers"));
        return shown;
    }

    /// What customers said of one person, for a talk with them; the caller's own, too.
    ///
    /// @return nothing for somebody the caller neither looks after nor is
    @Requires({Permission.SURVEYS_VIEW, Permission.SURVEYS_OWN})
    @Transactional(readOnly = true)
    public List<SurveyResponse> of(AgentId agent, Instant from, Instant until) {
        var viewer = access.viewer();
        boolean own =
                viewer.may(Permission.SURVEYS_OWN)
                        && viewer.agent().filter(agent::equals).isPresent();
        boolean theirs =
                directory
                        .agent(agent)
                        .filter(one -> viewer.scope(Permission.SURVEYS_VIEW).includes(one, null))
                        .isPresent();
        return own || theirs ? table.of(agent, from, until, MOST) : List.of();
    }
}
