package dev.rollcall.security;

import static dev.rollcall.security.SignIns.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ModuleTest
@ExtendWith(OutputCaptureExtension.class)
class WelcomeTests {

    private static final String HERE = "192.0.2.1";
    private static final String OWN = "a password of my own";

    @Autowired private MockMvc web;
    @Autowired private Welcome welcome;
    @Autowired private Users users;
    @Autowired private SignIns signIns;
    @Autowired private AuditLog audit;
    @Autowired private JdbcClient database;
    @Autowired private ApplicationClock clock;

    private User admin;

    @BeforeEach
    void anAdmin() {
        admin = signIns.user(Assignment.everywhere(Role.ADMIN));
    }

    // ------------------------------------------------------------------ the way in

    @Test
    void letsSomebodyInOnceTheyHaveChosenAPassword() throws Exception {
        var link = invite("kim@example.com");
        assertThat(signIn("kim@example.com", "")).isEqualTo("/login?error");
        assertThat(signIn("kim@example.com", OWN)).isEqualTo("/login?error");

        var guest = welcome.open(token(link), HERE);
        welcome.choosePassword(token(link), OWN, HERE);

        assertThat(guest).isEqualTo(new Welcome.Guest("Kim Meyer", "kim@example.com"));
        assertThat(signIn("kim@example.com", OWN)).isEqualTo("/");
        assertThat(find(link.user().id()).hasPassword()).isTrue();
    }

    @Test
    void worksOnce() {
        var link = invite("kim@example.com");
        welcome.choosePassword(token(link), OWN, HERE);

        assertClosed(token(link));
    }

