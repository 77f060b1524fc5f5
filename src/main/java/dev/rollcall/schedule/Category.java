package dev.rollcall.schedule;

/// The layer an activity lies on: the higher one covers the lower where they overlap.
public enum Category {
    WORK,
    AUXILIARY,
    TIME_OFF
}
