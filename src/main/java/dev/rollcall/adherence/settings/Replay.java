package dev.rollcall.adherence.settings;

import dev.rollcall.shared.Percent;
import java.time.LocalDate;
import java.util.Optional;

/// What other rules would have made of a day that is over.
///
/// @param date the day
/// @param before the score by the rules as they are; empty when nothing was judged
/// @param after the score by the other rules
/// @param people whose day was judged
/// @param moved whose score would differ, rounded as screens show it
/// @param tooFew whether there are so few people that a figure would tell about one of them, and
///   the asker may not see that; the figures are empty then
public record Replay(
        LocalDate date,
        Optional<Percent> before,
        Optional<Percent> after,
        int people,
        int moved,
        boolean tooFew) {}
