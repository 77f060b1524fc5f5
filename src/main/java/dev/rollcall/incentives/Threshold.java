package dev.rollcall.incentives;

import java.math.BigDecimal;

/// From a figure on so many points; up to the next threshold they grow evenly.
public record Threshold(BigDecimal at, long points) {}
