package dev.rollcall.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(3);
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

    /// Closed after the pool, which depends on it.
    @Bean
    DatabaseServer databaseServer(DatabaseProperties properties) {
        return StringUtils.hasText(properties.url())
                ? new ExternalDatabase(properties.url(), properties.user(), properties.password())
                : EmbeddedDatabase.start(properties.directory(), properties.serverOptions());
    }

    @Bean
    DataSource dataSource(DatabaseServer server, DatabaseProperties properties) {
        var pool = new HikariDataSource();
        pool.setPoolName("rollcall");
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        pool.setMaximumPoolSize(properties.poolSize());
        pool.setMinimumIdle(Math.min(4, properties.poolSize()));
        // Without it MariaDB loses updates silently at REPEATABLE READ.
        pool.addDataSourceProperty(
                "sessionVariables", "innodb_snapshot_isolation=ON,time_zone='+00:00'");
        // Timestamps are UTC whatever zone this machine is in.
        pool.addDataSourceProperty("connectionTimeZone", "UTC");
        pool.addDataSourceProperty("preserveInstants", "true");
        pool.addDataSourceProperty("connectTimeout", "" + WAIT_FOR_CONNECTION.toMillis());
        pool.addDataSourceProperty("socketTimeout", "" + LONGEST_STATEMENT.toMillis());
        pool.addDataSourceProperty("useBulkStmts", "true");
        return pool;
    }
}
