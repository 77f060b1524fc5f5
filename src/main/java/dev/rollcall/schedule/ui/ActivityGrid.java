package dev.rollcall.schedule.ui;

import dev.rollcall.kit.RecordGrid;

/// The activities there are.
final class ActivityGrid extends RecordGrid<ActivityRow> {

    ActivityGrid() {
        super(row -> row.activity().code());
        nameColumn(header("name"), row -> row.activity().name(), ActivityRow::category);
        textColumn("code", header("code"), Layout.WIDE, "9rem", row -> row.activity().code());
        textColumn("category", header("category"), Layout.MEDIUM, "9rem", ActivityRow::category);
        textColumn("paid", header("paid"), Layout.MEDIUM, "7rem", ActivityRow::paid);
        textColumn(
                "needsPresence",
                header("needsPresence"),
                Layout.MEDIUM,
                "9rem",
                ActivityRow::needsPresence);
    }

    private String header(String key) {
        return getTranslation("schedule.activities." + key);
    }
}
