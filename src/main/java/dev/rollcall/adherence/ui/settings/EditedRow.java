package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.Component;

/// A row whose setting can be changed.
interface EditedRow {

    Component row();

    /// Shows what a draft says.
    void show(Draft draft, boolean mayChange);

    /// Whether what is typed can be saved.
    boolean isFine();

    void focus();
}
