package dev.rollcall.development;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/// How somebody's week was, in their own three marks and a word to themselves.
///
/// @param week its Monday
/// @param mood from 1 to 5: how the week was
/// @param pace from 1 to 5: how well the load could be managed
/// @param support from 1 to 5: whether there was help when it was needed
/// @param word may be empty
public record CheckIn(LocalDate week, int mood, int pace, int support, String word) {

    static final int WORST = 1;
    static final int BEST = 5;

    /// The week a day is in, by its Monday.
    static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// When a week is over for everybody on earth, and for a night more: it can be counted then.
    static Instant countedFrom(LocalDate week) {
        return week.plusDays(8).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
