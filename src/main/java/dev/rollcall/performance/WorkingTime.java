package dev.rollcall.performance;

import dev.rollcall.adherence.Figures;
import dev.rollcall.attendance.AttendanceTotal;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/// How somebody kept to their plan over a month, and when they were there.
///
/// @param figures of the month, its days so far
/// @param growth of the score against the month before, in percentage points as a share of it
/// @param target of the score in percent, as it holds today
/// @param attendance of the month
/// @param today how today can still end; empty in months that are over, and without a plan to come
public record WorkingTime(
        YearMonth month,
        Figures figures,
        Growth growth,
        BigDecimal target,
        AttendanceTotal attendance,
        Optional<WhatIf> today) {}
