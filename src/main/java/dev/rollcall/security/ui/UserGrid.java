package dev.rollcall.security.ui;

import dev.rollcall.kit.RecordGrid;
import java.util.Locale;

/// Who can sign in.
final class UserGrid extends RecordGrid<UserRow> {

    UserGrid() {
        super(UserRow::key);
        nameColumn(header("name"), row -> row.user().name(), row -> row.user().email());
        textColumn("email", header("email"), Layout.MEDIUM, "12rem", row -> row.user().email());
        textColumn("roles", header("roles"), Layout.MEDIUM, "14rem", UserRow::roles);
        textColumn("agent", header("agent"), Layout.WIDE, "9rem", UserRow::agent);
        markedColumn(
                "state",
                header("state"),
                Layout.NARROW,
                "9rem",
                UserRow::standing,
                row -> row.state().name().toLowerCase(Locale.ROOT));
    }

    private String header(String key) {
        return getTranslation("security.users." + key);
    }
}
