package dev.rollcall.navigation;

import dev.rollcall.navigation.Arrangement.Item;
import dev.rollcall.security.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Profiles and who gets them, in the database.
@Repository
class ProfileTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROLE = "ROLE";
    private static final String USER = "USER";

    private final JdbcClient database;

    ProfileTable(JdbcClient database) {
        this.database = database;
    }

    /// In the order in which they decide.
    List<NavigationProfile> all() {
        var roles = assigned(ROLE);
        var people = assigned(USER);
        return database.sql("select * from navigation_profile order by position, code")
                .query((row, _) -> {
                    var code = row.getString("code");
                    var users = new HashSet<UserId>();
                    people.getOrDefault(code, Set.of())
                            .forEach(id -> users.add(new UserId(Long.parseLong(id))));
                    return new NavigationProfile(
                            code,
                            row.getString("own_name"),
                            row.getBoolean("built_in"),
                            new Arrangement(
                                    List.of(JSON.readValue(row.getString("items"), Item[].class))),
                            roles.getOrDefault(code, Set.of()),
                            users,
                            row.getLong("version"));
                })
                .list();
    }

    private Map<String, Set<String>> assigned(String kind) {
        var found = new HashMap<String, Set<String>>();
        database.sql("select which, profile from navigation_assignment where kind = ?")
                .param(kind)
                .query(row -> {
                    found.computeIfAbsent(row.getString("profile"), _ -> new HashSet<>())
                            .add(row.getString("which"));
                });
        return found;
    }

    static String json(Arrangement arrangement) {
        return JSON.writeValueAsString(arrangement.items());
    }

    void insert(String code, @Nullable String name, Arrangement arrangement) {
        database.sql(
                        """
                        insert into navigation_profile (code, own_name, position, items)
                        select ?, ?, coalesce(max(position), 0) + 10, ? from navigation_profile
                        """)
                .param(code)
                .param(name)
                .param(json(arrangement))
                .update();
    }

    /// @return false when somebody was first
    boolean update(
            String code, @Nullable String name, Arrangement arrangement, long expectedVersion) {
        return database.sql(
                                """
                                update navigation_profile
                                set own_name = ?, items = ?, version = version + 1
                                where code = ? and version = ?
                                """)
                        .param(name)
                        .param(json(arrangement))
                        .param(code)
                        .param(expectedVersion)
                        .update()
                == 1;
    }

    /// Whoever had another profile has this one now.
    void assign(String code, Set<String> roles, Set<UserId> people) {
        database.sql("delete from navigation_assignment where profile = ?").param(code).update();
        roles.forEach(role -> assign(code, ROLE, role));
        people.forEach(user -> assign(code, USER, Long.toString(user.value())));
    }

    private void assign(String code, String kind, String which) {
        database.sql("replace into navigation_assignment (kind, which, profile) values (?, ?, ?)")
                .params(kind, which, code)
                .update();
    }

    void order(List<String> codes) {
        int position = 0;
        for (var code : codes) {
            position += 10;
            database.sql("update navigation_profile set position = ? where code = ?")
                    .params(position, code)
                    .update();
        }
    }

    void remove(String code) {
        database.sql("delete from navigation_assignment where profile = ?").param(code).update();
        database.sql("delete from navigation_profile where code = ?").param(code).update();
    }
}
