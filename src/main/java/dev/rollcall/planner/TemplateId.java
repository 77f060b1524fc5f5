package dev.rollcall.planner;

/// Names one shift template inside Rollcall.
public record TemplateId(long value) {}
