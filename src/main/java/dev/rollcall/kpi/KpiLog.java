package dev.rollcall.kpi;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The way in for facts. A batch is one transaction; what was answered is kept and counted. One bad
/// fact does not harm its neighbours; what is rejected is kept for the admin.
@Service
public class KpiLog {

    /// Further ahead than this, a fact is rejected.
    private static final Duration FURTHEST_AHEAD = Duration.ofSeconds(120);

    /// What the sources of facts made by Rollcall itself begin with.
    static final String OWN_SOURCES = "rollcall:";

    private final FactIntake intake;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    KpiLog(FactIntake intake, Directory directory, Access access, ApplicationClock clock) {
        this.intake = intake;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// Keeps and counts facts. Answers after the commit, one result for each in the order given.
    ///
    /// @param scope whom the caller may speak for; others are rejected as `unknown-agent`
    @Requires(Permission.KPI_WRITE)
    public List<FactResult> take(List<KpiFact> facts, Actor by, Scope scope) {
        var now = clock.instant();
        return intake.take(
                facts.stream().map(fact -> submission(fact, by, scope, now)).toList(), scope, now);
    }

    /// Keeps for the admin what could not even be read as a fact.
    ///
    /// @param payload as it came
    @Requires(Permission.KPI_WRITE)
    public FactResult reject(
            @Nullable String source, @Nullable String id, String payload, FactProblem why) {
        var rejection = new Submission.Rejection(source, id, payload, why, access.viewer().actor());
        return intake.take(
                        List.of(new Submission(id, null, rejection)),
                        Scope.nobody(),
                        clock.instant())
                .getFirst();
    }

    Submission submission(KpiFact fact, Actor by, Scope scope, Instant now) {
        var agent =
                directory
                        .agent(fact.agent())
                        .filter(known -> scope.includes(known, null))
                        .orElse(null);
        var problem = problem(fact, agent, by, now);
        if (agent == null || problem != null) {
            var why = problem == null ? unknown(fact) : problem;
            return new Submission(
                    fact.id(),
                    null,
                    new Submission.Rejection(
                            fact.source(), fact.id(), KpiFacts.write(fact), why, by));
        }
        var day = LocalDate.ofInstant(fact.at(), agent.zone());
        return new Submission(
                fact.id(),
                new Submission.Good(fact, agent.id(), Place.of(fact, agent.id(), day), by),
                null);
    }

    private static @Nullable FactProblem problem(
            KpiFact fact, @Nullable Agent agent, Actor by, Instant now) {
        if (fact.source().startsWith(OWN_SOURCES) && by.kind() != Actor.Kind.SYSTEM) {
            return FactProblem.of(
                    FactProblem.BAD_FACT, "/source", FactComplaint.OWN_SOURCE.with(OWN_SOURCES));
        }
        if (fact.at().isAfter(now.plus(FURTHEST_AHEAD))) {
            return ahead("/at", "at");
        }
        var resolved = fact.resolvedAt();
        if (resolved != null && resolved.isAfter(now.plus(FURTHEST_AHEAD))) {
            return ahead("/resolvedAt", "resolvedAt");
        }
        return agent == null ? unknown(fact) : null;
    }

    private static FactProblem ahead(String pointer, String field) {
        return FactProblem.of(FactProblem.CLOCK_SKEW, pointer, FactComplaint.AHEAD.with(field));
    }

    static FactProblem unknown(KpiFact fact) {
        return FactProblem.of(
                FactProblem.UNKNOWN_AGENT,
                "/agent",
                FactComplaint.UNKNOWN_AGENT.with(fact.agent()));
    }
}
