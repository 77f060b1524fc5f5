package dev.rollcall.incentives;

import java.math.BigDecimal;

/// Commission: points for each unit of a currency that was sold.
///
/// @param currency its ISO 4217 code
public record Rate(String currency, BigDecimal points) {}
