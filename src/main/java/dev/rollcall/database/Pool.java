package dev.rollcall.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/// The connections of the application. Each waits for answers no longer than the [Patience] of
/// whoever took it, and every failure to answer is noted in [Outages].
final class Pool extends HikariDataSource {

    /// Whoever is merely slow still gets a connection after their time; whoever lost it waiting for
    /// a database that is away does not wait for it once more.
    private static final Duration RECENTLY = Duration.ofSeconds(10);

    private final Outages outages;
    private final HikariDataSource reserve = new HikariDataSource();

    Pool(Outages outages) {
        this.outages = outages;
        setExceptionOverride(new Noting(outages));
    }

    /// Keeps some more connections back, of the same kind; called when all is set.
    void keepBack(int connections) {
        copyStateTo(reserve);
        reserve.setPoolName(getPoolName() + "-reserve");
        reserve.setMaximumPoolSize(connections);
        reserve.setMinimumIdle(1);
    }

    @Override
    public void close() {
        super.close();
        reserve.close();
    }

    /// Whether others have all connections: no sign that the database is away.
    private boolean isExhausted() {
        var state = getHikariPoolMXBean();
        return state != null && state.getActiveConnections() >= getMaximumPoolSize();
    }

    private boolean isQueued() {
        var state = getHikariPoolMXBean();
        return isExhausted() || (state != null && state.getThreadsAwaitingConnection() > 0);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (Patience.isOver() && outages.within(RECENTLY)) {
            throw new SQLTransientConnectionException(
                    "The database did not answer in the time there was");
        }
        Connection connection;
        try {
            connection =
                    Reserve.isEntitled() && isQueued()
                            ? reserve.getConnection()
                            : super.getConnection();
        } catch (SQLException e) {
            if (Reserve.isEntitled() || !isExhausted()) {
                outages.note();
            }
            throw e;
        }
        var left = Patience.left();
        if (left.isPresent()) {
            // Set back by the pool when the connection returns.
            connection.setNetworkTimeout(Runnable::run, (int) left.get().toMillis());
        }
        return connection;
    }

    private record Noting(Outages outages) implements SQLExceptionOverride {

        @java.lang.Override
        public Override adjudicate(SQLException e) {
            var state = e.getSQLState();
            if (state != null && state.startsWith("08") || Refusal.in(e).isPresent()) {
                outages.note();
            }
            return Override.CONTINUE_EVICT;
        }
    }
}
