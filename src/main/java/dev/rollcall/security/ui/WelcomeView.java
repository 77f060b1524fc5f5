package dev.rollcall.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rollcall.security.Access;
import dev.rollcall.security.Welcome;
import dev.rollcall.shared.InvalidInput;
import java.util.Objects;

/// Choosing one's password, behind the one-time link an admin handed over.
@Route(value = "welcome", autoLayout = false)
@AnonymousAllowed
final class WelcomeView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {

    private final Welcome welcome;
    private final Access access;
    private final PasswordField password = new PasswordField();
    private String token = "";

    WelcomeView(Welcome welcome, Access access) {
        this.welcome = welcome;
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse("");
        try {
            showForm(welcome.open(token, address()));
        } catch (Welcome.LinkClosed e) {
            showClosed();
        } catch (Welcome.TooManyAttempts e) {
            showPutOff();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.welcome.title") + " – Rollcall";
    }

    private void showForm(Welcome.Guest guest) {
        var email = new EmailField(getTranslation("security.welcome.email"));
        email.setValue(guest.email());
        email.setReadOnly(true);
        email.getElement().setAttribute("autocomplete", "username");
        password.setLabel(getTranslation("security.welcome.password"));
        password.setHelperText(getTranslation("security.setup.passwordHelp"));
        password.setRequiredIndicatorVisible(true);
        password.setManualValidation(true);
        password.setAutofocus(true);
        password.getElement().setAttribute("autocomplete", "new-password");
        var choose = new Button(getTranslation("security.welcome.choose"), _ -> choose());
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        choose.addClickShortcut(Key.ENTER);
        password.addValueChangeListener(_ -> password.setInvalid(false));
        show(
                new H1(getTranslation("security.welcome.hello", guest.name())),
                new Paragraph(getTranslation("security.welcome.what")),
                email,
                password,
                choose);
    }

    private void showClosed() {
        show(
                new H1(getTranslation("security.welcome.closed.title")),
                new Paragraph(getTranslation("security.welcome.closed.text")),
                new Anchor("login", getTranslation("security.setup.toLogin")));
    }

    private void showPutOff() {
        show(
                new H1(getTranslation("security.login.throttled.title")),
                new Paragraph(getTranslation("security.login.throttled.text")));
    }

    private void choose() {
        try {
            welcome.choosePassword(token, password.getValue(), address());
            leave();
        } catch (InvalidInput e) {
            password.setErrorMessage(getTranslation("security.setup.problem.password"));
            password.setInvalid(true);
            password.focus();
        } catch (Welcome.LinkClosed e) {
            showClosed();
        } catch (Welcome.TooManyAttempts e) {
            showPutOff();
        }
    }

    /// Whoever is signed in here is not the one who just chose a password.
    private void leave() {
        UI.getCurrentOrThrow().getPage().setLocation("login?chosen");
        if (access.currentViewer().isPresent()) {
            VaadinSession.getCurrent().getSession().invalidate();
        }
    }

    private static String address() {
        return Objects.requireNonNullElse(
                VaadinSession.getCurrent().getBrowser().getAddress(), "unknown");
    }
}
