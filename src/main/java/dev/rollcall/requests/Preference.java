package dev.rollcall.requests;

import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// What somebody would like of a weekday. A wish, never a rule: it keeps nobody from planning
/// otherwise.
public record Preference(DayOfWeek weekday, PreferredTime time, Weight weight) {

    /// Whether somebody wants it or would rather not have it.
    public enum Weight {
        LIKE,
        DISLIKE
    }

    /// How well a day fits some wishes: 1 when one of those for the weekday comes true, -1 when
    /// there are some and none does, and 1 less for each dislike that is met; 0 where nothing is
    /// wished. Pure.
    ///
    /// @param shift from the first to the last hour at work; null: none
    /// @param zone the person's
    public static int fit(
            Collection<Preference> wishes, LocalDate date, @Nullable TimeSpan shift, ZoneId zone) {
        int fit = 0;
        boolean likes = false;
        boolean comesTrue = false;
        for (var wish : wishes) {
            if (wish.weekday() == date.getDayOfWeek()) {
                boolean isSo = wish.time().isThatOf(shift, zone);
                likes |= wish.weight() == Weight.LIKE;
                comesTrue |= wish.weight() == Weight.LIKE && isSo;
                fit -= wish.weight() == Weight.DISLIKE && isSo ? 1 : 0;
            }
        }
        return fit + (likes ? comesTrue ? 1 : -1 : 0);
    }
}
