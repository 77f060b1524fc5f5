package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// While servers are exchanged one by one, the version before this one still reads and writes a
/// schema that is migrated already. So the schema only grows, migration by migration, whichever
/// release the one before is: what the older version names is still there and takes what it took,
/// and a row it writes without knowing the new columns is a good row. What a new trigger refuses is
/// a decision of its own and is not looked at here.
final class GrowingSchemaTests {

    private static final String MASTER = "db/changelog/db.changelog-master.yaml";
    private static final Pattern TOUCHES_WHAT_IS_THERE =
            Pattern.compile("\\b(alter|drop|rename)\\s+(table|index|view)\\b|create unique index");

    /// @param length in characters; null: it is no text
    /// @param needed whether a row that does not name it is refused
    private record Column(String type, @Nullable Long length, boolean nullable, boolean needed) {

        boolean takesWhatWent(Column before) {
            return type.equals(before.type)
                    && (nullable || !before.nullable)
                    && (before.length == null
                            || Objects.requireNonNullElse(length, 0L) >= before.length);
        }
    }

    /// @param columns by table and name
    /// @param unique the columns of each key that may hold nothing twice, by table
    private record Schema(
            Map<String, Map<String, Column>> columns, Map<String, TreeSet<String>> unique) {}

    @Test
    void keepsWhatTheVersionBeforeReadsAndWrites() throws Exception {
        var access = TestServer.newSchema();
        var database =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                access.url(), access.user(), access.password()));
        var broken = new ArrayList<String>();
        try (var connection = access.connect()) {
            var liquibase =
                    new Liquibase(
                            MASTER,
                            new ClassLoaderResourceAccessor(),
                            new JdbcConnection(connection));
            int done = 0;
            var all = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression());
            for (int i = 0; i < all.size(); i++) {
                if (!touchesWhatIsThere(all.get(i))) {
                    continue;
                }
                update(liquibase, i - done);
                var before = schema(database);
                update(liquibase, 1);
                done = i + 1;
                broken.addAll(broken(all.get(i).getId(), before, schema(database)));
            }
            assertThat(done).as("migrations that touch what is there").isPositive();
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void findsWhatWouldBreakTheVersionBefore() throws Exception {
        var access = TestServer.newSchema();
        var database =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                access.url(), access.user(), access.password()));
        database.sql("create table kept (a int, b varchar(10), c int, primary key (a))").update();
        var before = schema(database);
        database.sql(
                        """
                        alter table kept modify b varchar(5) not null, drop c,
                            add d int not null, add e int not null default 1, add f int,
                            add unique key b_once (b)
                        """)
                .update();

        assertThat(broken("it", before, schema(database)))
                .containsExactly(
                        "it: kept.b takes less than before",
                        "it: kept.c is gone",
                        "it: kept.d is needed in each row",
                        "it: kept holds b once only");
    }

    /// Whether a key refuses nothing that another one takes: it has all its columns.
    private static boolean isWiderThan(String key, String known) {
        return List.of(key.split(",")).containsAll(List.of(known.split(",")));
    }

    private static void update(Liquibase liquibase, int number) throws LiquibaseException {
        if (number > 0) {
            liquibase.update(number, new Contexts(), new LabelExpression());
        }
    }

    private static boolean touchesWhatIsThere(ChangeSet changeSet) {
        return changeSet.getChanges().stream()
                .filter(RawSQLChange.class::isInstance)
                .map(change -> ((RawSQLChange) change).getSql().toLowerCase(Locale.ROOT))
                .anyMatch(sql -> TOUCHES_WHAT_IS_THERE.matcher(sql).find());
    }

    private static List<String> broken(String by, Schema before, Schema after) {
        var broken = new ArrayList<String>();
        before.columns()
                .forEach((table, columns) -> {
                    var now = after.columns().getOrDefault(table, Map.of());
                    columns.forEach((name, column) -> {
                        var kept = now.get(name);
                        if (kept == null) {
                            broken.add(by + ": " + table + "." + name + " is gone");
                        } else if (!kept.takesWhatWent(column)) {
                            broken.add(by + ": " + table + "." + name + " takes less than before");
                        }
                    });
                    now.forEach((name, column) -> {
                        if (!columns.containsKey(name) && column.needed()) {
                            broken.add(by + ": " + table + "." + name + " is needed in each row");
                        }
                    });
                    after.unique().getOrDefault(table, new TreeSet<>()).stream()
                            .filter(key ->
                                    before.unique().getOrDefault(table, new TreeSet<>()).stream()
                                            .noneMatch(known -> isWiderThan(key, known)))
                            .forEach(key ->
                                    broken.add(by + ": " + table + " holds " + key + " once only"));
                });
        return broken;
    }

    private static Schema schema(JdbcClient database) throws SQLException {
        var columns = new TreeMap<String, Map<String, Column>>();
        database.sql(
                        """
                        select table_name, column_name, data_type, character_maximum_length,
                            is_nullable = 'YES' as nullable,
                            is_nullable = 'NO' and column_default is null
                                and extra not like '%auto_increment%'
                                and extra not like '%GENERATED%' as needed
                        from information_schema.columns where table_schema = database()
                        and table_name not like 'DATABASECHANGELOG%'
                        """)
                .query(row -> {
                    columns.computeIfAbsent(row.getString(1), _ -> new TreeMap<>())
                            .put(
                                    row.getString(2),
                                    new Column(
                                            row.getString(3),
                                            row.getObject(4, Long.class),
                                            row.getBoolean(5),
                                            row.getBoolean(6)));
                });
        var unique = new TreeMap<String, TreeSet<String>>();
        database.sql(
                        """
                        select table_name, group_concat(column_name order by seq_in_index)
                        from information_schema.statistics
                        where table_schema = database() and non_unique = 0
                        group by table_name, index_name
                        """)
                .query(row -> {
                    unique.computeIfAbsent(row.getString(1), _ -> new TreeSet<>())
                            .add(row.getString(2));
                });
        return new Schema(columns, unique);
    }
}
