package dev.rollcall.adherence.ui;

/// What people call activities and presences, in the viewer's language.
interface Names {

    /// @param code an activity's code
    String activity(String code);

    /// @param presence written `BASE` or `BASE/CODE`
    String presence(String presence);
}
