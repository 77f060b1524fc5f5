package dev.rollcall.dashboard;

import java.time.Instant;

/// What stands round a widget's content. Used with the page locked.
public interface WidgetFrame {

    /// The content says what is true at an instant.
    void shows(Instant asOf);

    /// There is nothing to show, and why.
    void isEmpty(String sentence, Instant asOf);

    /// It could not be read; what was shown before is shown no more.
    void failed();
}
