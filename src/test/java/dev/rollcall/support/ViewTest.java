package dev.rollcall.support;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.User;
import java.util.List;
import java.util.Locale;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.security.core.context.SecurityContextHolder;

/// A test of a view as its user has it, without a browser. A subclass says where its views are,
/// signs somebody in and goes to an address:
///
/// ```java
/// @ViewPackages(classes = PeopleViewTests.class)
/// class PeopleViewTests extends ViewTest {
///     @Autowired private SignIns signIns;
///     @Test void …() {
///         signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
///         open("people?q=kim");
///     }
/// }
/// ```
@ModuleTest
public abstract class ViewTest extends SpringBrowserlessTest {

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    /// From now on everything happens in somebody's name.
    protected final void signIn(User user) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIns.session(user.id()));
        SecurityContextHolder.setContext(context);
    }

    /// Goes to an address as a browser would, for example `people?q=kim`.
    protected final void open(String address) {
        int question = address.indexOf('?');
        if (question < 0) {
            UI.getCurrent().navigate(address);
        } else {
            UI.getCurrent()
                    .navigate(
                            address.substring(0, question),
                            QueryParameters.fromString(address.substring(question + 1)));
        }
    }

    /// Clicks the button with a text.
    protected final void press(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    /// Waits until something is so, letting what is pushed to the page arrive.
    protected static void soon(ThrowingRunnable assertion) {
        await().pollInSameThread()
                .untilAsserted(() -> {
                    MockVaadin.runUIQueue();
                    assertion.run();
                });
    }

    /// What short messages are shown.
    protected final List<String> toasts() {
        return find(Notification.class).all().stream().map(toast -> test(toast).getText()).toList();
    }

    /// Everything a component and those in it say, as text.
    protected static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
