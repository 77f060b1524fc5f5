package dev.rollcall.security.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rollcall.security.SetUp;
import dev.rollcall.shared.InvalidInput;
import java.util.Map;

/// Choosing the first admin, behind the one-time link that the log prints when there is no user.
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
final class SetupView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {

    private final SetUp setUp;
    private final EmailField email = new EmailField();
    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();
    private final Map<String, HasValidation> fields =
            Map.of("/email", email, "/name", name, "/password", password);
    private String token = "";

    SetupView(SetUp setUp) {
        this.setUp = setUp;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse("");
        if (setUp.isOpen(token)) {
            showForm();
        } else {
            showClosed();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.setup.title") + " – Rollcall";
    }

    private void showForm() {
        name.setLabel(getTranslation("security.setup.name"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(200);
        name.setAutofocus(true);
        name.getElement().setAttribute("autocomplete", "name");
        email.setLabel(getTranslation("security.setup.email"));
        email.setRequiredIndicatorVisible(true);
        email.getElement().setAttribute("autocomplete", "username");
        email.setManualValidation(true);
        password.setLabel(getTranslation("security.setup.password"));
        password.setHelperText(getTranslation("security.setup.passwordHelp"));
        password.setRequiredIndicatorVisible(true);
        password.getElement().setAttribute("autocomplete", "new-password");
        name.setManualValidation(true);
        password.setManualValidation(true);
        var create = new Button(getTranslation("security.setup.create"), _ -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER);
        show(
                new H1(getTranslation("security.setup.title")),
                new Paragraph(getTranslation("security.setup.what")),
                name,
                email,
                password,
                create);
    }

    private void showClosed() {
        show(
                new H1(getTranslation("security.setup.closed.title")),
                new Paragraph(getTranslation("security.setup.closed.text")),
                new Anchor("login", getTranslation("security.setup.toLogin")));
    }

    private void create() {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            setUp.createAdmin(token, email.getValue(), name.getValue(), password.getValue());
            UI.getCurrent().getPage().setLocation("login?ready");
        } catch (InvalidInput e) {
            e.problems().forEach(this::tell);
        } catch (SetUp.SetUpClosed e) {
            showClosed();
        }
    }

    private void tell(InvalidInput.Problem problem) {
        var field = fields.get(problem.pointer());
        if (field != null) {
            field.setErrorMessage(
                    getTranslation("security.setup.problem." + problem.pointer().substring(1)));
            field.setInvalid(true);
        }
    }
}
