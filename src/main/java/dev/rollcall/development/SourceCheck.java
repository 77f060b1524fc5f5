package dev.rollcall.development;

import dev.rollcall.coaching.SessionsOf;
import dev.rollcall.people.AgentId;
import dev.rollcall.quality.EvaluationsOf;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether what something in a plan begins from is about the same person, and the caller may see
/// it.
@Component
class SourceCheck {

    private final SessionsOf sessions;
    private final EvaluationsOf evaluations;
    private final Access access;
    private final ApplicationClock clock;

    SourceCheck(
            SessionsOf sessions, EvaluationsOf evaluations, Access access, ApplicationClock clock) {
        this.sessions = sessions;
        this.evaluations = evaluations;
        this.access = access;
        this.clock = clock;
    }

    /// @throws InvalidInput when it is another's, or the caller may not see it
    void demand(AgentId agent, @Nullable Source source) {
        if (source != null && !isOf(agent, source)) {
            throw InvalidInput.of(
                    "/source",
                    Checks.sentence(
                            "source",
                            "There is no such session or evaluation of this person that you may see."));
        }
    }

    boolean isOf(AgentId agent, Source source) {
        var viewer = access.viewer();
        return switch (source.kind()) {
            case COACHING -> sessions.title(agent, source.number()).isPresent();
            case EVALUATION ->
                    (viewer.may(Permission.QUALITY_VIEW) || viewer.may(Permission.QUALITY_OWN))
                            && evaluations
                                    .published(
                                            agent,
                                            Instant.EPOCH,
                                            clock.instant().plus(Duration.ofDays(1)))
                                    .stream()
                                    .anyMatch(each -> each.number() == source.number());
        };
    }
}
