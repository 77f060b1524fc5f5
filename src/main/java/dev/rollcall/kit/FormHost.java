package dev.rollcall.kit;

import dev.rollcall.shared.ApplicationClock;

/// What a form needs from the page around it.
public interface FormHost {

    ApplicationClock clock();

    /// Asks to close the form; the page asks back when something would be lost.
    void close();

    /// Something was typed.
    ///
    /// @param dirty whether leaving would lose something
    void changed(boolean dirty);

    /// The record was saved.
    ///
    /// @param name what people call it
    void saved(String name);
}
