package dev.rollcall.development;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Somebody's development for whoever tells of it elsewhere, such as the pack for a talk: of one's
/// people, and one's own. Reading it here is not having seen it.
@Service
public class DevelopmentOf {

    private final PlanTable table;
    private final Directory directory;
    private final Access access;

    DevelopmentOf(PlanTable table, Directory directory, Access access) {
        this.table = table;
        this.directory = directory;
        this.access = access;
    }

    /// The open plan; empty when there is none the caller may see.
    @Requires({Permission.COACHING_WRITE, Permission.COACHING_OWN})
    @Transactional(readOnly = true)
    public Optional<PlanFile> plan(AgentId agent) {
        return may(agent) ? table.open(agent).map(table::file) : Optional.empty();
    }

    /// What changed from one instant to before another, in the order it did.
    @Requires({Permission.COACHING_WRITE, Permission.COACHING_OWN})
    @Transactional(readOnly = true)
    public List<PlanChange> changes(AgentId agent, Instant from, Instant until) {
        return may(agent) ? table.changes(agent, from, until) : List.of();
    }

    private boolean may(AgentId agent) {
        var viewer = access.viewer();
        return viewer.agent().filter(agent::equals).isPresent()
                ? viewer.may(Permission.COACHING_OWN)
                : directory
                        .agent(agent)
                        .filter(one -> viewer.scope(Permission.COACHING_WRITE).includes(one, null))
                        .isPresent();
    }
}
