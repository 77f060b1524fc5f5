package dev.rollcall.dashboard;

/// How much room a widget takes when it is added.
///
/// @param width in twelfths of the board
/// @param height in rows of the board
public record WidgetSize(int width, int height) {}
