package dev.rollcall.organisation.ui;

import dev.rollcall.organisation.People;
import dev.rollcall.shared.ApplicationClock;

/// What a form needs from the page around it.
interface FormContext {

    People people();

    Chart chart();

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
    void saved(Kind kind, String name);

    /// Opens another record.
    void open(Kind kind, String code);
}
