package dev.rollcall.coaching;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The way for other modules to somebody's sessions, as far as the caller may see them: those of
/// one's people, and one's own.
@Service
public class SessionsOf {

    private final CoachingTable table;
    private final Directory directory;
    private final Access access;

    SessionsOf(CoachingTable table, Directory directory, Access access) {
        this.table = table;
        this.directory = directory;
        this.access = access;
    }

    /// What a session is called that somebody takes part in; empty for any other.
    @Requires({Permission.COACHING_WRITE, Permission.COACHING_OWN})
    @Transactional(readOnly = true)
    public Optional<String> title(AgentId agent, long number) {
        var viewer = access.viewer();
        boolean may =
                viewer.agent().filter(agent::equals).isPresent()
                        ? viewer.may(Permission.COACHING_OWN)
                        : directory
                                .agent(agent)
                                .filter(one ->
                                        viewer.scope(Permission.COACHING_WRITE).includes(one, null))
                                .isPresent();
        return may
                ? table.find(number).filter(each -> each.of(agent).isPresent()).map(Session::title)
                : Optional.empty();
    }
}
