package dev.rollcall.incentives;

import dev.rollcall.people.Agent;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import org.springframework.stereotype.Component;

/// Whose points of a scheme somebody may see. Points are reckoned from figures by rules everybody
/// reads, so they are as much a secret as the figures: what one may not see of a person, one may
/// not see in points either.
@Component
class Sight {

    private final Access access;

    Sight(Access access) {
        this.access = access;
    }

    /// Whether the caller may see one person's points of a scheme; of figures that are the person's
    /// own nobody may.
    boolean sees(Rules rules, Agent agent) {
        var viewer = access.viewer();
        return viewer.scope(Permission.INCENTIVES_VIEW).includes(agent, null)
                && rules.measures()
                        .allMatch(measure ->
                                measure.permission()
                                        .map(viewer::scope)
                                        .filter(scope -> scope.includes(agent, null))
                                        .isPresent());
    }
}
