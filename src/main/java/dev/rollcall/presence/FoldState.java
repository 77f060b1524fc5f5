package dev.rollcall.presence;

import dev.rollcall.people.Channel;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
/// @param expectedReturn when they said they mean to be back with that last status, null: they did
///   not
/// @param origin what made [#reported] what it is, null before the first event
/// @param corrections those that last here, the one that rules at the end; seldom any
record FoldState(
        PresenceState explicit,
        SortedMap<String, Channel> items,
        @Nullable String speaker,
        @Nullable UnitId unit,
        @Nullable Instant expectedReturn,
        @Nullable Origin origin,
        List<Correction> corrections) {

    static final FoldState INITIAL =
            new FoldState(PresenceState.AWAY, Collections.emptySortedMap(), null, null, null);

    FoldState {
        corrections = List.copyOf(corrections);
    }

    FoldState(
            PresenceState explicit,
            SortedMap<String, Channel> items,
            @Nullable String speaker,
            @Nullable UnitId unit,
            @Nullable Origin origin) {
        this(explicit, items, speaker, unit, null, origin, List.of());
    }

    /// What they do as far as is known: what was corrected, where something was, and else what was
    /// reported.
    PresenceState held() {
        var correction = correction();
        return withWork(correction == null ? explicit : correction.state());
    }

    /// What they do as far as anybody reported at the time: the explicit status, or ACTIVE while
    /// that is AVAILABLE and work is in progress.
    PresenceState reported() {
        return withWork(explicit);
    }

    private PresenceState withWork(PresenceState set) {
        return set.base() == PresenceState.Base.AVAILABLE && !items.isEmpty()
                ? PresenceState.ACTIVE
                : set;
    }

    /// The correction that rules, null when none lasts here.
    @Nullable Correction correction() {
        return corrections.isEmpty() ? null : corrections.getLast();
    }

    /// What made [#held] what it is; null before the first event.
    @Nullable Origin cause() {
        var correction = correction();
        return correction == null ? origin : correction.origin();
    }

    boolean onCall() {
        return items.containsValue(Channel.CALL);
    }

    /// The state after one more happening. Its origin is the latest happening that changed what is
    /// reported. A correction changes nothing of that: it lies above.
    FoldState after(Happening happening) {
        var next =
                switch (happening.deed()) {
                    case Happening.StatusSet(var state, var to, var back) ->
                            statusSet(state, to, back);
                    case Happening.WorkStarted(var item, var channel) ->
                            withItems(started(item, channel));
                    case Happening.WorkEnded(var item) -> withItems(ended(item));
                    case Happening.Corrected(var id, var state) -> corrected(id, state, happening);
                    case Happening.CorrectionEnded(var id) -> correctionEnded(id);
                };
        if (happening.isCorrection()) {
            return next;
        }
        var cause =
                origin == null || !next.reported().equals(reported())
                        ? Origin.of(happening)
                        : origin;
        return new FoldState(
                next.explicit,
                next.items,
                happening.source(),
                next.unit,
                next.expectedReturn,
                cause,
                corrections);
    }

    FoldState withOrigin(@Nullable Origin other) {
        return new FoldState(explicit, items, speaker, unit, expectedReturn, other, corrections);
    }

    private FoldState statusSet(PresenceState state, @Nullable UnitId to, @Nullable Instant back) {
        boolean leaves = state.base() == PresenceState.Base.AWAY;
        return new FoldState(
                state,
                leaves ? Collections.emptySortedMap() : items,
                speaker,
                leaves ? null : to == null ? unit : to,
                back,
                origin,
                corrections);
    }

    private FoldState withItems(SortedMap<String, Channel> changed) {
        return new FoldState(explicit, changed, speaker, unit, expectedReturn, origin, corrections);
    }

    private FoldState corrected(String id, PresenceState state, Happening happening) {
        var changed = new ArrayList<>(corrections);
        long sequence = Objects.requireNonNullElse(happening.sequence(), 0L);
        changed.add(new Correction(id, sequence, state, Origin.of(happening)));
        changed.sort(null);
        return new FoldState(explicit, items, speaker, unit, expectedReturn, origin, changed);
    }

    private FoldState correctionEnded(String id) {
        var left = corrections.stream().filter(correction -> !correction.id().equals(id)).toList();
        return new FoldState(explicit, items, speaker, unit, expectedReturn, origin, left);
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
