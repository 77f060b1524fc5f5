package dev.rollcall.security;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/// Lets tests act as somebody: makes users and tokens the way an admin does, and runs work in their
/// name.
@Component
public class SignIns {

    /// A password that will do, the same for everybody.
    public static final String PASSWORD = "correct horse battery";

    private final Users users;
    private final Tokens tokens;
    private final Access access;
    private final AtomicInteger count = new AtomicInteger();

    SignIns(Users users, Tokens tokens, Access access) {
        this.users = users;
        this.tokens = tokens;
        this.access = access;
    }

    /// Makes a user with some roles.
    public User user(Assignment... assignments) {
        return user(null, assignments);
    }

    /// Makes a user who is an agent.
    public User user(@Nullable AgentId agent, Assignment... assignments) {
        var number = count.incrementAndGet();
        return access.asSystem(
                "test",
                () ->
                        users.create(
                                new NewUser(
                                        "user-%d@example.com".formatted(number),
                                        "User " + number,
                                        PASSWORD,
                                        agent,
                                        Set.of(assignments))));
    }

    /// Makes a token for the whole organisation; the text a program sends.
    public String token(TokenScope... scopes) {
        return tokenFor(null, scopes);
    }

    /// Makes a token for one unit and what lies below it.
    public String token(UnitId unit, TokenScope... scopes) {
        return tokenFor(Set.of(unit), scopes);
    }

    private String tokenFor(@Nullable Set<UnitId> units, TokenScope... scopes) {
        return access.asSystem(
                        "test",
                        () -> tokens.create(new NewToken("test", Set.of(scopes), units, null)))
                .text();
    }

    /// What a browser session of somebody holds.
    public static Authentication session(UserId user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(user), null, List.of());
    }

    /// What a request with a token holds.
    public static Authentication program(String prefix) {
        return new PreAuthenticatedAuthenticationToken(new TokenCaller(prefix), "", List.of());
    }

    /// Runs work in somebody's name.
    public static <T extends @Nullable Object> T as(UserId user, Supplier<T> work) {
        return as(session(user), work);
    }

    /// Runs work as whoever an authentication says.
    public static <T extends @Nullable Object> T as(
            Authentication authentication, Supplier<T> work) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
