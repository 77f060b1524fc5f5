package dev.rollcall.presence;

import dev.rollcall.people.Channel;
import dev.rollcall.people.UnitId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything a person's past means for their future: from two equal states the same events lead to
/// the same timeline. That is why a timeline can be rebuilt from any point whose state was kept.
///
/// @param explicit the last status that was set
/// @param items the work items in progress, by id
/// @param speaker the source of their latest event, null before the first
/// @param unit the unit they clocked in to, null when it is the home unit or unknown
/// @param origin what made [#held] what it is, null before the first event
record FoldState(
        PresenceState explicit,
        SortedMap<String, Channel> items,
        @Nullable String speaker,
        @Nullable UnitId unit,
        @Nullable Origin origin) {

    static final FoldState INITIAL =
            new FoldState(PresenceState.AWAY, Collections.emptySortedMap(), null, null, null);

    /// What they do as far as anybody said: the explicit status, or ACTIVE while that is AVAILABLE
    /// and work is in progress.
    PresenceState held() {
        return explicit.base() == PresenceState.Base.AVAILABLE && !items.isEmpty()
                ? PresenceState.ACTIVE
                : explicit;
    }

    boolean onCall() {
        return items.containsValue(Channel.CALL);
    }

    /// The state after one more happening. Its origin is the latest happening that changed what is
    /// held.
    FoldState after(Happening happening) {
        var next =
                switch (happening.deed()) {
                    case Happening.StatusSet(var state, var to) -> statusSet(state, to);
                    case Happening.WorkStarted(var item, var channel) ->
                            withItems(started(item, channel));
                    case Happening.WorkEnded(var item) -> withItems(ended(item));
                };
        var cause = origin == null || !next.held().equals(held()) ? Origin.of(happening) : origin;
        return new FoldState(next.explicit, next.items, happening.source(), next.unit, cause);
    }

    FoldState withOrigin(@Nullable Origin other) {
        return new FoldState(explicit, items, speaker, unit, other);
    }

    private FoldState statusSet(PresenceState state, @Nullable UnitId to) {
        return state.base() == PresenceState.Base.AWAY
                ? new FoldState(state, Collections.emptySortedMap(), speaker, null, origin)
                : new FoldState(state, items, speaker, to == null ? unit : to, origin);
    }

    private FoldState withItems(SortedMap<String, Channel> changed) {
        return new FoldState(explicit, changed, speaker, unit, origin);
    }

    private SortedMap<String, Channel> started(String item, Channel channel) {
        if (items.containsKey(item)) {
            return items;
        }
        var changed = new TreeMap<>(items);
        changed.put(item, channel);
        return Collections.unmodifiableSortedMap(changed);
    }

    private SortedMap<String, Channel> ended(String item) {
        if (!items.containsKey(item)) {
            return items;
        }
        var changed = new TreeMap<>(items);
        changed.remove(item);
        return Collections.unmodifiableSortedMap(changed);
    }
}
