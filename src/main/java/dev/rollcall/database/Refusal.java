package dev.rollcall.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/// Why a MariaDB that is there does not do what it is asked, through no fault of the statement. It
/// may do it later; until then nothing of the transaction is kept.
enum Refusal {
    DISK_FULL(1021),
    CANNOT_WRITE(1026),
    STORAGE(1030),
    TOO_MANY_CONNECTIONS(1040),
    OUT_OF_MEMORY(1041),
    SHUTTING_DOWN(1053),
    TABLE_FULL(1114),
    TOO_MANY_CONNECTIONS_OF_ONE_USER(1203),
    /// The server was made read-only, for example because another one took over.
    READ_ONLY(1290),
    INTERRUPTED(1317),
    CONNECTION_KILLED(1927),
    TIME_IS_UP(1969);

    private final int code;

    Refusal(int code) {
        this.code = code;
    }

    static Optional<Refusal> in(SQLException e) {
        return Arrays.stream(values()).filter(r -> r.code == e.getErrorCode()).findFirst();
    }
}
