package dev.rollcall.adherence;

import dev.rollcall.people.UnitId;
import java.time.LocalDate;

/// Which rules hold for whom on which day: as they are at one moment, or as they would be.
@FunctionalInterface
interface Rulebook {

    RuleSet on(UnitId unit, LocalDate date);
}
