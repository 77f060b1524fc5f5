package dev.rollcall.alerts;

/// Alerts were raised or cleared. Published inside the transaction.
public record AlertsChanged() {}
