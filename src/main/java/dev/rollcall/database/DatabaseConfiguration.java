package dev.rollcall.database;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
@EnableScheduling
class DatabaseConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(2);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);
    private static final Duration BEFORE_THE_SERVER_HANGS_UP = Duration.ofSeconds(30);
    private static final DataSize LEAST_ROOM = DataSize.ofMegabytes(100);

    /// Closed after the pool, which depends on it.
    @Bean
    DatabaseServer databaseServer(DatabaseProperties properties) {
        return StringUtils.hasText(properties.url())
                ? new ExternalDatabase(properties.url(), properties.user(), properties.password())
                : EmbeddedDatabase.start(properties.directory(), properties.serverOptions());
    }

    @Bean
    Outages outages() {
        return new Outages();
    }

    @Bean
    Pool dataSource(DatabaseServer server, DatabaseProperties properties, Outages outages)
            throws SQLException {
        var idleTime = DatabaseCheck.idleTime(server);
        var pool = new Pool(outages);
        pool.setPoolName("rollcall");
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        pool.setValidationTimeout(SIGN_OF_LIFE.toMillis());
        pool.setMaxLifetime(lifetime(idleTime).toMillis());
        pool.setMaximumPoolSize(properties.poolSize());
        pool.setMinimumIdle(Math.min(4, properties.poolSize()));
        pool.setDataSourceProperties(connectionSettings());
        pool.addDataSourceProperty("socketTimeout", "" + LONGEST_STATEMENT.toMillis());
        pool.addDataSourceProperty("useBulkStmts", "true");
        pool.keepBack(properties.reserveSize());
        try (var connection = pool.getConnection()) {
            DatabaseCheck.snapshotIsolationIsOn(connection);
        } catch (SQLException | DatabaseUnavailableException e) {
            pool.close();
            throw e;
        }
        return pool;
    }

    @Bean
    MeterBinder databaseMetrics(DatabaseServer server, Outages outages) {
        return metrics -> {
            FunctionCounter.builder("rollcall.database.failures", outages, Outages::count)
                    .description("Times the database did not answer or refused to write")
                    .register(metrics);
            FunctionCounter.builder("rollcall.database.restarts", server, DatabaseServer::restarts)
                    .description("Times the embedded database died and was started again")
                    .register(metrics);
        };
    }

    /// Room where the data grows, which need not be where the process was started. What is left on
    /// the disk of somebody else's database only they can say.
    @Bean
    DiskSpaceHealthIndicator diskSpaceHealthIndicator(
            DatabaseServer server, DatabaseProperties properties) {
        var place = server instanceof EmbeddedDatabase ? properties.directory() : Path.of("");
        return new DiskSpaceHealthIndicator(place.toAbsolutePath().toFile(), LEAST_ROOM);
    }

    @Bean
    SQLExceptionTranslator collisions(DataSource dataSource) {
        return new CollisionTranslator(dataSource);
    }

    /// Hibernate's exceptions go the same way as those of plain JDBC.
    @Bean
    static BeanPostProcessor collisionsUnderHibernate(
            ObjectProvider<SQLExceptionTranslator> collisions) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HibernateJpaVendorAdapter hibernate) {
                    hibernate.getJpaDialect().setJdbcExceptionTranslator(collisions.getObject());
                }
                return bean;
            }
        };
    }

    /// Migrations may take longer than any statement of the application.
    @Bean(defaultCandidate = false)
    @LiquibaseDataSource
    DataSource migrationDataSource(DatabaseServer server) {
        var source = new DriverManagerDataSource(server.url(), server.user(), server.password());
        source.setConnectionProperties(connectionSettings());
        return source;
    }

    private static Duration lifetime(Duration idleTime) {
        var limit = idleTime.minus(BEFORE_THE_SERVER_HANGS_UP);
        return limit.compareTo(LONGEST_LIFE) < 0 ? limit : LONGEST_LIFE;
    }

    private static Properties connectionSettings() {
        var settings = new Properties();
        // Without it MariaDB loses updates silently at REPEATABLE READ.
        // Fifty seconds for a lock, the server's own default, is longer than anybody waits.
        settings.setProperty(
                "sessionVariables",
                "innodb_snapshot_isolation=ON,innodb_lock_wait_timeout=5,time_zone='+00:00'");
        settings.setProperty("connectTimeout", "" + CONNECT.toMillis());
        return settings;
    }
}
