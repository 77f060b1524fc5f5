package dev.rollcall.dashboard;

import java.util.Locale;

/// One step in arranging a widget, whatever it is made with: a key or a button.
public enum Gesture {
    LEFT,
    RIGHT,
    UP,
    DOWN,
    WIDER,
    NARROWER,
    TALLER,
    SHORTER,
    /// Changes places with the one before it, where there is one column only.
    EARLIER,
    /// Changes places with the one after it.
    LATER;

    /// Its name in styles and events: `left`.
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
