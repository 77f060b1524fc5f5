package dev.rollcall.performance;

import dev.rollcall.people.Directory;
import dev.rollcall.quality.OwnEvaluations;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The caller's own quality score month by month, for their page.
@Service
public class OwnQualityMonths {

    private final OwnEvaluations evaluations;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    OwnQualityMonths(
            OwnEvaluations evaluations,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.evaluations = evaluations;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// @param wanted null: the running month
    /// @return empty for who is no agent, or may not see their evaluations
    @Requires(Permission.KPI_OWN)
    public Optional<OwnQuality> of(@Nullable YearMonth wanted) {
        var viewer = access.viewer();
        if (!viewer.may(Permission.QUALITY_OWN)) {
            return Optional.empty();
        }
        return viewer.agent()
                .flatMap(directory::agent)
                .flatMap(agent -> {
                    var month =
                            wanted == null
                                    ? YearMonth.from(clock.instant().atZone(agent.zone()))
                                    : wanted;
                    return evaluations
                            .month(month, agent.zone())
                            .flatMap(now ->
                                    evaluations
                                            .month(month.minusMonths(1), agent.zone())
                                            .map(before -> new OwnQuality(now, before)));
                });
    }
}
