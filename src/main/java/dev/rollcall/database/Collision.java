package dev.rollcall.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/// What MariaDB reports when two transactions want the same rows. Each is answered by doing the
/// work again on fresh data.
enum Collision {
    /// Another transaction changed the row after this one's snapshot was taken.
    SNAPSHOT(1020),
    LOCK_WAIT(1205),
    DEADLOCK(1213);

    private final int code;

    Collision(int code) {
        this.code = code;
    }

    static Optional<Collision> in(SQLException e) {
        return Arrays.stream(values()).filter(c -> c.code == e.getErrorCode()).findFirst();
    }

    /// The collision somewhere below an exception.
    static Optional<Collision> below(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return in(sql);
            }
        }
        return Optional.empty();
    }
}
