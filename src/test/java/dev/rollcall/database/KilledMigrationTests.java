package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// MariaDB commits each statement that changes the schema at once, and the migration is noted down
/// after it. Whoever is killed in between does the same again at the next start.
final class KilledMigrationTests {

    private static final String MASTER = "db/changelog/db.changelog-master.yaml";

    @Test
    void everyMigrationCanBeDoneAgainWhenItWasNotNotedDown() throws Exception {
        var schema = TestServer.newSchema();
        var database =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                schema.url(), schema.user(), schema.password()));
        migrate(schema);
        var shipped = rows(database);
        database.sql("delete from DATABASECHANGELOG").update();

        migrate(schema);

        assertThat(rows(database)).isEqualTo(shipped);
    }

    private static void migrate(TestServer.Access schema) throws SQLException, LiquibaseException {
        try (var connection = schema.connect()) {
            new Liquibase(MASTER, new ClassLoaderResourceAccessor(), new JdbcConnection(connection))
                    .update(new Contexts());
        }
    }

    /// How many rows each table was shipped with.
    private static Map<String, Long> rows(JdbcClient database) {
        var rows = new TreeMap<String, Long>();
        database.sql(
                        "select table_name from information_schema.tables where table_schema ="
                                + " database()")
                .query(String.class)
                .list()
                .forEach(table ->
                        rows.put(
                                table,
                                database.sql("select count(*) from `" + table + "`")
                                        .query(Long.class)
                                        .single()));
        return rows;
    }
}