    @Test
    void worksOnceForTwoAtTheSameMoment() throws Exception {
        var link = invite("kim@example.com");
        Callable<Boolean> choose =
                () -> {
                    try {
                        welcome.choosePassword(token(link), OWN, HERE);
                        return true;
                    } catch (Welcome.LinkClosed e) {
                        return false;
                    }
                };

        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(choose);
            var second = threads.submit(choose);
            assertThat(Stream.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void keepsTheLinkWhenThePasswordWillNotDo() {
        var link = invite("kim@example.com");

        assertThatThrownBy(() -> welcome.choosePassword(token(link), "too short", HERE))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("/password: Use at least 12 characters.");
        assertThatThrownBy(() -> welcome.choosePassword(token(link), "ä".repeat(37), HERE))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("/password: Use at most 72 bytes.");

        assertThat(welcome.open(token(link), HERE).name()).isEqualTo("Kim Meyer");
    }

    @Test
    void endsAfterAWeek() {
        var link = invite("kim@example.com");
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(welcome.open(token(link), HERE).name()).isEqualTo("Kim Meyer");
        assertThat(as(admin.id(), () -> users.openLinks()))
                .containsExactly(Map.entry(link.user().id(), link.until()));

        clock.advance(Duration.ofSeconds(1));

        assertClosed(token(link));
        assertThat(as(admin.id(), () -> users.openLinks())).isEmpty();
    }

    @Test
    void knowsTheNewestLinkOnly() {
        var first = invite("kim@example.com");
        var second = newLink(first.user());

        assertClosed(token(first));
        assertThat(welcome.open(token(second), HERE).name()).isEqualTo("Kim Meyer");
    }

    @Test
    void endsWhenTheUserIsDisabledAndStaysSo() {
        var link = invite("kim@example.com");
        var disabled = change(link.user(), enabled(link.user(), false));
        assertClosed(token(link));
        assertThatThrownBy(() -> newLink(disabled)).hasMessageContaining("This user is disabled.");

        change(disabled, enabled(disabled, true));

        assertClosed(token(link));
    }

    @Test
    void givesAUserWhoForgotTheirPasswordANewOne() throws Exception {
        var user = signIns.user(Assignment.everywhere(Role.AGENT));
        var link = newLink(user);
        assertThat(signIn(user.email(), SignIns.PASSWORD)).isEqualTo("/");

        welcome.choosePassword(token(link), OWN, HERE);

        assertThat(signIn(user.email(), SignIns.PASSWORD)).isEqualTo("/login?error");
        assertThat(signIn(user.email(), OWN)).isEqualTo("/");
    }

    // ------------------------------------------------------------------ who knows what

    @Test
    void saysTheSameOfEveryLinkThatOpensNothing() {
        var used = invite("used@example.com");
        welcome.choosePassword(token(used), OWN, HERE);
        var replaced = invite("replaced@example.com");
        newLink(replaced.user());
        var disabled = invite("disabled@example.com");
        change(disabled.user(), enabled(disabled.user(), false));

        var said =
                Stream.of(token(used), token(replaced), token(disabled), "never-issued", "", "1")
                        .map(this::problem)
                        .distinct();

        assertThat(said).singleElement().isEqualTo("LinkClosed: The sign-in link opens nothing");
    }

    @Test
    void putsOffWhoeverTriesLinksOut() {
        var link = invite("kim@example.com");
        for (int attempt = 0; attempt < LoginThrottle.WRONG_PASSWORDS_PER_ADDRESS; attempt++) {
            assertThat(problem("guess-" + attempt)).startsWith("LinkClosed");
        }

        assertThatThrownBy(() -> welcome.open(token(link), HERE))
                .isInstanceOf(Welcome.TooManyAttempts.class);
        assertThat(welcome.open(token(link), "192.0.2.2").name()).isEqualTo("Kim Meyer");
        clock.advance(LoginThrottle.REST);
        assertThat(welcome.open(token(link), HERE).name()).isEqualTo("Kim Meyer");
    }

    @Test
    void keepsNoSecret(CapturedOutput output) {
        var link = invite("kim@example.com");
        welcome.choosePassword(token(link), OWN, HERE);
        assertClosed(token(link));

        var kept =
                database.sql("select concat_ws(' ', before_state, after_state) from audit_entry")
                        .query(String.class)
                        .list();
        assertThat(kept).noneMatch(entry -> entry.contains(token(link)) || entry.contains(OWN));
        assertThat(link.toString()).doesNotContain(token(link));
        assertThat(output)
                .contains("User " + link.user().id().value() + " chose a password")
                .contains("A sign-in link was refused")
                .doesNotContain(token(link))
                .doesNotContain(OWN)
                .doesNotContain("kim@example.com");
    }

    @Test
    void writesDownWhoMadeTheLinkAndWhoUsedIt() {
        var link = invite("kim@example.com");
        var which = Long.toString(link.user().id().value());
        assertThat(audit.lastChange("user", which).orElseThrow().by().name())
                .isEqualTo(admin.name());

        welcome.choosePassword(token(link), OWN, HERE);

        assertThat(audit.lastChange("user", which).orElseThrow().by().name())
                .isEqualTo("Kim Meyer");
    }

    // ------------------------------------------------------------------ the last admin

    @Test
    void doesNotCountAnAdminWhoHasNotChosenAPassword() {
        var second = invite("kim@example.com", Assignment.everywhere(Role.ADMIN));

        assertThatThrownBy(() -> change(admin, enabled(admin, false)))
                .hasMessageContaining("/enabled: Nobody else manages users.");
        welcome.choosePassword(token(second), OWN, HERE);

        assertThat(change(admin, enabled(admin, false)).enabled()).isFalse();
    }

    // ------------------------------------------------------------------ helpers

    private IssuedLink invite(String email, Assignment... assignments) {
        return as(
                admin.id(),
                () ->
                        users.invite(
                                new UserDraft(
                                        email, "Kim Meyer", null, true, Set.of(assignments))));
    }

    private IssuedLink newLink(User user) {
        return as(admin.id(), () -> users.newLink(user.id()));
    }

    private User find(UserId id) {
        return as(admin.id(), () -> users.find(id)).orElseThrow();
    }

    private User change(User user, UserDraft draft) {
        return as(admin.id(), () -> users.change(user.id(), draft, user.version()));
    }

    private static UserDraft enabled(User user, boolean enabled) {
        return new UserDraft(user.email(), user.name(), user.agent(), enabled, user.assignments());
    }

    private static String token(IssuedLink link) {
        assertThat(link.address()).contains("/welcome?token=");
        return link.address().substring(link.address().indexOf("token=") + "token=".length());
    }

    private void assertClosed(String token) {
        assertThatThrownBy(() -> welcome.open(token, HERE)).isInstanceOf(Welcome.LinkClosed.class);
        assertThatThrownBy(() -> welcome.choosePassword(token, OWN, "198.51.100.1"))
                .isInstanceOf(Welcome.LinkClosed.class);
    }

    private String problem(String token) {
        try {
            welcome.open(token, HERE);
            return "open";
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private @Nullable String signIn(String email, String password) throws Exception {
        return web.perform(
                        post("/login")
                                .param("username", email)
                                .param("password", password)
                                .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }
}
