package dev.rollcall.quality;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The way for other modules to somebody's published evaluations, as far as the caller may see
/// them: those of one's people, and of one's own those whose result is open.
@Service
public class EvaluationsOf {

    private static final int MOST = 500;

    private final EvaluationTable table;
    private final Directory directory;
    private final Access access;

    EvaluationsOf(EvaluationTable table, Directory directory, Access access) {
        this.table = table;
        this.directory = directory;
        this.access = access;
    }

    /// Those published in a span, the latest begun first, 500 at most; nothing about somebody the
    /// caller may not see.
    @Requires({Permission.QUALITY_VIEW, Permission.QUALITY_OWN})
    @Transactional(readOnly = true)
    public List<PublishedEvaluation> published(AgentId agent, Instant from, Instant until) {
        var viewer = access.viewer();
        boolean own = viewer.agent().filter(agent::equals).isPresent();
        boolean may =
                own
                        ? viewer.may(Permission.QUALITY_OWN)
                        : directory
                                .agent(agent)
                                .filter(one ->
                                        viewer.scope(Permission.QUALITY_VIEW).includes(one, null))
                                .isPresent();
        if (!may) {
            return List.of();
        }
        return table
                .page(
                        new EvaluationFilter(agent, from, until, false),
                        Long.MAX_VALUE,
                        MOST,
                        Scope.ofAgent(agent),
                        null)
                .stream()
                .filter(each -> !own || each.isOpenToPerson())
                .flatMap(each -> {
                    var published = each.publishedAt();
                    return published == null
                            ? Stream.<PublishedEvaluation>empty()
                            : Stream.of(
                                    new PublishedEvaluation(
                                            each.number(),
                                            each.at(),
                                            published,
                                            each.card(),
                                            each.score(),
                                            each.failed(),
                                            each.disputed()));
                })
                .toList();
    }
}
