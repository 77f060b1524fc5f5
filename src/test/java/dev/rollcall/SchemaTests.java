package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.support.ModuleTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The schema as it stands after all migrations from nothing; that Hibernate accepts it shows in
/// the start itself.
@ModuleTest
class SchemaTests {

    private static final String MASTER = "db/changelog/db.changelog-master.yaml";

    @Autowired private JdbcClient jdbc;
    @Autowired private DataSource dataSource;

    @Test
    void keepsEveryTableInInnoDb() {
        assertThat(
                        names(
                                """
                                select table_name from information_schema.tables
                                where table_schema = database() and table_type = 'BASE TABLE'
                                and engine <> 'InnoDB'
                                """))
                .isEmpty();
    }

    @Test
    void keepsEveryTextInUtf8() {
        assertThat(
                        names(
                                """
                                select table_name from information_schema.tables
                                where table_schema = database() and table_type = 'BASE TABLE'
                                and table_collation not like 'utf8mb4%'
                                union
                                select concat(table_name, '.', column_name)
                                from information_schema.columns where table_schema = database()
                                and character_set_name not in ('utf8mb4', 'ascii')
                                """))
                .isEmpty();
    }

    @Test
    void givesEveryTableAPrimaryKey() {
        assertThat(
                        names(
                                """
                                select t.table_name from information_schema.tables t
                                where t.table_schema = database() and t.table_type = 'BASE TABLE'
                                and t.table_name <> 'DATABASECHANGELOG'
                                and not exists (
                                    select 1 from information_schema.table_constraints c
                                    where c.table_schema = t.table_schema
                                    and c.table_name = t.table_name
                                    and c.constraint_type = 'PRIMARY KEY')
                                """))
                .isEmpty();
    }

    @Test
    void keepsInstantsToTheMicrosecond() {
        assertThat(
                        names(
                                """
                                select concat(table_name, '.', column_name)
                                from information_schema.columns where table_schema = database()
                                and table_name <> 'DATABASECHANGELOG'
                                and (data_type = 'timestamp'
                                    or data_type = 'datetime' and datetime_precision <> 6)
                                """))
                .as("columns that are not datetime(6)")
                .isEmpty();
    }

    @Test
    void hasNothingLeftToMigrate() throws Exception {
        try (var connection = dataSource.getConnection();
                var liquibase =
                        new Liquibase(
                                MASTER,
                                new ClassLoaderResourceAccessor(),
                                new JdbcConnection(connection))) {
            assertThat(liquibase.listUnrunChangeSets(new Contexts(), null)).isEmpty();
        }
    }

    @Test
    void migratesEveryModule() throws IOException {
        var master = new ClassPathResource(MASTER).getContentAsString(StandardCharsets.UTF_8);
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:db/changelog/*/*.sql");
        assertThat(files).isNotEmpty();
        assertThat(
                        Arrays.stream(files)
                                .map(file -> file.toString().split("/db/changelog/")[1])
                                .map(path -> path.substring(0, path.indexOf('/') + 1)))
                .allSatisfy(folder -> assertThat(master).contains("path: " + folder));
    }

    private List<@Nullable String> names(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
