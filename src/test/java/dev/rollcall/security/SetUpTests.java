package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.ModuleTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@ModuleTest
class SetUpTests {

    @Autowired private SetUp setUp;
    @Autowired private Users users;
    @Autowired private UserTable table;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;
    @Autowired private SignIns signIns;

    @Test
    void letsTheFirstAdminInOnce() {
        var token = newToken();
        assertThat(setUp.isOpen(token)).isTrue();

        setUp.createAdmin(token, "kim@example.com", "Kim Meyer", SignIns.PASSWORD);

        assertThat(access.asSystem("test", () -> users.list()))
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.name()).isEqualTo("Kim Meyer");
                    assertThat(user.assignments())
                            .containsExactly(Assignment.everywhere(Role.ADMIN));
                });
        assertThat(setUp.isOpen(token)).isFalse();
        assertThatThrownBy(() ->
                        setUp.createAdmin(token, "lou@example.com", "Lou Brandt", SignIns.PASSWORD))
                .isInstanceOf(SetUp.SetUpClosed.class);
    }

    @Test
    void keepsTheLinkWhenAFieldIsWrong() {
        var token = newToken();

        assertThatThrownBy(() -> setUp.createAdmin(token, "kim@example.com", "Kim", "too short"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/password: Use at least 12 characters.");

        assertThat(setUp.isOpen(token)).isTrue();
    }

    @Test
    void closesAfterADay() {
        var token = newToken();
        clock.advance(Duration.ofHours(24));

        assertThat(setUp.isOpen(token)).isFalse();
    }

    @Test
    void knowsTheNewestLinkOnly() {
        var token = newToken();
        newToken();

        assertThat(setUp.isOpen(token)).isFalse();
        assertThat(setUp.isOpen("")).isFalse();
    }

    @Test
    void staysClosedBesideAUser() {
        var token = newToken();
        signIns.user(Assignment.everywhere(Role.AGENT));

        assertThat(setUp.isOpen(token)).isFalse();
        assertThatThrownBy(() ->
                        setUp.createAdmin(token, "lou@example.com", "Lou Brandt", SignIns.PASSWORD))
                .isInstanceOf(SetUp.SetUpClosed.class);
    }

    @Test
    void makesTheFirstAdminFromTheEnvironment() {
        firstAdmin("kim@example.com", SignIns.PASSWORD).run(new DefaultApplicationArguments());
        firstAdmin("lou@example.com", SignIns.PASSWORD).run(new DefaultApplicationArguments());

        assertThat(access.asSystem("test", () -> users.list()))
                .extracting(User::email)
                .containsExactly("kim@example.com");
    }

    @Test
    void saysInOneSentenceWhyThePasswordWillNotDo() {
        var firstAdmin = firstAdmin("kim@example.com", "short");

        assertThatThrownBy(() -> firstAdmin.run(new DefaultApplicationArguments()))
                .hasMessage("ROLLCALL_ADMIN_PASSWORD: Use at least 12 characters.")
                .satisfies(problem ->
                        assertThat(new FirstAdminFailureAnalyzer().analyze(problem)).isNotNull());
    }

    private FirstAdmin firstAdmin(String email, String password) {
        return new FirstAdmin(
                new SecurityProperties(
                        URI.create("http://localhost:8080"),
                        new SecurityProperties.Admin(email, password),
                        new SecurityProperties.Metrics("")),
                table,
                users,
                access,
                setUp);
    }

    private String newToken() {
        var link = setUp.newLink();
        return link.substring(link.indexOf("token=") + "token=".length());
    }
}
