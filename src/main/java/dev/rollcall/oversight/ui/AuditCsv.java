package dev.rollcall.oversight.ui;

import dev.rollcall.audit.AuditEntry;
import dev.rollcall.kit.Csv;
import java.util.List;
import java.util.Objects;

/// Entries of the audit log as lines for spreadsheets. Instants are UTC; states are as they were
/// written down. Pure.
final class AuditCsv {

    static final String HEADER =
            Csv.BYTE_ORDER_MARK
                    + "number,at,kind,actorKind,actorId,actor,what,which,before,after,screen\r\n";

    private AuditCsv() {}

    static String line(AuditEntry entry) {
        return Csv.line(
                        List.of(
                                "" + entry.number(),
                                entry.at().toString(),
                                entry.kind().name(),
                                entry.by().kind().name(),
                                entry.by().id(),
                                entry.by().name(),
                                entry.what(),
                                entry.which(),
                                Objects.requireNonNullElse(entry.before(), ""),
                                Objects.requireNonNullElse(entry.after(), ""),
                                Objects.requireNonNullElse(entry.screen(), "")))
                + "\r\n";
    }
}
