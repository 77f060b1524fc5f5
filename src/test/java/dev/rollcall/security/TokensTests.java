package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;

@ModuleTest
class TokensTests {

    private static final String ADDRESS = "/api/v1/nowhere";

    @Autowired private MockMvc web;
    @Autowired private Tokens tokens;
    @Autowired private BearerTokens bearers;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient database;
    @Autowired private Register register;
    @Autowired private SignIns signIns;

    @Test
    void keepsNoSecret() {
        var issued = issue(TokenScope.PRESENCE_WRITE);

        assertThat(issued.text()).matches("rc_[a-z0-9]{10}_[A-Za-z0-9_-]{43}");
        var secret = issued.text().substring("rc_".length() + 11);
        assertThat(
                        database.sql("select hex(secret_hash) from api_token")
                                .query(String.class)
                                .single())
                .isEqualToIgnoringCase(SecretHash.of(secret).hex());
        assertThat(
                        database.sql(
                                        "select concat_ws(' ', before_state, after_state) from audit_entry")
                                .query(String.class)
                                .list())
                .noneMatch(entry -> entry.contains(secret));
        assertThat(issued.toString()).doesNotContain(secret);
    }

    @Test
    void opensTheDoorForItsTextOnly() throws Exception {
        var text = issue(TokenScope.PRESENCE_WRITE).text();

        web.perform(get(ADDRESS).header("Authorization", "Bearer " + text))
                .andExpect(status().isNotFound());
        var last = text.charAt(text.length() - 1) == 'A' ? 'B' : 'A';
        refuse(text.substring(0, text.length() - 1) + last);
        refuse(text.toUpperCase(Locale.ROOT));
        refuse("rc_nothing");
        refuse("");
    }

    @Test
    void asksForATokenInTheWordsOfTheStandard() throws Exception {
        web.perform(get(ADDRESS))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer realm=\"rollcall\""))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(401))
                .andExpect(jsonPath("$.type").value("urn:rollcall:problem:unauthenticated"));
    }

    @Test
    void takesNoSessionForAToken() throws Exception {
        var admin = signIns.user(Assignment.everywhere(Role.ADMIN));
        var session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(SignIns.session(admin.id())));

        web.perform(get(ADDRESS).session(session)).andExpect(status().isUnauthorized());
    }

    @Test
    void startsNoSession() throws Exception {
        var text = issue(TokenScope.PRESENCE_WRITE).text();

        var result =
                web.perform(get(ADDRESS).header("Authorization", "Bearer " + text)).andReturn();

        assertThat(result.getRequest().getSession(false)).isNull();
        assertThat(result.getResponse().getHeader("Set-Cookie")).isNull();
    }

    @Test
    void endsAtOnceWhenRevoked() throws Exception {
        var issued = issue(TokenScope.PRESENCE_WRITE);

        access.asSystem("test", () -> tokens.revoke(issued.token().prefix()));

        refuse(issued.text());
        access.asSystem("test", () -> tokens.revoke(issued.token().prefix()));
    }

    @Test
    void endsWhenItsTimeIsOver() throws Exception {
        var issued =
                access.asSystem(
                        "test",
                        () ->
                                tokens.create(
                                        new NewToken(
                                                "Feed",
                                                Set.of(TokenScope.ADMIN),
                                                null,
                                                FreshStart.NOW.plus(Duration.ofHours(1)))));
        clock.advance(Duration.ofMinutes(59));
        assertThat(bearers.caller(issued.text())).isPresent();

        clock.advance(Duration.ofMinutes(1));

        refuse(issued.text());
        assertThat(
                        SignIns.as(
                                SignIns.program(issued.token().prefix()),
                                () -> access.currentViewer()))
                .isEmpty();
    }

    @Test
    void mayDoWhatItsScopesSay() {
        var issued = issue(TokenScope.PRESENCE_WRITE, TokenScope.SCHEDULE_READ);

        var may =
                SignIns.as(
                        SignIns.program(issued.token().prefix()),
                        () -> {
                            var viewer = access.viewer();
                            var found = EnumSet.allOf(Permission.class);
                            found.removeIf(permission -> !viewer.may(permission));
                            return found;
                        });

        assertThat(may)
                .containsExactlyInAnyOrder(Permission.PRESENCE_WRITE, Permission.SCHEDULE_VIEW);
    }

    @Test
    void mayDoEverythingForItsUnitsOnly() {
        var berlin =
                register.putUnit(
                        "berlin",
                        new UnitDraft("Berlin", "Europe/Berlin", null, null),
                        null,
                        Scope.everyone(),
                        Actor.system("test"));
        var issued =
                access.asSystem(
                        "test",
                        () ->
                                tokens.create(
                                        new NewToken(
                                                "Feed",
                                                Set.of(TokenScope.ADMIN),
                                                Set.of(berlin.id()),
                                                null)));

        var scope =
                SignIns.as(
                        SignIns.program(issued.token().prefix()),
                        () -> access.scope(Permission.PRESENCE_WRITE));

        assertThat(scope).isEqualTo(Scope.ofUnits(Set.of(berlin.id())));
    }

    @Test
    void knowsWhenItWasUsedLastToTheMinute() {
        var issued = issue(TokenScope.ADMIN);
        bearers.caller(issued.text());
        clock.advance(Duration.ofSeconds(30));
        bearers.caller(issued.text());

        assertThat(lastUsed(issued)).isEqualTo(FreshStart.NOW);
        clock.advance(Duration.ofSeconds(31));
        bearers.caller(issued.text());
        assertThat(lastUsed(issued)).isEqualTo(FreshStart.NOW.plusSeconds(61));
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() ->
                        access.asSystem(
                                "test",
                                () ->
                                        tokens.create(
                                                new NewToken(
                                                        " ", Set.of(), Set.of(), FreshStart.NOW))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/name")
                .hasMessageContaining("/scopes")
                .hasMessageContaining("/units")
                .hasMessageContaining("/expiresAt");
    }

    private @Nullable Instant lastUsed(IssuedToken issued) {
        return access.asSystem("test", () -> tokens.list()).stream()
                .filter(token -> token.prefix().equals(issued.token().prefix()))
                .findFirst()
                .orElseThrow()
                .lastUsedAt();
    }

    private IssuedToken issue(TokenScope... scopes) {
        return access.asSystem(
                "test", () -> tokens.create(new NewToken("Feed", Set.of(scopes), null, null)));
    }

    private void refuse(String text) throws Exception {
        web.perform(get(ADDRESS).header("Authorization", "Bearer " + text))
                .andExpect(status().isUnauthorized())
                .andExpect(
                        header().string(
                                        "WWW-Authenticate",
                                        "Bearer realm=\"rollcall\", error=\"invalid_token\""));
    }
}
