package dev.rollcall.kpi;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.work.WorkFinished;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Lets work finished here count like what other systems report. Told after the commit, and told
/// again after a crash; the item is the fact's identity, so it counts once.
@Component
class WorkBecomesFacts {

    private static final String SOURCE = KpiLog.OWN_SOURCES + "work";

    private final GroupCounts groups;
    private final KpiLog log;
    private final FactIntake intake;
    private final Directory directory;
    private final ApplicationClock clock;

    WorkBecomesFacts(
            GroupCounts groups,
            KpiLog log,
            FactIntake intake,
            Directory directory,
            ApplicationClock clock) {
        this.groups = groups;
        this.log = log;
        this.intake = intake;
        this.directory = directory;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(WorkFinished finished) {
        var agent = directory.agent(finished.agent()).orElse(null);
        var group = directory.group(finished.group()).orElse(null);
        if (agent == null || group == null) {
            return;
        }
        var kind = groups.of(group).kind().orElse(null);
        if (kind == null) {
            return;
        }
        boolean isCall = kind == FactKind.CALL;
        var fact =
                new KpiFact(
                        SOURCE,
                        "" + finished.item().value(),
                        1,
                        agent.externalId(),
                        finished.endedAt(),
                        kind,
                        null,
                        null,
                        null,
                        group.name(),
                        finished.worked(),
                        switch (kind) {
                            case SERVICE -> KpiFact.Progress.COMPLETED;
                            case COMPLAINT -> KpiFact.Progress.RESOLVED;
                            default -> null;
                        },
                        isCall ? null : finished.endedAt());
        var now = clock.instant();
        intake.take(
                List.of(log.submission(fact, Actor.system("work"), Scope.everyone(), now)),
                Scope.everyone(),
                now);
    }
}
