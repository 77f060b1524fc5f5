package dev.rollcall.organisation.ui;

import dev.rollcall.kit.FormHost;
import dev.rollcall.organisation.People;

/// What a form about people needs from the page around it.
interface FormContext extends FormHost {

    People people();

    Chart chart();

    /// Opens another record.
    void open(Kind kind, String code);
}
