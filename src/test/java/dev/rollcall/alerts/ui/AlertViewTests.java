package dev.rollcall.alerts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import dev.rollcall.alerts.AlertRules;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.ViewTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The rules of alerts on their page, and the page of alerts.
@ViewPackages(packages = "dev.rollcall.alerts.ui")
class AlertViewTests extends ViewTest {

    @Autowired private AlertRules rules;
    @Autowired private SignIns signIns;

    private static String page() {
        return textOf(
                (Component)
                        UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst());
    }

    @Test
    void aRuleIsAddedAndWhatIsWrongWithItIsSaidAtTheField() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        open("settings/alerts");
        assertThat(page()).contains("Severely out", "E-mail is off", "10 alerts an hour");
        press("Add a rule");
        @SuppressWarnings("unchecked")
        Select<Integer> after = find(Select.class).all().get(1);
        after.setValue(15);
        find(Checkbox.class).all().getFirst().setValue(false);
        press("Save");
        assertThat(find(Checkbox.class).all().getFirst().getErrorMessage())
                .isEqualTo("Choose the bell, e-mail or both.");

        find(Checkbox.class).all().getFirst().setValue(true);
        press("Save");

        assertThat(rules.all()).hasSize(2);
        assertThat(rules.all().getLast().after()).isEqualTo(Duration.ofMinutes(15));
        assertThat(page()).contains("Out for 15 minutes");

        find(Notification.class).all().forEach(Notification::close);
        var remove =
                find(Button.class).all().stream()
                        .filter(each ->
                                each.getAriaLabel()
                                        .equals(Optional.of("Remove: Out for 15 minutes")))
                        .findFirst()
                        .orElseThrow();
        test(remove).click();
        assertThat(rules.all()).hasSize(1);
        press("Undo");
        assertThat(page()).contains("Out for 15 minutes");
    }

    @Test
    void whoeverHasNoAlertsIsToldSo() {
        signIn(signIns.user(Assignment.everywhere(Role.SUPERVISOR)));
        open("alerts?show=held-back");
        assertThat(page()).contains("Nothing was held back.");
    }
}
