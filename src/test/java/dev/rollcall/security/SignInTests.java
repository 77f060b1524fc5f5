package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.ModuleTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ModuleTest
@ExtendWith(OutputCaptureExtension.class)
class SignInTests {

    @Autowired private MockMvc web;
    @Autowired private SignIns signIns;
    @Autowired private Users users;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;

    @Test
    void letsSomebodyInWhateverTheCapitalsOfTheirAddress() throws Exception {
        var user = signIns.user(Assignment.everywhere(Role.ADMIN));

        signIn(user.email().toUpperCase(Locale.ROOT), SignIns.PASSWORD)
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void givesTheSessionANewNumber() throws Exception {
        var user = signIns.user(Assignment.everywhere(Role.ADMIN));
        var session = new MockHttpSession();
        var before = session.getId();

        web.perform(
                        post("/login")
                                .session(session)
                                .param("username", user.email())
                                .param("password", SignIns.PASSWORD)
                                .with(csrf()))
                .andExpect(redirectedUrl("/"));

        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void answersTheSameToAWrongPasswordAnUnknownAddressAndADisabledUser() throws Exception {
        signIns.user(Assignment.everywhere(Role.ADMIN));
        var user = signIns.user(Assignment.everywhere(Role.AGENT));
        signIn(user.email(), "wrong").andExpect(redirectedUrl("/login?error"));
        signIn("nobody@example.com", SignIns.PASSWORD).andExpect(redirectedUrl("/login?error"));
        access.asSystem(
                "test",
                () ->
                        users.change(
                                user.id(),
                                new UserDraft(
                                        user.email(), user.name(), null, false, user.assignments()),
                                user.version()));
        signIn(user.email(), SignIns.PASSWORD).andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void takesAsLongForAnUnknownAddressAsForAWrongPassword() throws Exception {
        var user = signIns.user(Assignment.everywhere(Role.AGENT));
        signIn(user.email(), "warm up");
        signIn("warm-up@example.com", "warm up");
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int attempt = 0; attempt < 7; attempt++) {
            known.add(nanosToSignIn(user.email()));
            unknown.add(nanosToSignIn("nobody-%d@example.com".formatted(attempt)));
        }

        assertThat((double) median(unknown) / median(known)).isBetween(0.6, 1.6);
    }

    @Test
    void putsAttemptsOffAfterTenWrongPasswords() throws Exception {
        var user = signIns.user(Assignment.everywhere(Role.AGENT));
        for (int attempt = 0; attempt < 10; attempt++) {
            signIn(user.email(), "wrong").andExpect(redirectedUrl("/login?error"));
        }

        signIn(user.email(), SignIns.PASSWORD).andExpect(redirectedUrl("/login?throttled"));
        clock.advance(LoginThrottle.REST);
        signIn(user.email(), SignIns.PASSWORD).andExpect(redirectedUrl("/"));
    }

    @Test
    void putsAttemptsOffForAddressesNobodyHasJustTheSame() throws Exception {
        for (int attempt = 0; attempt < 10; attempt++) {
            signIn("nobody@example.com", "wrong").andExpect(redirectedUrl("/login?error"));
        }

        signIn("Nobody@example.com ", "wrong").andExpect(redirectedUrl("/login?throttled"));
    }

    @Test
    void putsAWholeAddressOffThatTriesManyAccounts() {
        var throttle = new LoginThrottle(clock);
        for (int attempt = 0; attempt < LoginThrottle.WRONG_PASSWORDS_PER_ADDRESS; attempt++) {
            assertThat(throttle.take("account-" + attempt, "192.0.2.1")).isTrue();
        }

        assertThat(throttle.take("yet-another", "192.0.2.1")).isFalse();
        assertThat(throttle.take("yet-another", "192.0.2.2")).isTrue();
    }

    @Test
    void forgetsWrongPasswordsAfterARightOne() throws Exception {
        var user = signIns.user(Assignment.everywhere(Role.AGENT));
        for (int round = 0; round < 2; round++) {
            for (int attempt = 0; attempt < 9; attempt++) {
                signIn(user.email(), "wrong").andExpect(redirectedUrl("/login?error"));
            }
            signIn(user.email(), SignIns.PASSWORD).andExpect(redirectedUrl("/"));
        }
    }

    @Test
    void letsNobodyGuessManyAtOnce() throws Exception {
        var user = signIns.user(Assignment.everywhere(Role.AGENT));
        List<Callable<String>> guesses =
                IntStream.range(0, 30)
                        .<Callable<String>>mapToObj(guess ->
                                () ->
                                        String.valueOf(
                                                signIn(user.email(), "guess " + guess)
                                                        .andReturn()
                                                        .getResponse()
                                                        .getRedirectedUrl()))
                        .toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            List<String> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(guesses)) {
                answers.add(answer.get());
            }
            assertThat(Collections.frequency(answers, "/login?error")).isEqualTo(10);
            assertThat(Collections.frequency(answers, "/login?throttled")).isEqualTo(20);
        }
    }

    @Test
    void logsUsersByTheirNumberOnly(CapturedOutput output) throws Exception {
        var user = signIns.user(Assignment.everywhere(Role.AGENT));
        signIn(user.email(), SignIns.PASSWORD);
        signIn(user.email(), "wrong-secret");
        signIn("somebody-else@example.com", "wrong-secret");

        assertThat(output)
                .contains("User " + user.id().value() + " signed in")
                .contains("Sign-in refused for user " + user.id().value())
                .contains("Sign-in refused for an unknown address")
                .doesNotContain(user.email())
                .doesNotContain("somebody-else@example.com")
                .doesNotContain("wrong-secret");
    }

    @Test
    void sendsCarefulHeaders() throws Exception {
        web.perform(get("/somewhere"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().exists("Permissions-Policy"))
                .andExpect(header().exists("Content-Security-Policy"))
                .andExpect(header().string("X-Frame-Options", "DENY"));
    }

    @Test
    void refusesWhatAPageOfAnotherOriginSends() throws Exception {
        for (var origin : List.of("https://evil.example", "null", "http://localhost:81")) {
            web.perform(
                            post("/login")
                                    .header("Host", "localhost")
                                    .header("Origin", origin)
                                    .param("username", "x")
                                    .param("password", "y")
                                    .with(csrf()))
                    .andExpect(status().isForbidden());
            web.perform(
                            get("/VAADIN/push")
                                    .header("Host", "localhost")
                                    .header("Origin", origin)
                                    .header("Upgrade", "websocket"))
                    .andExpect(status().isForbidden());
        }
        web.perform(
                        post("/login")
                                .header("Host", "localhost")
                                .header("Origin", "http://localhost")
                                .param("username", "x")
                                .param("password", "y")
                                .with(csrf()))
                .andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void showsHealthAndTheDescriptionOfTheInterfaceToEverybodyAndNothingElse() throws Exception {
        web.perform(get("/actuator/health")).andExpect(status().isOk());
        web.perform(get("/v3/api-docs")).andExpect(status().isOk());
        web.perform(get("/actuator/info")).andExpect(status().isNotFound());
        web.perform(get("/actuator/env")).andExpect(status().isNotFound());
        web.perform(get("/actuator")).andExpect(status().isNotFound());
    }

    private ResultActions signIn(String email, String password) throws Exception {
        return web.perform(
                post("/login").param("username", email).param("password", password).with(csrf()));
    }

    private long nanosToSignIn(String email) throws Exception {
        long start = System.nanoTime();
        signIn(email, "wrong");
        return System.nanoTime() - start;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
