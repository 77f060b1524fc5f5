package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What somebody sees who starts the application with a right or a wrong database.
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

    private static final String SECRET = "wrong-secret";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    jdbc:mariadb://127.0.0.1:1/rollcall     | No MariaDB answers at 127.0.0.1:1 (Connection refused); start it, or correct ROLLCALL_DB_URL.
                    jdbc:mariadb://no.such.host.invalid/x   | No MariaDB answers at no.such.host.invalid (nobody knows this host); start it, or correct ROLLCALL_DB_URL.
                    jdbc:postgresql://127.0.0.1:1/rollcall  | ROLLCALL_DB_URL is not the address of a schema in MariaDB; write it as jdbc:mariadb://host:3306/schema.
                    """)
    void saysAWrongDatabaseInOneSentence(String url, String sentence, CapturedOutput output) {
        assertThat(failure(url)).isInstanceOf(Exception.class);
        assertThat(output.getAll()).containsOnlyOnce(sentence);
        assertThat(output.getAll()).doesNotContain(SECRET, "\tat ", "Action:");
    }

    private static Exception failure(String url) {
        try {
            start(url, "rollcall", SECRET).close();
            throw new AssertionError("It started");
        } catch (Exception e) {
            return e;
        }
    }

    @Test
    void takesTheNamesOfTheEnvironment() {
        var schema = TestServer.newSchema();
        try (var context = start(schema)) {
            var jdbc = JdbcClient.create(context.getBean(DataSource.class));
            assertThat(jdbc.sql("select database()").query(String.class).single())
                    .isEqualTo(schema.schema());
            assertThat(jdbc.sql("select @@innodb_snapshot_isolation").query(Integer.class).single())
                    .isOne();
            assertThat(jdbc.sql("select @@time_zone").query(String.class).single())
                    .isEqualTo("+00:00");
        }
    }

    @Test
    void keepsThePasswordOutOfTheLog(CapturedOutput output) {
        var schema = TestServer.newSchema();
        start(schema).close();
        assertThat(output.getAll()).isNotEmpty().doesNotContain(schema.password());
    }

    static ConfigurableApplicationContext start(TestServer.Access schema) {
        return start(schema.url(), schema.user(), schema.password());
    }

    /// Only the database: the rest of the application is not at stake here.
    private static ConfigurableApplicationContext start(String url, String user, String password) {
        var application =
                new SpringApplication(
                        DatabaseConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        LiquibaseAutoConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(
                List.of(
                                "--ROLLCALL_DB_URL=" + url,
                                "--ROLLCALL_DB_USER=" + user,
                                "--ROLLCALL_DB_PASSWORD=" + password)
                        .toArray(String[]::new));
    }
}
