package dev.rollcall.adherence.floor;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.presence.PresenceState.Base;
import java.time.Instant;
import java.util.List;

/// What somebody did, up to an instant: a row that is live was made a while ago, and its last
/// stretch has gone on since.
final class Deeds {

    private Deeds() {}

    static List<JudgedSpan> until(BoardRow row, Instant now) {
        var actual = row.actual();
        if (row.live() == null || actual.isEmpty() || !actual.getLast().end().isBefore(now)) {
            return actual;
        }
        var last = actual.getLast();
        var grown = new java.util.ArrayList<>(actual.subList(0, actual.size() - 1));
        grown.add(new JudgedSpan(last.start(), now, last.presence(), last.judgement()));
        return grown;
    }

    /// Whether a presence, written `BASE` or `BASE/CODE`, has a base.
    static boolean is(String presence, Base base) {
        var name = base.name();
        return presence.startsWith(name)
                && (presence.length() == name.length() || presence.charAt(name.length()) == '/');
    }

    static boolean is(JudgedSpan span, Base base) {
        return is(span.presence(), base);
    }
}
