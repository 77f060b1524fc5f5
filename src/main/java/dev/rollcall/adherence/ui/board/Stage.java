package dev.rollcall.adherence.ui.board;

import dev.rollcall.adherence.ui.picture.Arrangement;
import dev.rollcall.adherence.ui.picture.RowImage;
import dev.rollcall.people.AgentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What one browser has been sent of its board: the rows it shows and a few around them. Finds the
/// shortest message that brings it up to date.
///
/// ## A message
///
/// ```
/// v     its number; a browser that missed one asks for everything
/// n     how many rows there are, if different
/// from  the place of the first row sent; there when the places or who stands there changed
/// rows  one after the other: [place, count] as many rows the browser has already, from where
///       they stood until now; [id, text, …] a row it does not have
/// d     what some rows say differently: [place, text number, kept, rest, …], where the first so
///       many characters of the text stay and the rest is new
/// ```
///
/// Its reader is `frontend/rollcall-board-rows.ts`; a test has Node read what this writes.
final class Stage {

    /// Rows sent above and below what is seen, so that scrolling a little finds them there.
    private static final int MARGIN = 12;

    private static final int FIRST_SCREEN = 28;

    /// A browser asks for as much as a very high screen shows, not for everything.
    private static final int MOST = 200;

    private int first;
    private int last = FIRST_SCREEN;

    private List<RowImage> sent = List.of();
    private int sentFrom;
    private int sentSize = -1;
    private int version;

    /// Read by whoever has changes to tell of, on other threads.
    private volatile Set<AgentId> seen = Set.of();

    /// The browser has lost what it was sent, or never had it.
    void forget() {
        sent = List.of();
        sentFrom = 0;
        sentSize = -1;
    }

    /// The browser shows other places now.
    ///
    /// @param heard the number of the last message it took in
    void see(int newFirst, int newLast, int heard) {
        first = Math.max(0, newFirst);
        last = Math.clamp(newLast, first, first + MOST);
        if (heard != version) {
            forget();
        }
    }

    /// Whether any of these people is on screen.
    boolean sees(Set<AgentId> agents) {
        var now = seen;
        return agents.size() < now.size()
                ? agents.stream().anyMatch(now::contains)
                : now.stream().anyMatch(agents::contains);
    }

    /// What the browser must be told.
    ///
    /// @return null: nothing
    @Nullable ObjectNode next(
            Arrangement arrangement, Function<List<AgentId>, List<RowImage>> images) {
        int from = Math.clamp(first - MARGIN, 0, arrangement.size());
        int to = Math.clamp(last + MARGIN + 1, from, arrangement.size());
        var agents = IntStream.range(from, to).mapToObj(arrangement::at).toList();
        var rows = images.apply(agents);
        seen = onScreen(agents, from);
        var message = JsonNodeFactory.instance.objectNode();
        if (arrangement.size() != sentSize) {
            message.put("n", arrangement.size());
        }
        var before = new HashMap<AgentId, Integer>();
        for (int i = 0; i < sent.size(); i++) {
            before.put(sent.get(i).agent(), i);
        }
        if (sentSize < 0 || from != sentFrom || !standsAsBefore(agents)) {
            message.put("from", from);
            message.set("rows", moves(rows, before));
        }
        var differences = differences(rows, before, from);
        if (!differences.isEmpty()) {
            message.set("d", differences);
        }
        if (message.isEmpty()) {
            return null;
        }
        sent = rows;
        sentFrom = from;
        sentSize = arrangement.size();
        version++;
        message.put("v", version);
        return message;
    }

    private Set<AgentId> onScreen(List<AgentId> agents, int from) {
        int top = Math.clamp(first - from, 0, agents.size());
        int bottom = Math.clamp(last + 1L - from, top, agents.size());
        return new HashSet<>(agents.subList(top, bottom));
    }

    private boolean standsAsBefore(List<AgentId> agents) {
        return agents.equals(sent.stream().map(RowImage::agent).toList());
    }

    private ArrayNode moves(List<RowImage> rows, Map<AgentId, Integer> before) {
        var moves = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < rows.size(); ) {
            var row = rows.get(i);
            var place = before.get(row.agent());
            if (place == null) {
                var whole = moves.addArray().add(row.agent().value());
                row.texts().forEach(whole::add);
                i++;
                continue;
            }
            int count = 1;
            while (i + count < rows.size()
                    && place + count < sent.size()
                    && sent.get(place + count).agent().equals(rows.get(i + count).agent())) {
                count++;
            }
            moves.addArray().add(sentFrom + place).add(count);
            i += count;
        }
        return moves;
    }

    private ArrayNode differences(List<RowImage> rows, Map<AgentId, Integer> before, int from) {
        var differences = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var place = before.get(row.agent());
            if (place != null && sent.get(place) != row) {
                describe(differences, from + i, sent.get(place).texts(), row.texts());
            }
        }
        return differences;
    }

    private static void describe(
            ArrayNode differences, int place, List<String> old, List<String> now) {
        var difference = JsonNodeFactory.instance.arrayNode().add(place);
        for (int text = 0; text < now.size(); text++) {
            var said = old.get(text);
            var says = now.get(text);
            if (!said.equals(says)) {
                int kept = sameBeginning(said, says);
                difference.add(text).add(kept).add(says.substring(kept));
            }
        }
        if (difference.size() > 1) {
            differences.add(difference);
        }
    }

    private static int sameBeginning(String one, String other) {
        int length = 0;
        int most = Math.min(one.length(), other.length());
        while (length < most && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        // Half a character cannot travel.
        return length > 0 && Character.isHighSurrogate(one.charAt(length - 1))
                ? length - 1
                : length;
    }
}
