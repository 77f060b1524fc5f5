package dev.rollcall.security;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the module's tables for the [Grants], past any persistence context.
@Component
class GrantTables {

    private final JdbcClient database;

    GrantTables(JdbcClient database) {
        this.database = database;
    }

    Map<Long, Role> roles() {
        Map<Long, Set<Permission>> permissions = new HashMap<>();
        database.sql("select role_id, permission from role_permission")
                .query(row -> {
                    permission(row.getString("permission"))
                            .ifPresent(add(permissions, row.getLong("role_id")));
                });
        Map<Long, Role> roles = new HashMap<>();
        database.sql("select * from role")
                .query(row -> {
                    long id = row.getLong("id");
                    roles.put(
                            id,
                            new Role(
                                    row.getString("code"),
                                    row.getString("name"),
                                    row.getBoolean("built_in"),
                                    permissions.getOrDefault(id, Set.of()),
                                    row.getLong("version")));
                });
        return roles;
    }

    /// @param id null: everybody
    Map<UserId, Grants.KnownUser> users(@Nullable UserId id) {
        Map<Long, List<Grants.Grant>> grants = new HashMap<>();
        select("select * from role_assignment", "user_id", id)
                .query(row -> {
                    grants.computeIfAbsent(row.getLong("user_id"), _ -> new ArrayList<>())
                            .add(
                                    new Grants.Grant(
                                            row.getLong("role_id"),
                                            number(row, "unit_id").map(UnitId::new).orElse(null),
                                            number(row, "group_id")
                                                    .map(GroupId::new)
                                                    .orElse(null)));
                });
        Map<UserId, Grants.KnownUser> users = new HashMap<>();
        select("select * from app_user", "id", id)
                .query(row -> {
                    var user = new UserId(row.getLong("id"));
                    users.put(
                            user,
                            new Grants.KnownUser(
                                    user,
                                    row.getString("email"),
                                    row.getString("name"),
                                    number(row, "agent_id").map(AgentId::new).orElse(null),
                                    row.getBoolean("enabled"),
                                    List.copyOf(grants.getOrDefault(user.value(), List.of())),
                                    row.getString("password_hash") != null,
                                    row.getLong("version")));
                });
        return users;
    }

    /// @param prefix null: all tokens
    Map<String, Grants.KnownToken> tokens(@Nullable String prefix) {
        Map<Long, Set<TokenScope>> scopes = new HashMap<>();
        database.sql("select token_id, scope from api_token_scope")
                .query(row -> {
                    TokenScope.of(row.getString("scope"))
                            .ifPresent(add(scopes, row.getLong("token_id")));
                });
        Map<Long, Set<UnitId>> units = new HashMap<>();
        database.sql("select token_id, unit_id from api_token_unit")
                .query(row -> {
                    units.computeIfAbsent(row.getLong("token_id"), _ -> new HashSet<>())
                            .add(new UnitId(row.getLong("unit_id")));
                });
        Map<String, Grants.KnownToken> tokens = new HashMap<>();
        select("select * from api_token", "prefix", prefix)
                .query(row -> {
                    long id = row.getLong("id");
                    var token =
                            new Token(
                                    row.getString("prefix"),
                                    row.getString("name"),
                                    scopes.getOrDefault(id, Set.of()),
                                    row.getBoolean("whole_organisation"),
                                    units.getOrDefault(id, Set.of()),
                                    instant(row, "created_at").orElseThrow(),
                                    row.getString("created_by"),
                                    instant(row, "expires_at").orElse(null),
                                    instant(row, "revoked_at").orElse(null),
                                    instant(row, "last_used_at").orElse(null));
                    tokens.put(
                            token.prefix(),
                            new Grants.KnownToken(
                                    token, SecretHash.of(row.getBytes("secret_hash"))));
                });
        return tokens;
    }

    private JdbcClient.StatementSpec select(String query, String key, @Nullable Object value) {
        return switch (value) {
            case null -> database.sql(query);
            case UserId id -> database.sql(query + " where " + key + " = ?").param(id.value());
            default -> database.sql(query + " where " + key + " = ?").param(value);
        };
    }

    private static <K, E extends Enum<E>> Consumer<E> add(Map<K, Set<E>> sets, K key) {
        return value ->
                sets.merge(
                        key,
                        EnumSet.of(value),
                        (some, more) -> {
                            some.addAll(more);
                            return some;
                        });
    }

    /// A permission that this version does not know grants nothing.
    private static Optional<Permission> permission(String name) {
        return EnumSet.allOf(Permission.class).stream()
                .filter(permission -> permission.name().equals(name))
                .findFirst();
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(local -> local.toInstant(ZoneOffset.UTC));
    }
}
