package dev.rollcall.security;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Who may do what, in memory, as the database says: read at the start and again after the commit
/// of each change. Every check of a permission asks here, so a change counts from the next check
/// on.
///
/// When a change cannot be read, what is known of it is forgotten: better nobody comes in than
/// somebody who no longer may.
@Component
class Grants {

    private static final Logger log = LoggerFactory.getLogger(Grants.class);

    private final GrantTables tables;
    private final ApplicationClock clock;
    private final ApplicationEventPublisher events;
    private final Object oneChangeAtATime = new Object();

    private final Map<UserId, KnownUser> users = new ConcurrentHashMap<>();
    private final Map<Long, Role> roles = new ConcurrentHashMap<>();
    private final Map<String, KnownToken> tokens = new ConcurrentHashMap<>();

    Grants(GrantTables tables, ApplicationClock clock, ApplicationEventPublisher events) {
        this.tables = tables;
        this.clock = clock;
        this.events = events;
        reload();
    }

    /// Reads everything again.
    void reload() {
        synchronized (oneChangeAtATime) {
            replace(roles, tables.roles());
            replace(users, tables.users(null));
            replace(tokens, tables.tokens(null));
        }
    }

    Optional<KnownUser> user(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    boolean mayComeIn(UserId id) {
        return user(id).filter(KnownUser::enabled).isPresent();
    }

    boolean mayComeIn(String tokenPrefix) {
        return isGood(tokens.get(tokenPrefix), clock.instant());
    }

    Optional<Token> token(String prefix) {
        return Optional.ofNullable(tokens.get(prefix)).map(KnownToken::token);
    }

    /// A token that is good now, with the hash of its secret.
    Optional<KnownToken> goodToken(String prefix) {
        var known = tokens.get(prefix);
        return isGood(known, clock.instant()) ? Optional.ofNullable(known) : Optional.empty();
    }

    /// For whom a user has a permission; empty when they do not have it, or may not come in.
    List<Grant> grants(UserId id, Permission permission) {
        return user(id).filter(KnownUser::enabled).stream()
                .flatMap(user -> user.grants().stream())
                .filter(grant -> {
                    var role = roles.get(grant.role());
                    return role != null && role.permissions().contains(permission);
                })
                .toList();
    }

    List<Role> rolesOf(UserId id) {
        Set<Role> found = new HashSet<>();
        user(id).ifPresent(user ->
                user.grants()
                        .forEach(grant -> {
                            var role = roles.get(grant.role());
                            if (role != null) {
                                found.add(role);
                            }
                        }));
        return found.stream().sorted(Comparator.comparing(Role::name)).toList();
    }

    /// Whether anybody could still manage users if this one could not.
    boolean somebodyElseManagesUsers(UserId than) {
        return users.keySet().stream().filter(id -> !id.equals(than)).anyMatch(this::managesUsers);
    }

    /// Whether somebody can sign in and manage users of the whole organisation.
    boolean managesUsers(UserId id) {
        return user(id).filter(KnownUser::hasPassword).isPresent()
                && grants(id, Permission.SECURITY_ADMIN).stream().anyMatch(Grant::everywhere);
    }

    List<KnownUser> everyUser() {
        return List.copyOf(users.values());
    }

    List<Role> everyRole() {
        return List.copyOf(roles.values());
    }

    List<Token> everyToken() {
        return tokens.values().stream().map(KnownToken::token).toList();
    }

    Optional<Role> role(long number) {
        return Optional.ofNullable(roles.get(number));
    }

    Optional<Role> role(String code) {
        return roles.values().stream().filter(role -> role.code().equals(code)).findFirst();
    }

    /// Whether a role was given to somebody.
    boolean isGiven(Role role) {
        return users.values().stream()
                .flatMap(user -> user.grants().stream())
                .anyMatch(grant -> role.equals(roles.get(grant.role())));
    }

    /// Takes a change of a user in as soon as the current transaction commits.
    void changing(UserId id) {
        AfterCommit.run(() -> {
            synchronized (oneChangeAtATime) {
                try {
                    var read = tables.users(id).get(id);
                    users.compute(id, (_, _) -> read);
                } catch (DataAccessException e) {
                    log.error("User {} could not be read after a change", id.value(), e);
                    users.remove(id);
                }
            }
            tell(new GrantsChanged(Set.of(id)));
        });
    }

    /// Takes a change of roles in as soon as the current transaction commits.
    void changingRoles() {
        AfterCommit.run(() -> {
            Map<Long, Role> before;
            synchronized (oneChangeAtATime) {
                before = Map.copyOf(roles);
                try {
                    replace(roles, tables.roles());
                } catch (DataAccessException e) {
                    log.error("Roles could not be read after a change; nobody has one", e);
                    roles.clear();
                }
            }
            tell(new GrantsChanged(whoHasWhatDiffers(before)));
        });
    }

    private Set<UserId> whoHasWhatDiffers(Map<Long, Role> before) {
        return users.values().stream()
                .filter(user ->
                        user.grants().stream()
                                .map(Grant::role)
                                .anyMatch(
                                        role -> !Objects.equals(before.get(role), roles.get(role))))
                .map(KnownUser::id)
                .collect(Collectors.toSet());
    }

    /// Takes a change of a token in as soon as the current transaction commits.
    void changingToken(String prefix) {
        AfterCommit.run(() -> {
            synchronized (oneChangeAtATime) {
                try {
                    var read = tables.tokens(prefix).get(prefix);
                    tokens.compute(prefix, (_, _) -> read);
                } catch (DataAccessException e) {
                    log.error("A token could not be read after a change; it is shut", e);
                    tokens.remove(prefix);
                }
            }
        });
    }

    /// Notes in memory when a token was used; what was read meanwhile stands.
    void used(String prefix, Instant at) {
        tokens.computeIfPresent(
                prefix, (_, known) -> new KnownToken(known.token().usedAt(at), known.secretHash()));
    }

    private void tell(GrantsChanged change) {
        try {
            events.publishEvent(change);
        } catch (RuntimeException e) {
            log.error("A listener failed on a change of grants", e);
        }
    }

    private static boolean isGood(@Nullable KnownToken known, Instant now) {
        return known != null && known.token().isGoodAt(now);
    }

    private static <K, V> void replace(Map<K, V> old, Map<K, V> read) {
        old.putAll(read);
        old.keySet().retainAll(read.keySet());
    }

    /// @param role the role's number
    record Grant(long role, @Nullable UnitId unit, @Nullable GroupId group) {

        boolean everywhere() {
            return unit == null && group == null;
        }
    }

    /// @param hasPassword false while they have not chosen one
    record KnownUser(
            UserId id,
            String email,
            String name,
            @Nullable AgentId agent,
            boolean enabled,
            List<Grant> grants,
            boolean hasPassword,
            long version) {}

    /// @param secretHash SHA-256 of the secret
    record KnownToken(Token token, SecretHash secretHash) {}
}
