package dev.rollcall.work;

import dev.rollcall.people.Channel;
import dev.rollcall.people.GroupId;
import org.jspecify.annotations.Nullable;

/// What a list of items is narrowed to.
///
/// @param text words that are in the reference, the subject or the customer; empty: any
/// @param channel null: every one
/// @param group null: every one that may be seen
/// @param stage null: at any
/// @param mine only what the asker has, or finished
/// @param oldestFirst what arrived first comes first, instead of last
public record CaseFilter(
        String text,
        @Nullable Channel channel,
        @Nullable GroupId group,
        @Nullable Stage stage,
        boolean mine,
        boolean oldestFirst) {

    public static final CaseFilter ALL = new CaseFilter("", null, null, null, false, false);

    /// How far an item is.
    public enum Stage {
        WAITING,
        /// Somebody has it.
        HELD,
        DONE
    }
}
