package dev.rollcall.security.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rollcall.security.Access;
import java.util.stream.Stream;

/// Signing in. The browser posts the form; what became of it comes back in the address.
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
final class LoginView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {

    private final Access access;
    private final LoginForm form = new LoginForm();

    LoginView(Access access) {
        this.access = access;
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words("security.login.wrong"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (access.currentViewer().isPresent()) {
            event.forwardTo("");
            return;
        }
        answer(event.getLocation().getQueryParameters());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.login.title") + " – Rollcall";
    }

    private void answer(QueryParameters address) {
        if (address.getParameters().containsKey("throttled")) {
            form.setI18n(words("security.login.throttled"));
            form.setError(true);
        } else if (address.getParameters().containsKey("error")) {
            form.setError(true);
        }
        var news = Stream.of("ready", "chosen").filter(address.getParameters()::containsKey);
        news.findFirst()
                .ifPresentOrElse(
                        what -> show(note("security.login." + what), form), () -> show(form));
    }

    private Paragraph note(String key) {
        var ready = new Paragraph(getTranslation(key));
        ready.addClassName("doorway-note");
        ready.getElement().setAttribute("role", "status");
        return ready;
    }

    /// @param problem the translation keys of the message are this one with `.title` and `.text`
    private LoginI18n words(String problem) {
        var words = LoginI18n.createDefault();
        var fields = words.getForm();
        fields.setTitle(getTranslation("security.login.title"));
        fields.setUsername(getTranslation("security.login.email"));
        fields.setPassword(getTranslation("security.login.password"));
        fields.setSubmit(getTranslation("security.login.submit"));
        var message = words.getErrorMessage();
        message.setTitle(getTranslation(problem + ".title"));
        message.setMessage(getTranslation(problem + ".text"));
        message.setUsername(getTranslation("security.login.emailMissing"));
        message.setPassword(getTranslation("security.login.passwordMissing"));
        return words;
    }
}
