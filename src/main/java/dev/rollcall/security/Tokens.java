package dev.rollcall.security;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Directory;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// The programs that may come in through the public interface. A token's text can be read once,
/// when it is made; only the hash of its secret is kept.
@Component
@Requires(Permission.SECURITY_ADMIN)
public class Tokens {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient database;
    private final Grants grants;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final RandomText random;
    private final ApplicationClock clock;

    Tokens(
            JdbcClient database,
            Grants grants,
            Directory directory,
            Access access,
            AuditLog audit,
            Retries retries,
            RandomText random,
            ApplicationClock clock) {
        this.database = database;
        this.grants = grants;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.random = random;
        this.clock = clock;
    }

    /// All tokens, the newest first, ended ones too.
    public List<Token> list() {
        demandWholeOrganisation();
        return grants.everyToken().stream()
                .sorted(
                        Comparator.comparing(Token::createdAt)
                                .reversed()
                                .thenComparing(Token::prefix))
                .toList();
    }

    /// Makes a token.
    ///
    /// @throws InvalidInput naming every bad field
    public IssuedToken create(NewToken wanted) {
        demandWholeOrganisation();
        var now = clock.instant();
        var name = wanted.name().strip();
        check(wanted, name, now);

        var actor = access.viewer().actor();
        var secret = random.secret();
        var token =
                new Token(
                        random.prefix(),
                        name,
                        wanted.scopes(),
                        wanted.units() == null,
                        wanted.units() == null ? Set.of() : wanted.units(),
                        now,
                        actor.name(),
                        wanted.expiresAt(),
                        null,
                        null);
        retries.inTransaction(() -> {
            insert(token, SecretHash.of(secret));
            audit.changed(actor, "token", token.prefix(), null, inWords(token));
            grants.changingToken(token.prefix());
        });
        return new IssuedToken(token, BearerTokens.text(token.prefix(), secret));
    }

    /// Ends a token at once; again is no different.
    ///
    /// @throws NotFound when there is none
    public void revoke(String prefix) {
        demandWholeOrganisation();
        var token = grants.token(prefix).orElseThrow(() -> new NotFound("token", prefix));
        if (token.revokedAt() != null) {
            return;
        }
        var by = access.viewer().actor();
        retries.inTransaction(() -> {
            database.sql("update api_token set revoked_at = ? where prefix = ?")
                    .param(local(clock.instant()))
                    .param(prefix)
                    .update();
            audit.changed(by, "token", prefix, inWords(token), null);
            grants.changingToken(prefix);
        });
    }

    private void check(NewToken wanted, String name, Instant now) {
        var found = new InvalidInput.Collector();
        found.check(
                !name.isEmpty() && name.codePointCount(0, name.length()) <= LONGEST_NAME,
                "/name",
                "Enter a name of at most %d characters.".formatted(LONGEST_NAME));
        found.check(
                !wanted.scopes().isEmpty(), "/scopes", "Choose what the token may be used for.");
        var expiry = wanted.expiresAt();
        found.check(
                expiry == null || expiry.isAfter(now),
                "/expiresAt",
                "Choose a moment in the future.");
        var units = wanted.units();
        found.check(
                units == null || !units.isEmpty(),
                "/units",
                "Choose at least one unit, or the whole organisation.");
        found.check(
                units == null || units.stream().allMatch(unit -> directory.unit(unit).isPresent()),
                "/units",
                "There is no such unit.");
        found.throwIfAny();
    }

    private void insert(Token token, SecretHash hash) {
        database.sql(
                        """
                        insert into api_token
                            (prefix, secret_hash, name, whole_organisation, created_at, created_by,
                             expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(token.prefix())
                .param(hash.bytes())
                .param(token.name())
                .param(token.wholeOrganisation())
                .param(local(token.createdAt()))
                .param(token.createdBy())
                .param(local(token.expiresAt()))
                .update();
        for (var scope : token.scopes()) {
            database.sql(
                            "insert into api_token_scope (token_id, scope) select id, ? from"
                                    + " api_token where prefix = ?")
                    .params(scope.text(), token.prefix())
                    .update();
        }
        for (var unit : token.units()) {
            database.sql(
                            "insert into api_token_unit (token_id, unit_id) select id, ? from"
                                    + " api_token where prefix = ?")
                    .params(unit.value(), token.prefix())
                    .update();
        }
    }

    private void demandWholeOrganisation() {
        if (!access.scope(Permission.SECURITY_ADMIN).everybody()) {
            throw new AccessDeniedException(
                    "Tokens are managed for the whole organisation, not for a part of it");
        }
    }

    private String inWords(Token token) {
        var units =
                token.wholeOrganisation()
                        ? "the whole organisation"
                        : token.units().stream()
                                .map(this::code)
                                .sorted()
                                .collect(Collectors.joining(", "));
        var scopes =
                token.scopes().stream()
                        .map(TokenScope::text)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "%s: %s for %s".formatted(token.name(), scopes, units);
    }

    private String code(UnitId unit) {
        return directory.unit(unit).map(found -> found.code()).orElse("?");
    }

    private static @Nullable LocalDateTime local(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
