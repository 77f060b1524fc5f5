package dev.rollcall.schedule.ui;

import dev.rollcall.schedule.Activity;

/// An activity as a list shows it.
///
/// @param category in words
/// @param paid in words
/// @param needsPresence in words
record ActivityRow(Activity activity, String category, String paid, String needsPresence) {}
