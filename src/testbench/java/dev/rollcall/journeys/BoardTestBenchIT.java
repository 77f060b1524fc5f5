package dev.rollcall.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.testbench.GridElement;
import com.vaadin.flow.component.login.testbench.LoginFormElement;
import com.vaadin.flow.component.textfield.testbench.TextFieldElement;
import com.vaadin.testbench.BrowserTest;
import com.vaadin.testbench.BrowserTestBase;

/// The supervisor's way in, once more with Vaadin TestBench.
final class BoardTestBenchIT extends BrowserTestBase {

    @BrowserTest
    void aSupervisorSignsInAndSeesTheFloor() {
        signIn("supervisor");

        assertThat(board().getRowCount()).isGreaterThan(20);
    }

    @BrowserTest
    void aSearchLeavesWhoWasLookedFor() {
        signIn("supervisor");
        board();

        $(TextFieldElement.class).first().setValue("Robin Keller");

        waitUntil(_ -> board().getRowCount() == 1);
    }

    private void signIn(String who) {
        getDriver().get(RunningProduct.demo().url("/login"));
        var form = $(LoginFormElement.class).waitForFirst();
        form.getUsernameField().setValue(who + "@rollcall.demo");
        form.getPasswordField().setValue("rollcall-demo");
        form.submit();
    }

    private GridElement board() {
        return $(GridElement.class).waitForFirst();
    }
}
