package dev.rollcall.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.rollcall.kit.Words;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import dev.rollcall.usage.UsageConsent;
import dev.rollcall.usage.UsageConsent.Answer;
import dev.rollcall.usage.UsageConsentNote;
import dev.rollcall.usage.UsageReport.Topic;
import dev.rollcall.usage.UsageSwitch;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The admin's page about usage, and the question to agents.
@ViewPackages(packages = "dev.rollcall.usage.ui")
class UsageViewTests extends ViewTest {

    @Autowired private UsageSwitch usage;
    @Autowired private UsageConsent consent;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;

    @Test
    void switchingOnIsOneTickAndSwitchingOffIsAskedBack() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        open("settings/usage");
        assertThat(page()).contains("It is off.");

        test(find(Checkbox.class).single()).click();
        assertThat(usage.isOn()).isTrue();
        assertThat(page()).contains("within a day");

        test(find(Checkbox.class).single()).click();
        assertThat(usage.isOn()).isTrue();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(usage.isOn()).isFalse();
        assertThat(page()).contains("It is off.");
    }

    @Test
    void agentsAreAskedAndMayChangeTheirMind() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));
        usage.switchTo(true, usage.standing().version());
        signIn(signIns.user(floor.agent("dana").agent().id(), Assignment.everywhere(Role.AGENT)));

        UI.getCurrent().add(UsageConsentNote.asking(consent));
        press("Take part");
        assertThat(consent.own().answer()).isEqualTo(Answer.GIVEN);
        assertThat(UsageConsentNote.asking(consent).isVisible()).isFalse();

        UI.getCurrent().removeAll();
        UI.getCurrent().add(UsageConsentNote.settled(consent));
        press("Withdraw and delete");
        assertThat(consent.own().answer()).isEqualTo(Answer.DECLINED);
        assertThat(textOf(UI.getCurrent())).contains("Withdrawn.", "You do not take part");
    }

    @Test
    void nobodyIsAskedWhileItIsOff() {
        signIn(signIns.user(floor.agent("dana").agent().id(), Assignment.everywhere(Role.AGENT)));
        assertThat(UsageConsentNote.settled(consent).isVisible()).isFalse();
    }

    @Test
    void linesAreInWords() {
        Words say = (key, values) -> UI.getCurrent().getTranslation(key, values);
        var words = new UsageWords(say, Locale.ENGLISH);
        assertThat(words.line(Topic.SIZE, "PAYMENTS/200000"))
                .isEqualTo("Payments collected: 200,000 or more");
        assertThat(words.line(Topic.ACTION, "BEHIND/OPENED"))
                .isEqualTo("Behind pace: looked further");
        assertThat(words.line(Topic.HOUR, "8")).isEqualTo("8 to 12 h");
        assertThat(words.points(-3)).isEqualTo("-3");
    }

    private static String page() {
        return textOf(
                (Component)
                        UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst());
    }
}
