package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import dev.rollcall.presence.Rewrite.Lasting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings stored timelines up to date with the log, inside a running transaction.
///
/// What is newer than everything before it, by far the most, goes on from the end of the timeline
/// without reading the past. Anything else takes up at the segment before the touched stretch and
/// plays the log until the timeline is as it was again.
@Component
class TimelineWriter {

    /// How many events are read at a time; a late event seldom needs more.
    static final int WINDOW = 500;

    private final EventStore events;
    private final TimelineStore timelines;

    TimelineWriter(EventStore events, TimelineStore timelines) {
        this.events = events;
        this.timelines = timelines;
    }

    /// @return what changed, in the order of the people's numbers
    List<Rewrite> bringUpToDate(SortedMap<AgentId, Touch> touches) {
        if (touches.isEmpty()) {
            return List.of();
        }
        var heads = timelines.lock(new TreeSet<>(touches.keySet()));
        var resumed = new TreeMap<AgentId, Lasting>();
        var earliest = Silence.OPEN;
        for (var head : heads) {
            var touch = touches.get(head.agent());
            if (touch == null) {
                continue;
            }
            var from = touch.from();
            if (!continues(head, touch)) {
                var before = timelines.lastBefore(head, touch.from());
                if (before != null) {
                    resumed.put(head.agent(), before);
                    from = before.start();
                }
            } else if (head.lastAt() != null) {
                from = head.lastAt();
            }
            earliest = from.isBefore(earliest) ? from : earliest;
        }
        var silences = events.silencesAfter(earliest);
        var rewrites = new ArrayList<Rewrite>();
        for (var head : heads) {
            var touch = touches.get(head.agent());
            if (touch == null) {
                continue;
            }
            var rewrite =
                    continues(head, touch)
                            ? goOn(head, touch, silences)
                            : replay(head, touch, resumed.get(head.agent()), silences);
            rewrite.ifPresent(rewrites::add);
        }
        timelines.write(rewrites);
        return rewrites;
    }

    /// Whether all that is new is newer than the whole timeline.
    private static boolean continues(Head head, Touch touch) {
        return touch != Touch.EVERYTHING
                && (head.lastAt() == null || touch.from().isAfter(head.lastAt()))
                && (head.open() == null || touch.from().isAfter(head.open().start()));
    }

    private static Optional<Rewrite> goOn(Head head, Touch touch, Silences silences) {
        var added = new ArrayList<Piece>();
        var open = head.open();
        var lastAt = head.lastAt();
        Fold fold;
        if (open == null || lastAt == null) {
            fold = Fold.fromTheBeginning(silences, added::add);
        } else {
            var at = lastAt.isAfter(open.start()) ? lastAt : open.start();
            fold = Fold.from(silences, head.now(), at, open.state(), added::add);
        }
        fold.applyAll(touch.happenings());
        fold.finish();
        if (added.isEmpty() && touch.happenings().isEmpty()) {
            return Optional.empty();
        }
        var lasting = lasting(open, added, Silence.OPEN);
        return Optional.of(
                new Rewrite(
                        touch.from(),
                        Silence.OPEN,
                        List.of(),
                        finished(lasting),
                        next(head, latest(head, touch), lasting.getLast().piece(), fold.state())));
    }

    private static @Nullable Instant latest(Head head, Touch touch) {
        return touch.happenings().isEmpty() ? head.lastAt() : touch.happenings().getLast().time();
    }

