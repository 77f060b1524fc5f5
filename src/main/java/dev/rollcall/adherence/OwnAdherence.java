package dev.rollcall.adherence;

import com.vaadin.flow.shared.Registration;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// How the caller stands with their own plan, and nobody else: now, from memory, and on days behind
/// them.
@Service
public class OwnAdherence {

    private final LiveBoard board;
    private final DayRecords records;
    private final Directory directory;
    private final Access access;

    OwnAdherence(LiveBoard board, DayRecords records, Directory directory, Access access) {
        this.board = board;
        this.records = records;
        this.directory = directory;
        this.access = access;
    }

    /// The caller's figures by working day; days to come are left out, and one that goes on counts
    /// up to now. Empty for who is no agent.
    ///
    /// @param from the first day, included
    /// @param to the last day, included
    @Requires(Permission.ADHERENCE_OWN)
    public Map<LocalDate, Figures> figures(LocalDate from, LocalDate to) {
        var figures = new TreeMap<LocalDate, Figures>();
        access.viewer()
                .agent()
                .flatMap(directory::agent)
                .map(agent -> records.between(List.of(agent), from, to))
                .orElse(List.of())
                .forEach(day -> figures.put(day.date(), day.figures()));
        return figures;
    }

    /// Tells `changed` whenever the caller's row on the board is another one, on the board's own
    /// thread, until the answer is closed. It returns at once.
    ///
    /// @throws AccessDeniedException when the caller is no agent
    @Requires(Permission.ADHERENCE_OWN)
    public Watch watch(Runnable changed) {
        var agent =
                access.viewer()
                        .agent()
                        .orElseThrow(() -> new AccessDeniedException("Only agents have a plan"));
        return new Watch(board, agent, changed);
    }

    /// A look at one's own row that goes on.
    public static final class Watch implements AutoCloseable {

        private final LiveBoard board;
        private final AgentId agent;
        private final Registration registration;

        private Watch(LiveBoard board, AgentId agent, Runnable changed) {
            this.board = board;
            this.agent = agent;
            this.registration = board.follow(agent, changed);
        }

        /// How they deviate now; empty: not, or not for long enough to say so.
        public Optional<OwnDeviation> now() {
            return board.row(agent).flatMap(OwnDeviation::of);
        }

        @Override
        public void close() {
            registration.remove();
        }
    }
}
