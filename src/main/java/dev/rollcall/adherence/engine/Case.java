package dev.rollcall.adherence.engine;

import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// One person's day (or any other period) as the engine judges it.
///
/// @param period what is judged; pieces, presence and excuses may reach outside it
/// @param asOf nothing after this instant counts
/// @param pieces what is visible of the schedule: in order, without overlaps; pieces outside the
///   period still are neighbours
/// @param presence in any order; of two at one instant the later in the list wins
/// @param initialPresence the presence before the first of these
/// @param excuses approved periods, in any order, overlapping or not
public record Case(
        TimeSpan period,
        Instant asOf,
        List<Piece> pieces,
        List<PresenceFrom> presence,
        String initialPresence,
        List<TimeSpan> excuses) {

    public Case {
        pieces = List.copyOf(pieces);
        presence = isInOrder(presence) ? List.copyOf(presence) : inOrder(presence);
        excuses = List.copyOf(excuses);
    }

    /// The same with other excuses.
    public Case excusing(List<TimeSpan> others) {
        return new Case(period, asOf, pieces, presence, initialPresence, others);
    }

    private static boolean isInOrder(List<PresenceFrom> presence) {
        for (int i = 1; i < presence.size(); i++) {
            if (presence.get(i).at().isBefore(presence.get(i - 1).at())) {
                return false;
            }
        }
        return true;
    }

    private static List<PresenceFrom> inOrder(List<PresenceFrom> presence) {
        return presence.stream().sorted(Comparator.comparing(PresenceFrom::at)).toList();
    }
}