    private Optional<Rewrite> replay(
            Head head, Touch touch, @Nullable Lasting before, Silences silences) {
        var agent = head.agent();
        var added = new ArrayList<Piece>();
        var old = new ArrayList<Lasting>();
        Fold fold;
        if (before == null) {
            fold = Fold.fromTheBeginning(silences, added::add);
        } else {
            old.add(before);
            var piece = before.piece();
            fold = Fold.from(silences, piece.fold(), piece.start(), piece.state(), added::add);
        }
        var read = before == null ? null : before.start();
        Instant lastAt = null;
        Piece meeting = null;
        while (meeting == null) {
            var cut = events.nthAfter(agent, read, WINDOW).orElse(null);
            var happenings = events.happenings(agent, read, cut);
            var stored = timelines.starting(head, read, cut);
            old.addAll(stored.values());
            int seen = added.size();
            for (int i = 0; i < happenings.size() && meeting == null; ) {
                int end = sameInstant(happenings, i);
                fold.apply(happenings.subList(i, end));
                lastAt = happenings.get(i).time();
                meeting = meeting(added, seen, stored, touch.to());
                seen = added.size();
                i = end;
            }
            if (meeting == null && cut == null) {
                fold.finish();
                meeting = meeting(added, seen, stored, touch.to());
                break;
            }
            read = cut;
        }
        var first = before == null ? null : before.piece();
        if (meeting == null) {
            var lasting = lasting(first, added, Silence.OPEN);
            var open = lasting.isEmpty() ? head.open() : lasting.getLast().piece();
            var latest = lastAt == null ? head.lastAt() : lastAt;
            return rewrite(
                    touch,
                    Silence.OPEN,
                    old,
                    lasting,
                    head,
                    next(head, latest, open, fold.state()));
        }
        var to = meeting.start();
        added.subList(added.indexOf(meeting), added.size()).clear();
        old.removeIf(one -> !one.start().isBefore(to));
        var unchanged = next(head, head.lastAt(), head.open(), head.now());
        return rewrite(touch, to, old, lasting(first, added, to), head, unchanged);
    }

    /// What is left to write when what stayed the same is left alone; nothing when all did.
    private static Optional<Rewrite> rewrite(
            Touch touch,
            Instant to,
            List<Lasting> before,
            List<Lasting> after,
            Head head,
            Head next) {
        var old = finished(before);
        var added = finished(after);
        int same = 0;
        while (same < old.size() && same < added.size() && old.get(same).equals(added.get(same))) {
            same++;
        }
        var dropped = List.copyOf(old.subList(same, old.size()));
        var coming = List.copyOf(added.subList(same, added.size()));
        boolean nothingNew =
                dropped.isEmpty()
                        && coming.isEmpty()
                        && touch.happenings().isEmpty()
                        && next.now().equals(head.now())
                        && Objects.equals(next.open(), head.open())
                        && Objects.equals(next.lastAt(), head.lastAt());
        return nothingNew
                ? Optional.empty()
                : Optional.of(new Rewrite(touch.from(), to, dropped, coming, next));
    }

    /// @param first the piece before the others, null when there is none
    /// @param end where the last one ends
    private static List<Lasting> lasting(@Nullable Piece first, List<Piece> others, Instant end) {
        var pieces = new ArrayList<Piece>();
        if (first != null) {
            pieces.add(first);
        }
        pieces.addAll(others);
        var lasting = new ArrayList<Lasting>();
        for (int i = 0; i < pieces.size(); i++) {
            lasting.add(
                    new Lasting(
                            pieces.get(i),
                            i + 1 < pieces.size() ? pieces.get(i + 1).start() : end));
        }
        return lasting;
    }

    private static List<Lasting> finished(List<Lasting> all) {
        return all.stream().filter(one -> !one.isOpen()).toList();
    }

    /// The first new piece after everything that is new at which the stored timeline was just so:
    /// from there on nothing can differ.
    private static @Nullable Piece meeting(
            List<Piece> added, int seen, NavigableMap<Instant, Lasting> stored, Instant after) {
        for (var piece : added.subList(seen, added.size())) {
            var was = stored.get(piece.start());
            if (was != null && piece.start().isAfter(after) && piece.equals(was.piece())) {
                return piece;
            }
        }
        return null;
    }

    private static Head next(
            Head head, @Nullable Instant lastAt, @Nullable Piece open, FoldState now) {
        return new Head(head.agent(), head.revision() + 1, lastAt, open, now);
    }

    private static int sameInstant(List<Happening> happenings, int first) {
        int end = first + 1;
        while (end < happenings.size()
                && happenings.get(end).time().equals(happenings.get(first).time())) {
            end++;
        }
        return end;
    }
}
