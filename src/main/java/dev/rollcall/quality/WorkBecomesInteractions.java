package dev.rollcall.quality;

import dev.rollcall.audit.Actor;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.work.WorkFinished;
import dev.rollcall.work.WorkFinished.HandedTo;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Lets work that ended here be scored. Told after the commit, and again after a crash; the item is
/// the identity, so there is one.
@Component
class WorkBecomesInteractions {

    private static final String SOURCE = Interactions.OWN_SOURCES + "work";

    private final Interactions interactions;
    private final Directory directory;
    private final Retries retries;

    WorkBecomesInteractions(Interactions interactions, Directory directory, Retries retries) {
        this.interactions = interactions;
        this.directory = directory;
        this.retries = retries;
    }

    @ApplicationModuleListener
    void on(WorkFinished finished) {
        var agent = directory.agent(finished.agent()).orElse(null);
        if (agent == null) {
            return;
        }
        var arrived = finished.arrivedAt();
        var begun = finished.begunAt();
        var began =
                Objects.requireNonNullElseGet(
                        begun, () -> finished.endedAt().minus(finished.worked()));
        var told =
                new ToldInteraction(
                        SOURCE,
                        "" + finished.item().value(),
                        1,
                        agent.externalId(),
                        Medium.of(finished.channel()),
                        arrived == null ? began : arrived,
                        null,
                        finished.worked(),
                        arrived == null || begun == null ? null : Duration.between(arrived, begun),
                        Objects.requireNonNullElse(finished.handedTo(), List.<HandedTo>of())
                                .stream()
                                .map(this::name)
                                .toList(),
                        finished.customer(),
                        null,
                        directory.group(finished.group()).map(Group::name).orElse(null));
        retries.inTransactionOfItsOwn(() ->
                interactions.take(
                        told, finished.group(), false, Actor.system("work"), Scope.everyone()));
    }

    private String name(HandedTo to) {
        var agent = to.agent();
        return agent == null
                ? directory.group(to.group()).map(Group::name).orElse("")
                : directory.agent(agent).map(Agent::externalId).orElse("");
    }
}
