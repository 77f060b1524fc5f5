package dev.rollcall.schedule;

import dev.rollcall.people.UnitId;
import java.time.LocalDate;

/// A public holiday.
///
/// @param name what people call it
/// @param unit the unit it is kept at; it counts for the units below it, too
public record Holiday(LocalDate date, String name, UnitId unit) {}
