package dev.rollcall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ViewTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViewPackages(packages = "dev.rollcall")
class HomeViewTests extends ViewTest {

    @Autowired private Floor floor;
    @Autowired private SignIns signIns;

    @Test
    void showsAnAgentWhatIsVisibleOfTheirPlanAndWhatIsDueNow() {
        var dana = floor.agent("dana").onShift("WORK 06:00-14:00", "LUNCH 10:00-10:30");
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));
        UI.getCurrent().setLocale(Locale.UK);

        open("");

        assertThat(find(ListItem.class).all())
                .extracting(item -> item.getElement().getTextRecursively())
                .containsExactly("06:00–10:00WorkNow", "10:00–10:30Lunch", "10:30–14:00Work");
    }

    @Test
    void saysWhenNothingIsPlanned() {
        var dana = floor.agent("dana");
        signIn(signIns.user(dana.agent().id(), Assignment.everywhere(Role.AGENT)));

        open("");

        assertThat(textOf(find(HomeView.class).single()))
                .contains("Nothing is planned for you today.");
    }

    @Test
    void takesASupervisorToTheBoard() {
        var unit = floor.unit("north", "Europe/Berlin");
        signIn(signIns.user(Assignment.inUnit(Role.SUPERVISOR, unit.id())));

        open("");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("adherence");
    }

    @Test
    void takesAnAdminToTheSettings() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));

        open("");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("settings");
    }

    @Test
    void takesAUnitManagerToTheDashboard() {
        var unit = floor.unit("north", "Europe/Berlin");
        signIn(signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, unit.id())));

        open("");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("dashboard");
    }

    @Test
    void saysThatThereIsNothingAtAnUnknownAddress() {
        signIn(signIns.user(Assignment.everywhere(Role.ADMIN)));

        open("nowhere");

        assertThat(textOf(find(NotFoundView.class).single())).contains("Nothing here");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Nothing here – Rollcall");
    }
}
