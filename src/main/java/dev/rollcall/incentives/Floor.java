package dev.rollcall.incentives;

import java.math.BigDecimal;

/// What has to hold before anything is paid, so that nobody earns by speed what quality loses.
public record Floor(Measure measure, BigDecimal least) {}
