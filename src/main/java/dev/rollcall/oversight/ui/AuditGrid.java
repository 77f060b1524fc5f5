package dev.rollcall.oversight.ui;

import dev.rollcall.audit.AuditEntry;
import dev.rollcall.kit.Days;
import dev.rollcall.kit.RecordGrid;
import dev.rollcall.people.Directory;
import dev.rollcall.security.UserNames;

/// The entries of the audit log, newest first.
final class AuditGrid extends RecordGrid<AuditEntry> {

    AuditGrid(Directory directory, UserNames users) {
        super(entry -> "" + entry.number());
        var words = new EntryWords(this::getTranslation, getLocale(), directory, users);
        nameColumn(
                header("did"),
                words::sentence,
                entry ->
                        words.actor(entry.by()) + ", " + Days.withSeconds(entry.at(), getLocale()));
        textColumn("who", header("who"), Layout.MEDIUM, "11rem", e -> words.actor(e.by()));
        textColumn(
                "when",
                header("when"),
                Layout.MEDIUM,
                "12rem",
                entry -> Days.withSeconds(entry.at(), getLocale()));
        // The order is the log's own: of what is read page by page no other can be shown.
        getColumns().forEach(column -> column.setSortable(false));
    }

    private String header(String key) {
        return getTranslation("oversight.audit." + key);
    }
}
