package dev.rollcall.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
@EnableScheduling
class DatabaseConfiguration {

    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(3);
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);
    private static final Duration BEFORE_THE_SERVER_HANGS_UP = Duration.ofSeconds(30);

    /// Closed after the pool, which depends on it.
    @Bean
    DatabaseServer databaseServer(DatabaseProperties properties) {
        return StringUtils.hasText(properties.url())
                ? new ExternalDatabase(properties.url(), properties.user(), properties.password())
                : EmbeddedDatabase.start(properties.directory(), properties.serverOptions());
    }

    @Bean
    DataSource dataSource(DatabaseServer server, DatabaseProperties properties)
            throws SQLException {
        var idleTime = DatabaseCheck.idleTime(server);
        var pool = new HikariDataSource();
        pool.setPoolName("rollcall");
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        pool.setMaxLifetime(lifetime(idleTime).toMillis());
        pool.setMaximumPoolSize(properties.poolSize());
        pool.setMinimumIdle(Math.min(4, properties.poolSize()));
        pool.setDataSourceProperties(connectionSettings());
        pool.addDataSourceProperty("socketTimeout", "" + LONGEST_STATEMENT.toMillis());
        pool.addDataSourceProperty("useBulkStmts", "true");
        try (var connection = pool.getConnection()) {
            DatabaseCheck.snapshotIsolationIsOn(connection);
        } catch (SQLException | DatabaseUnavailableException e) {
            pool.close();
            throw e;
        }
        return pool;
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
        settings.setProperty("sessionVariables", "innodb_snapshot_isolation=ON,time_zone='+00:00'");
        settings.setProperty("connectTimeout", "" + WAIT_FOR_CONNECTION.toMillis());
        return settings;
    }
}
