package dev.rollcall.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.UserDraft;
import dev.rollcall.security.Users;
import dev.rollcall.support.ViewTest;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(classes = WelcomeViewTests.class)
class WelcomeViewTests extends ViewTest {

    @Autowired private Users users;
    @Autowired private Access access;

    private String link;

    @BeforeEach
    void anInvitation() {
        var kim =
                new UserDraft(
                        "kim@example.com",
                        "<b>Kim</b>",
                        null,
                        true,
                        Set.of(Assignment.everywhere(Role.AGENT)));
        link = access.asSystem("test", () -> users.invite(kim)).address();
    }

    @Test
    void letsSomebodyChooseTheirPassword() {
        open("welcome" + link.substring(link.indexOf('?')));

        assertThat(textOf(view())).contains("Welcome, <b>Kim</b>");
        assertThat(find(EmailField.class).single().getValue()).isEqualTo("kim@example.com");
        test(password()).setValue("too short");
        press("Set password");
        assertThat(password().getErrorMessage())
                .isEqualTo("Use at least 12 characters and at most 72 bytes");
        test(password()).setValue("a password of my own");
        press("Set password");

        assertThat(access.asSystem("test", () -> users.list()).getFirst().hasPassword()).isTrue();
        open("welcome" + link.substring(link.indexOf('?')));
        assertThat(textOf(view())).contains("This link does not work");
    }

    @Test
    void saysNothingAboutAnybodyToAWrongLink() {
        for (var address : new String[] {"welcome", "welcome?token=", "welcome?token=guess"}) {
            open(address);
            assertThat(textOf(view()))
                    .contains("This link does not work")
                    .doesNotContain("Kim", "example.com");
            assertThat(find(PasswordField.class).exists()).isFalse();
        }
    }

    @Test
    void speaksGerman() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        open("welcome?token=guess");

        assertThat(textOf(view())).contains("Dieser Link gilt nicht");
    }

    private WelcomeView view() {
        return find(WelcomeView.class).single();
    }

    private PasswordField password() {
        return find(PasswordField.class).single();
    }
}
