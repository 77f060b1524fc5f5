package dev.rollcall.adherence.settings;

import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The settings of one level as they hold on a day: what it says itself, what it takes from above,
/// and what else is written down that bears on a change of it.
///
/// @param unit null for the organisation
/// @param date the day
/// @param today the day it is there
/// @param edition what a writer hands back, so that nobody overwrites what they have not seen
/// @param own what the level says itself on the day
/// @param above what would hold if it said nothing
/// @param waiting later days from which this level or one above says something else, in order
/// @param below the units below that say something themselves on the day
public record LevelRules(
        @Nullable UnitId unit,
        LocalDate date,
        LocalDate today,
        String edition,
        OwnRules own,
        RulesInForce above,
        List<Waiting> waiting,
        Map<UnitId, OwnRules> below) {

    /// @param level that says something else
    /// @param from the first day it does
    public record Waiting(Origin level, LocalDate from) {}

    public LevelRules {
        waiting = List.copyOf(waiting);
        below = Map.copyOf(below);
    }

    public Origin level() {
        return Origin.of(unit);
    }

    /// What holds.
    public RulesInForce holds() {
        return over(own);
    }

    /// What would hold if the level said this instead.
    public RulesInForce over(OwnRules others) {
        return above.under(level(), others);
    }
}
