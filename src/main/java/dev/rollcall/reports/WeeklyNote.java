package dev.rollcall.reports;

import java.time.Instant;

/// What somebody noted for a talk about a week.
public record WeeklyNote(int version, String text, String writer, Instant at) {}
