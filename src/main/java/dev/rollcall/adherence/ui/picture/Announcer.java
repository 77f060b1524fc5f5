package dev.rollcall.adherence.ui.picture;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.people.AgentId;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides what a screen reader hears of a busy board: at most one summary in ten seconds, of those
/// who went out meanwhile and are out still.
public final class Announcer {

    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private Set<AgentId> out = new HashSet<>();
    private final Map<AgentId, BoardRow> fresh = new HashMap<>();
    private @Nullable Long last;

    /// @param people how many more are out
    /// @param worst the one who stands worst among them
    public record Summary(int people, BoardRow worst) {}

    /// Takes everybody as they are; who is out already is no news.
    void start(Collection<BoardRow> everybody) {
        out = outOf(everybody);
        fresh.clear();
    }

    /// Takes in how everybody stands now.
    ///
    /// @param nanoTime a clock that only goes forward
    /// @return what to say now; empty when there is nothing new, or it is too early
    Optional<Summary> hear(Collection<BoardRow> everybody, long nanoTime) {
        var now = outOf(everybody);
        fresh.keySet().retainAll(now);
        out.retainAll(now);
        return hearOf(everybody, nanoTime);
    }

    /// Takes in how some stand now; everybody else stands as before.
    Optional<Summary> hearOf(Collection<BoardRow> some, long nanoTime) {
        for (var row : some) {
            var id = row.agent().id();
            if (!Standing.of(row).isOut()) {
                out.remove(id);
                fresh.remove(id);
            } else if (out.add(id) || fresh.containsKey(id)) {
                fresh.put(id, row);
            }
        }
        if (fresh.isEmpty() || (last != null && nanoTime - last < PAUSE)) {
            return Optional.empty();
        }
        last = nanoTime;
        var worst =
                fresh.values().stream()
                        .min(
                                Comparator.comparing(
                                        row -> Standing.of(row).since(),
                                        Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(row -> new Summary(fresh.size(), row));
        fresh.clear();
        return worst;
    }

    private static Set<AgentId> outOf(Collection<BoardRow> rows) {
        return rows.stream()
                .filter(row -> Standing.of(row).isOut())
                .map(row -> row.agent().id())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
