package dev.rollcall.backoffice;

/// Names one back-office task.
public record TaskId(long value) {}
