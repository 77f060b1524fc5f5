package dev.rollcall.security.ui;

import dev.rollcall.kit.RecordGrid;

/// The roles there are.
final class RoleGrid extends RecordGrid<RoleRow> {

    RoleGrid() {
        super(row -> row.role().code());
        nameColumn(header("name"), RoleRow::name, RoleRow::kind);
        textColumn("code", header("code"), Layout.WIDE, "9rem", row -> row.role().code());
        textColumn("kind", header("kind"), Layout.MEDIUM, "9rem", RoleRow::kind);
        numberColumn("permissions", header("permissions"), row -> row.role().permissions().size());
        numberColumn("people", header("people"), RoleRow::people);
    }

    private String header(String key) {
        return getTranslation("security.roles." + key);
    }
}
