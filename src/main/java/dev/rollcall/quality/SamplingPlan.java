package dev.rollcall.quality;

import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How many interactions of each person are drawn in a week, and of which.
///
/// @param number what addresses call it; 0: not kept yet
/// @param card by which scorecard they are evaluated
/// @param unit whose people, with those of units below
/// @param group only what came through it; null: whatever
/// @param channel null: any
/// @param least no shorter ones; null: however short
/// @param most no longer ones; null: however long
/// @param perWeek of each person
/// @param active whether a week is drawn by itself when it is over
/// @param version counts the changes; guards against overwriting another's
public record SamplingPlan(
        long number,
        String name,
        String card,
        UnitId unit,
        @Nullable GroupId group,
        @Nullable Medium channel,
        @Nullable Duration least,
        @Nullable Duration most,
        int perWeek,
        boolean active,
        long version) {}
